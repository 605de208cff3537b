package org.imodel4j.host.rpc.read;

import java.time.Duration;
import java.util.function.Supplier;
import org.imodel4j.ecsql.run.QueryArguments;
import org.imodel4j.host.ConcurrentQueryConfig;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A question for rows, whichever dialect it came in.
 *
 * @param arguments reads the values for the parameters; its failure is one of the answer
 * @param offset rows to leave out
 * @param count most rows, -1 for all
 * @param timeLimit not more than the host allows
 * @param memLimit not more than the host allows
 * @param restartToken null when earlier questions go on
 */
record RowQuery(
        String ecsql,
        Supplier<QueryArguments> arguments,
        long offset,
        long count,
        Duration timeLimit,
        long memLimit,
        int priority,
        @Nullable String restartToken) {

    /** A quota in seconds and bytes; what is missing or not positive is as the host allows. */
    static Duration time(@Nullable JsonObject quota, String name, ConcurrentQueryConfig config) {
        double seconds = number(quota, name);
        if (seconds > 0 && seconds < config.maxTimeAllowed().toMillis() / 1000.0) {
            return Duration.ofNanos(Math.max(1, (long) (seconds * 1e9)));
        }
        return config.maxTimeAllowed();
    }

    static long memory(@Nullable JsonObject quota, String name, ConcurrentQueryConfig config) {
        double bytes = number(quota, name);
        return bytes > 0 && bytes < config.maxMemoryAllowed() ? (long) bytes : config.maxMemoryAllowed();
    }

    static double number(@Nullable JsonObject object, String name) {
        JsonValue.Number number = object == null ? null : object.number(name);
        return number == null ? -1 : number.value();
    }
}
