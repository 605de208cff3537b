package org.imodel4j.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.imodel4j.ecsql.resolve.ValueType;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.ecsql.run.RowOptions;
import org.imodel4j.ecsql.run.ValueFormat;
import org.imodel4j.error.IModelException;
import org.imodel4j.jdbc.ConnectionUrl.Composites;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;
import org.imodel4j.sqlite.SqliteStatement;
import org.jspecify.annotations.Nullable;

/**
 * One run of a statement: the rows of a cursor, as far as the bounds of the statement let them come. Primitive columns are read
 * straight from the cursor. The first row is fetched when the statement is executed, so that most failures show then.
 *
 * <p>The time of a timeout is what the engine needs for all rows; how long the application takes between them does not count.
 */
final class Execution implements Rows {
    private final ConnectionLock lock;
    private final ECSqlCursor cursor;
    private final List<ResultColumn> columns;
    private final int[] sources;
    private final int[] parts;
    private final Composites composites;
    private final long maxRows;
    private final boolean timed;
    private long nanosLeft;
    private volatile long deadline;
    private volatile boolean cancelled;
    private long fetched;
    private boolean ahead;
    private volatile boolean closed;

    /**
     * @param maxRows 0 for all
     * @param timeoutSeconds 0 for none
     */
    Execution(
            ConnectionLock lock,
            ECSqlCursor cursor,
            List<ResultColumn> columns,
            Composites composites,
            long maxRows,
            int timeoutSeconds) {
        this.lock = lock;
        this.cursor = cursor;
        this.columns = columns;
        this.sources = columns.stream().mapToInt(ResultColumn::source).toArray();
        this.parts = columns.stream().mapToInt(ResultColumn::part).toArray();
        this.composites = composites;
        this.maxRows = maxRows;
        this.timed = timeoutSeconds > 0;
        this.nanosLeft = TimeUnit.SECONDS.toNanos(timeoutSeconds);
    }

    /** Fetches the first row ahead of the first {@link #next()}. */
    void start() throws SQLException {
        ahead = step();
    }

    /** From any thread: what runs, and every later step, fails. */
    void cancel() {
        cancelled = true;
    }

    /** Asked while SQLite runs. */
    boolean mustStop() {
        return cancelled || (timed && System.nanoTime() - deadline >= 0);
    }

    @Override
    public List<ResultColumn> columns() {
        return columns;
    }

    @Override
    public boolean next() throws SQLException {
        if (ahead) {
            ahead = false;
            return true;
        }
        return step();
    }

    private boolean step() throws SQLException {
        if (closed) {
            return false;
        }
        if (maxRows > 0 && fetched >= maxRows) {
            close();
            return false;
        }
        lock.enter(this);
        try {
            if (lock.isClosing()) {
                throw SqlState.CONNECTION_CLOSED.exception("The connection is closed");
            }
            if (cancelled) {
                throw SqlState.CANCELLED.exception("The statement was cancelled");
            }
            long started = 0;
            if (timed) {
                started = System.nanoTime();
                deadline = started + nanosLeft;
            }
            boolean row = cursor.step();
            if (timed) {
                nanosLeft -= System.nanoTime() - started;
            }
            fetched++;
            if (!row) {
                // The file is free for its writers as soon as all rows are read.
                closed = true;
                cursor.close();
            }
            return row;
        } catch (IModelException e) {
            closed = true;
            cursor.close();
            throw failure(e);
        } finally {
            lock.leave();
        }
    }

    private SQLException failure(IModelException e) {
        if (cancelled) {
            return withCause(SqlState.CANCELLED.exception("The statement was cancelled"), e);
        }
        if (timed && System.nanoTime() - deadline >= 0) {
            return withCause(SqlState.TIMEOUT.exception("The statement took longer than its timeout"), e);
        }
        return lock.isClosing()
                ? withCause(SqlState.CONNECTION_CLOSED.exception("The connection was closed"), e)
                : SqlState.of(e);
    }

    private static SQLException withCause(SQLException failure, IModelException cause) {
        failure.initCause(cause);
        return failure;
    }

    private void requireRow() throws SQLException {
        if (closed) {
            throw SqlState.NO_ROW.exception("The rows have ended or were closed");
        }
    }

    @Override
    public boolean isNull(int column) throws SQLException {
        requireRow();
        try {
            return parts[column] > 0 ? cursor.isNull(sources[column], parts[column]) : cursor.isNull(sources[column]);
        } catch (IModelException e) {
            throw SqlState.of(e);
        }
    }

    @Override
    public long getLong(int column) throws SQLException {
        requireRow();
        try {
            return parts[column] > 0 ? cursor.getLong(sources[column], parts[column]) : cursor.getLong(sources[column]);
        } catch (IModelException e) {
            throw SqlState.of(e);
        }
    }

    @Override
    public double getDouble(int column) throws SQLException {
        requireRow();
        try {
            return parts[column] > 0
                    ? cursor.getPart(sources[column], parts[column])
                    : cursor.getDouble(sources[column]);
        } catch (IModelException e) {
            throw SqlState.of(e);
        }
    }

    @Override
    public @Nullable String getText(int column) throws SQLException {
        requireRow();
        try {
            return cursor.getString(sources[column]);
        } catch (IModelException e) {
            throw SqlState.of(e);
        }
    }

    @Override
    public byte @Nullable [] getBytes(int column) throws SQLException {
        requireRow();
        try {
            byte[] bytes = cursor.getBinary(sources[column]);
            // SQLite has no pointer to nothing, so an empty blob looks like none.
            return bytes == null && !cursor.isNull(sources[column]) ? new byte[0] : bytes;
        } catch (IModelException e) {
            throw SqlState.of(e);
        }
    }

    @Override
    public @Nullable Object getObject(int column) throws SQLException {
        requireRow();
        try {
            return columns.get(column).kind() == ResultColumn.Kind.ANY ? any(sources[column]) : composite(column);
        } catch (IModelException e) {
            throw SqlState.of(e);
        }
    }

    private @Nullable Object any(int source) {
        return switch (cursor.storageClass(source)) {
            case SqliteStatement.INTEGER -> (Object) cursor.getLong(source);
            case SqliteStatement.REAL -> (Object) cursor.getDouble(source);
            case SqliteStatement.TEXT -> cursor.getString(source);
            case SqliteStatement.BLOB -> cursor.getBlob(source);
            default -> null;
        };
    }

    private @Nullable Object composite(int column) throws SQLException {
        ValueType type = columns.get(column).valueType();
        JsonWriter json = new JsonWriter();
        cursor.writeValue(sources[column], json, ValueFormat.ECSQL_NAMES, RowOptions.DEFAULT);
        JsonValue value = Json.parse(json.bytes());
        if (composites == Composites.JSON) {
            return value instanceof JsonValue.Null ? null : Json.write(value);
        }
        return CompositeValue.of(value, type);
    }

    @Override
    public <T> @Nullable T tryUnwrap(Class<T> type) {
        return type.isInstance(cursor) ? type.cast(cursor) : null;
    }

    @Override
    public void close() throws SQLException {
        if (closed) {
            return;
        }
        lock.enter(null);
        try {
            closed = true;
            cursor.close();
        } catch (IModelException e) {
            throw SqlState.of(e);
        } finally {
            lock.leave();
        }
    }
}
