package org.imodel4j.sqlite;

import java.sql.SQLException;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;
import org.sqlite.core.DB;

/** The arguments and the result of the call that SQLite makes now; one object serves all calls of a function. */
final class XerialCall implements SqlFunction.Arguments, SqlFunction.Result {
    /** The library lets only the function itself set its result. */
    interface Sink {
        void put(long value) throws SQLException;

        void put(double value) throws SQLException;

        void put(@Nullable String value) throws SQLException;

        void put(byte @Nullable [] value) throws SQLException;

        void fail(String message) throws SQLException;
    }

    private final DB db;
    private final Function function;
    private final Sink sink;
    private int count;

    XerialCall(DB db, Function function, Sink sink) {
        this.db = db;
        this.function = function;
        this.sink = sink;
    }

    /** Runs one call; what it throws becomes the message of the statement that failed. */
    void run(int arguments, Runnable body) throws SQLException {
        count = arguments;
        try {
            body.run();
        } catch (RuntimeException | StackOverflowError e) {
            sink.fail(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    @Override
    public int count() {
        return count;
    }

    private void check(int index) {
        if (index < 0 || index >= count) {
            throw new IModelException(Status.BE_SQLITE_RANGE, "There is no such argument")
                    .with("argument", index)
                    .with("arguments", count);
        }
    }

    @Override
    public int type(int index) {
        check(index);
        try {
            return db.value_type(function, index);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public long longAt(int index) {
        check(index);
        try {
            return db.value_long(function, index);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public double doubleAt(int index) {
        check(index);
        try {
            return db.value_double(function, index);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public @Nullable String textAt(int index) {
        check(index);
        try {
            return db.value_text(function, index);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public byte @Nullable [] blobAt(int index) {
        check(index);
        try {
            return db.value_blob(function, index);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static IModelException unreadable(SQLException failure) {
        return XerialErrors.translate(failure, "The argument can not be read");
    }

    private static IModelException unsettable(SQLException failure) {
        return XerialErrors.translate(failure, "The result can not be set");
    }

    @Override
    public void set(long value) {
        try {
            sink.put(value);
        } catch (SQLException e) {
            throw unsettable(e);
        }
    }

    @Override
    public void set(double value) {
        try {
            sink.put(value);
        } catch (SQLException e) {
            throw unsettable(e);
        }
    }

    @Override
    public void set(@Nullable String value) {
        try {
            sink.put(value);
        } catch (SQLException e) {
            throw unsettable(e);
        }
    }

    @Override
    public void set(byte @Nullable [] value) {
        try {
            sink.put(value);
        } catch (SQLException e) {
            throw unsettable(e);
        }
    }
}
