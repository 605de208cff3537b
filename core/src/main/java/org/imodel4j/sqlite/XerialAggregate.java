package org.imodel4j.sqlite;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;
import org.sqlite.core.DB;

/** An aggregate function as {@code sqlite-jdbc} calls it: the library clones this object for each group. */
final class XerialAggregate extends Function.Aggregate implements XerialCall.Sink {
    private final DB db;
    private final SqlFunction.Aggregate aggregate;
    private @Nullable Group group;

    /** What a clone must not share with the others. */
    private record Group(XerialCall call, SqlFunction.Accumulator accumulator) {}

    XerialAggregate(DB db, SqlFunction.Aggregate aggregate) {
        this.db = db;
        this.aggregate = aggregate;
    }

    private Group group() {
        Group known = group;
        if (known == null) {
            known = new Group(
                    new XerialCall(db, this, this), aggregate.accumulators().get());
            group = known;
        }
        return known;
    }

    @Override
    protected void xStep() throws SQLException {
        Group current = group();
        current.call().run(args(), () -> current.accumulator().add(current.call()));
    }

    @Override
    protected void xFinal() throws SQLException {
        Group current = group();
        // The values are those of the last row, or none: the library refuses to be asked for them now.
        current.call().run(0, () -> current.accumulator().finish(current.call()));
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
