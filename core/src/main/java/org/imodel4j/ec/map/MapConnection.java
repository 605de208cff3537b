package org.imodel4j.ec.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteStatement;
import org.jspecify.annotations.Nullable;

/**
 * The connection of one import, with the statements that it uses again and the next id of each table. Ids of the tables of metadata count
 * up from the highest one there is at the beginning; ids of rows that are deleted meanwhile are not given out again.
 */
final class MapConnection implements AutoCloseable {
    private final SqliteDatabase database;
    private final Map<String, SqliteStatement> statements = new HashMap<>();
    private final Map<String, Long> lastIds = new HashMap<>();

    MapConnection(SqliteDatabase database) {
        this.database = database;
    }

    /** All rows; the reader may ask this connection only for other statements. Arguments as for {@link #run}. */
    <T extends @Nullable Object> List<T> rows(
            String sql, Function<SqliteStatement, T> reader, @Nullable Object... arguments) {
        SqliteStatement statement = statement(sql, arguments);
        try {
            List<T> rows = new ArrayList<>();
            while (statement.step()) {
                rows.add(reader.apply(statement));
            }
            return rows;
        } finally {
            statement.reset();
        }
    }

    /** Whether there is a row. */
    boolean exists(String sql, @Nullable Object... arguments) {
        SqliteStatement statement = statement(sql, arguments);
        try {
            return statement.step();
        } finally {
            statement.reset();
        }
    }

    /** The number in the first column of the first row, null when there is no row or it has none. */
    @Nullable
    Long number(String sql, @Nullable Object... arguments) {
        List<@Nullable Long> rows = rows(sql, row -> numberOrNull(row, 0), arguments);
        return rows.isEmpty() ? null : rows.get(0);
    }

    /** Runs a statement; arguments are String, Double, Boolean, any whole Number or null. */
    void run(String sql, @Nullable Object... arguments) {
        SqliteStatement statement = statement(sql, arguments);
        try {
            while (statement.step()) {
                // A statement that changes something has no rows of interest.
            }
        } finally {
            statement.reset();
        }
    }

    /** Runs a statement of data definition, which is not kept. */
    void execute(String sql) {
        database.execute(sql);
    }

    /** The next id of a table of metadata. */
    long nextId(String table) {
        Long last = lastIds.get(table);
        if (last == null) {
            last = number("SELECT max(Id) FROM " + table);
        }
        long next = last == null ? 1 : last + 1;
        lastIds.put(table, next);
        return next;
    }

    /** Lets ids of tables count up from the highest one there is now, whatever is deleted meanwhile. */
    void countFromHere(List<String> tables) {
        for (String table : tables) {
            Long last = number("SELECT max(Id) FROM " + table);
            lastIds.putIfAbsent(table, last == null ? 0 : last);
        }
    }

    static @Nullable Long numberOrNull(SqliteStatement row, int column) {
        return row.columnType(column) == SqliteStatement.NULL ? null : (Long) row.columnLong(column);
    }

    static String text(SqliteStatement row, int column) {
        String text = row.columnText(column);
        return text == null ? "" : text;
    }

    private SqliteStatement statement(String sql, @Nullable Object[] arguments) {
        SqliteStatement statement = statements.get(sql);
        if (statement == null) {
            statement = database.prepare(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < arguments.length; i++) {
            bind(statement, i + 1, arguments[i]);
        }
        return statement;
    }

    private static void bind(SqliteStatement statement, int parameter, @Nullable Object value) {
        if (value == null) {
            statement.bindNull(parameter);
        } else if (value instanceof String text) {
            statement.bindText(parameter, text);
        } else if (value instanceof Double number) {
            statement.bindDouble(parameter, number);
        } else if (value instanceof Boolean truth) {
            statement.bindLong(parameter, truth ? 1 : 0);
        } else {
            statement.bindLong(parameter, ((Number) value).longValue());
        }
    }

    /** Closes the statements; the connection stays open. */
    @Override
    public void close() {
        statements.values().forEach(SqliteStatement::close);
        statements.clear();
    }
}
