package org.imodel4j.sqlite;

import org.jspecify.annotations.Nullable;

/** A function written in Java that SQL can call. */
public sealed interface SqlFunction {
    /** As SQL names it, without case. */
    String name();

    /** Number of arguments, -1 for any. */
    int arity();

    /** The same arguments always give the same result. */
    boolean deterministic();

    /** The same function under another name. */
    default SqlFunction named(String other) {
        return switch (this) {
            case Scalar scalar -> new Scalar(other, scalar.arity(), scalar.deterministic(), scalar.body());
            case Aggregate aggregate ->
                new Aggregate(other, aggregate.arity(), aggregate.deterministic(), aggregate.accumulators());
        };
    }

    /** Arguments of one call, counted from 0. Valid during the call. */
    interface Arguments {
        int count();

        /** One of the storage classes of {@link SqliteStatement}. */
        int type(int index);

        long longAt(int index);

        double doubleAt(int index);

        @Nullable
        String textAt(int index);

        byte @Nullable [] blobAt(int index);
    }

    /** Where a call puts its result; nothing put means NULL. */
    interface Result {
        void set(long value);

        void set(double value);

        void set(@Nullable String value);

        void set(byte @Nullable [] value);
    }

    /** The body of a scalar function. An exception fails the statement with its message. */
    @FunctionalInterface
    interface Body {
        void call(Arguments arguments, Result result);
    }

    /** One value for each row. */
    record Scalar(String name, int arity, boolean deterministic, Body body) implements SqlFunction {}

    /** One value for each group; a new accumulator is made for each. */
    record Aggregate(
            String name, int arity, boolean deterministic, java.util.function.Supplier<Accumulator> accumulators)
            implements SqlFunction {}

    /** The state of one group. */
    interface Accumulator {
        void add(Arguments arguments);

        void finish(Result result);
    }
}
