package org.imodel4j.ec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteStatement;
import org.jspecify.annotations.Nullable;

/**
 * The one connection that metadata is read through, opened at the first question. Threads take turns; each turn is a few
 * point look-ups, and what they find is cached for good by the callers.
 */
final class MetadataConnection implements AutoCloseable {
    private final ReentrantLock turn = new ReentrantLock();
    private final Supplier<SqliteDatabase> opener;
    private final Map<String, SqliteStatement> statements = new HashMap<>();
    private final boolean owned;
    private @Nullable SqliteDatabase database;
    private boolean closed;

    /** @param owned the connection is closed with this object */
    MetadataConnection(Supplier<SqliteDatabase> opener, boolean owned) {
        this.opener = opener;
        this.owned = owned;
    }

    /** Reads one row. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(SqliteStatement row);
    }

    /** Every row of a statement; arguments are {@code Long} or {@code String}. The reader must not ask this connection. */
    <T> List<T> rows(String sql, RowReader<T> reader, Object... arguments) {
        turn.lock();
        try {
            SqliteStatement statement = statement(sql);
            try {
                bind(statement, arguments);
                List<T> rows = new ArrayList<>();
                while (statement.step()) {
                    rows.add(reader.read(statement));
                }
                return rows;
            } finally {
                statement.reset();
            }
        } finally {
            turn.unlock();
        }
    }

    /** The first row, or null when there is none. */
    <T> @Nullable T first(String sql, RowReader<T> reader, Object... arguments) {
        List<T> rows = rows(sql, reader, arguments);
        return rows.isEmpty() ? null : rows.get(0);
    }

    /** The first column of all rows, in their order. */
    long[] longs(String sql, Object... arguments) {
        List<Long> rows = rows(sql, row -> row.columnLong(0), arguments);
        long[] values = new long[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows.get(i);
        }
        return values;
    }

    static boolean isNull(SqliteStatement row, int column) {
        return row.columnType(column) == SqliteStatement.NULL;
    }

    static @Nullable Long longOrNull(SqliteStatement row, int column) {
        return isNull(row, column) ? null : (Long) row.columnLong(column);
    }

    static @Nullable Integer intOrNull(SqliteStatement row, int column) {
        return isNull(row, column) ? null : (Integer) (int) row.columnLong(column);
    }

    static @Nullable Double doubleOrNull(SqliteStatement row, int column) {
        return isNull(row, column) ? null : (Double) row.columnDouble(column);
    }

    /** Text of a column that may not be NULL; damaged files answer the empty string there. */
    static String text(SqliteStatement row, int column) {
        String text = row.columnText(column);
        return text == null ? "" : text;
    }

    /** The failure for metadata that contradicts itself. */
    static IModelException damaged(String what) {
        return new IModelException(Status.BE_SQLITE_CORRUPT, what);
    }

    private SqliteStatement statement(String sql) {
        if (closed) {
            throw new IModelException(Status.BAD_ARG, "the iModel is closed");
        }
        SqliteStatement statement = statements.get(sql);
        if (statement == null) {
            if (database == null) {
                database = opener.get();
            }
            statement = database.prepare(sql);
            statements.put(sql, statement);
        }
        return statement;
    }

    private static void bind(SqliteStatement statement, Object[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] instanceof Long number) {
                statement.bindLong(i + 1, number);
            } else {
                statement.bindText(i + 1, (String) arguments[i]);
            }
        }
    }

    @Override
    public void close() {
        turn.lock();
        try {
            closed = true;
            statements.values().forEach(SqliteStatement::close);
            statements.clear();
            if (database != null && owned) {
                database.close();
            }
            database = null;
        } finally {
            turn.unlock();
        }
    }
}
