package org.imodel4j.sqlite;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;
import org.sqlite.core.Codes;
import org.sqlite.core.CoreStatement;
import org.sqlite.core.DB;

/**
 * One statement of {@code sqlite-jdbc}. The library opens the binding of single parameters to nobody, so values are
 * collected here and bound together at the first step after a change; everything else goes to the raw statement.
 */
final class XerialStatement implements SqliteStatement {
    /** What a statement may do next; only with a row is there anything to read. */
    private enum State {
        READY,
        ROW,
        DONE,
        CLOSED
    }

    private static final @Nullable Object[] NO_VALUES = {};

    private final XerialDatabase owner;
    private final DB db;
    private final String sql;
    private final CoreStatement core;
    private final @Nullable Object[] values;
    private final int columnCount;
    private long statement;
    private State state = State.READY;
    private boolean valuesChanged;

    XerialStatement(XerialDatabase owner, String sql) {
        this.owner = owner;
        this.db = owner.db();
        this.sql = sql;
        // The library hands out a null pointer for it, and then can not be closed.
        if (SqlText.isEmpty(sql)) {
            throw new IModelException(Status.BE_SQLITE_ERROR, "There is no statement in the text");
        }
        try {
            PreparedStatement prepared = owner.connection().prepareStatement(sql);
            this.core = (CoreStatement) prepared;
            this.statement = pointer();
            int parameters = prepared.getParameterMetaData().getParameterCount();
            this.values = parameters == 0 ? NO_VALUES : new @Nullable Object[parameters];
            this.columnCount = db.column_count(statement);
        } catch (SQLException e) {
            throw XerialErrors.translate(e, "The statement can not be compiled");
        }
    }

    private long pointer() throws SQLException {
        return core.pointer.safeRunLong((ignored, address) -> address);
    }

    private void bind(int parameter, @Nullable Object value) {
        checkNotClosed();
        if (parameter < 1 || parameter > values.length) {
            throw new IModelException(Status.BE_SQLITE_RANGE, "There is no such parameter")
                    .with("parameter", parameter)
                    .with("parameters", values.length);
        }
        if (state != State.READY) {
            throw XerialErrors.misuse("Parameters are bound before the first step or after a reset");
        }
        values[parameter - 1] = value;
        valuesChanged = true;
    }

    @Override
    public void bindNull(int parameter) {
        bind(parameter, null);
    }

    @Override
    public void bindLong(int parameter, long value) {
        bind(parameter, value);
    }

    @Override
    public void bindDouble(int parameter, double value) {
        bind(parameter, value);
    }

    @Override
    public void bindText(int parameter, String value) {
        bind(parameter, value);
    }

    @Override
    public void bindBlob(int parameter, byte[] value) {
        bind(parameter, value);
    }

    @Override
    public void clearBindings() {
        checkNotClosed();
        Arrays.fill(values, null);
        valuesChanged = true;
    }

    @Override
    public int parameterCount() {
        return values.length;
    }

    @Override
    public @Nullable String parameterName(int parameter) {
        return SqlText.parameterName(sql, parameter);
    }

    @Override
    public boolean step() {
        if (state == State.DONE) {
            return false;
        }
        checkNotClosed();
        try {
            boolean row = valuesChanged ? firstStep() : nextStep();
            state = row ? State.ROW : State.DONE;
            return row;
        } catch (SQLException e) {
            IModelException failure = XerialErrors.translate(e, "The statement failed");
            recover();
            throw failure;
        }
    }

    private boolean firstStep() throws SQLException {
        boolean row = db.execute(core, values);
        valuesChanged = false;
        return row;
    }

    private boolean nextStep() throws SQLException {
        int code = db.step(statement);
        if (code != Codes.SQLITE_ROW && code != Codes.SQLITE_DONE) {
            db.throwex(code);
        }
        return code == Codes.SQLITE_ROW;
    }

    /** Makes the statement usable again after a failure; for most of them the library has already finalized it. */
    private void recover() {
        state = State.DONE;
        valuesChanged = true;
        try {
            if (core.pointer.isClosed()) {
                db.prepare(core);
                statement = pointer();
            } else {
                db.reset(statement);
            }
        } catch (SQLException e) {
            // The file can have changed so that the statement no longer compiles; nothing may reach the old pointer.
            state = State.CLOSED;
            owner.forget(this);
        }
    }

    @Override
    public void reset() {
        checkNotClosed();
        if (state != State.READY) {
            state = State.READY;
            try {
                // The answer repeats the failure of the last step, which was reported then.
                db.reset(statement);
            } catch (SQLException e) {
                throw XerialErrors.translate(e, "The statement can not be reset");
            }
        }
    }

    @Override
    public int columnCount() {
        return columnCount;
    }

    @Override
    public String columnName(int column) {
        checkNotClosed();
        checkColumn(column);
        try {
            return db.column_name(statement, column);
        } catch (SQLException e) {
            throw XerialErrors.translate(e, "The name of a column is not known");
        }
    }

    @Override
    public int columnType(int column) {
        checkRow(column);
        try {
            return db.column_type(statement, column);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public long columnLong(int column) {
        checkRow(column);
        try {
            return db.column_long(statement, column);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public double columnDouble(int column) {
        checkRow(column);
        try {
            return db.column_double(statement, column);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public @Nullable String columnText(int column) {
        checkRow(column);
        try {
            if (!owner.isUtf8()) {
                return db.column_text(statement, column);
            }
            // One copy out of SQLite; the library's own way makes a direct buffer for each cell.
            byte[] bytes = db.column_blob(statement, column);
            return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public byte @Nullable [] columnBlob(int column) {
        checkRow(column);
        try {
            return db.column_blob(statement, column);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void writeText(int column, JsonWriter out) {
        checkRow(column);
        try {
            if (owner.isUtf8()) {
                byte[] bytes = db.column_blob(statement, column);
                if (bytes == null) {
                    out.nullValue();
                } else {
                    out.utf8String(bytes);
                }
                return;
            }
            String text = db.column_text(statement, column);
            if (text == null) {
                out.nullValue();
            } else {
                out.value(text);
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static IModelException unreadable(SQLException failure) {
        return XerialErrors.translate(failure, "The column can not be read");
    }

    private void checkNotClosed() {
        if (state == State.CLOSED) {
            throw XerialErrors.misuse("The statement is closed");
        }
    }

    private void checkRow(int column) {
        if (state != State.ROW) {
            throw XerialErrors.misuse("The statement is not on a row");
        }
        checkColumn(column);
    }

    private void checkColumn(int column) {
        if (column < 0 || column >= columnCount) {
            throw new IModelException(Status.BE_SQLITE_RANGE, "There is no such column")
                    .with("column", column)
                    .with("columns", columnCount);
        }
    }

    @Override
    public void close() {
        if (state != State.CLOSED) {
            state = State.CLOSED;
            owner.forget(this);
            try {
                // The answer repeats the failure of the last step, which was reported then.
                core.pointer.close();
            } catch (SQLException e) {
                throw XerialErrors.translate(e, "The statement can not be closed");
            }
        }
    }
}
