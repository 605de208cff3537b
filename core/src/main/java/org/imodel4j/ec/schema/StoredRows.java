package org.imodel4j.ec.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache;
import org.jspecify.annotations.Nullable;

/** Rows of the metadata tables over a connection that somebody else owns. Each statement is compiled once. */
final class StoredRows implements AutoCloseable {
    private static final int STATEMENTS = 32;

    private final StatementCache statements;
    private final Map<Long, String> schemaNames = new HashMap<>();

    StoredRows(SqliteDatabase database) {
        this.statements = new StatementCache(database, STATEMENTS);
    }

    void name(long schemaId, String name) {
        schemaNames.put(schemaId, name);
    }

    /** Every row of a statement whose only parameter, if it has one, is {@code argument}. */
    <T> List<T> list(String sql, Object argument, Function<SqliteStatement, T> reader) {
        List<T> rows = new ArrayList<>();
        try (StatementCache.Lease lease = statements.acquire(sql)) {
            SqliteStatement statement = lease.statement();
            if (statement.parameterCount() > 0) {
                if (argument instanceof Long id) {
                    statement.bindLong(1, id);
                } else {
                    statement.bindText(1, (String) argument);
                }
            }
            while (statement.step()) {
                rows.add(reader.apply(statement));
            }
        }
        return rows;
    }

    /** As {@link #list}, the rows gathered by their first column, the order within each kept. */
    <T> Map<Long, List<T>> grouped(String sql, long schemaId, Function<SqliteStatement, T> reader) {
        record Pair<V>(long owner, V value) {}
        Map<Long, List<T>> groups = new LinkedHashMap<>();
        for (Pair<T> row : list(sql, schemaId, row -> new Pair<>(row.columnLong(0), reader.apply(row)))) {
            groups.computeIfAbsent(row.owner(), id -> new ArrayList<>()).add(row.value());
        }
        return groups;
    }

    /** Files of older profiles lack some tables and columns. */
    boolean hasColumn(String table, String column) {
        return list("SELECT name FROM pragma_table_info('" + table + "')", 0L, row -> row.columnText(0))
                .contains(column);
    }

    /** The name of an item from its schema's id and its own name in two neighbouring columns, null when these are NULL. */
    @Nullable
    ItemName nameOrNull(SqliteStatement row, int column) {
        String name = row.columnText(column + 1);
        if (name == null) {
            return null;
        }
        String schema = schemaNames.get(row.columnLong(column));
        if (schema == null) {
            throw damaged("an item names a schema that does not exist").with("item", name);
        }
        return new ItemName(schema, name);
    }

    /** As {@link #nameOrNull} where there has to be one; {@code what} tells what it would be. */
    ItemName name(SqliteStatement row, int column, String what) {
        ItemName name = nameOrNull(row, column);
        if (name == null) {
            throw damaged("the row of a " + what + " is missing");
        }
        return name;
    }

    static String text(SqliteStatement row, int column) {
        String text = row.columnText(column);
        return text == null ? "" : text;
    }

    static boolean isNull(SqliteStatement row, int column) {
        return row.columnType(column) == SqliteStatement.NULL;
    }

    static @Nullable Integer intOrNull(SqliteStatement row, int column) {
        return isNull(row, column) ? null : (Integer) (int) row.columnLong(column);
    }

    static @Nullable Double doubleOrNull(SqliteStatement row, int column) {
        return isNull(row, column) ? null : (Double) row.columnDouble(column);
    }

    /** The failure for metadata that contradicts itself. */
    static IModelException damaged(String what) {
        return new IModelException(Status.BE_SQLITE_CORRUPT, what);
    }

    @Override
    public void close() {
        statements.close();
    }
}
