package org.imodel4j.sqlite;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;
import org.sqlite.core.DB;

/** A scalar function as {@code sqlite-jdbc} calls it. */
final class XerialScalar extends Function implements XerialCall.Sink {
    private final XerialCall call;
    private final Runnable body;

    XerialScalar(DB db, SqlFunction.Scalar scalar) {
        this.call = new XerialCall(db, this, this);
        this.body = () -> scalar.body().call(call, call);
    }

    @Override
    protected void xFunc() throws SQLException {
        call.run(args(), body);
    }

    @Override
    public void put(long value) throws SQLException {
        result(value);
    }

    @Override
    public void put(double value) throws SQLException {
        result(value);
    }

    @Override
    public void put(@Nullable String value) throws SQLException {
        result(value);
    }

    @Override
    public void put(byte @Nullable [] value) throws SQLException {
        result(value);
    }

    @Override
    public void fail(String message) throws SQLException {
        error(message);
    }
}
