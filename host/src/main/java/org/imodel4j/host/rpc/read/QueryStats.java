package org.imodel4j.host.rpc.read;

import org.imodel4j.host.QueryTicket;
import org.imodel4j.json.JsonWriter;

/**
 * What a query cost. Frontends add the figures up, so all of them are always there.
 *
 * @param cpuMicros processor time
 * @param totalMillis from the arrival of the request on
 * @param memLimit bytes of rows that one answer may hold
 * @param memUsed bytes of rows that it holds
 */
record QueryStats(
        long cpuMicros, long totalMillis, long timeLimitMillis, long memLimit, long memUsed, long prepareMillis) {
    /** The cost of work that never ran. */
    static QueryStats none(long timeLimitMillis, long memLimit) {
        return new QueryStats(0, 0, timeLimitMillis, memLimit, 0, 0);
    }

    static QueryStats of(QueryTicket<?> ticket, long cpuNanos, long memLimit, long memUsed, long prepareNanos) {
        return new QueryStats(
                cpuNanos / 1000,
                ticket.elapsedNanos() / 1_000_000,
                ticket.timeLimitNanos() / 1_000_000,
                memLimit,
                memUsed,
                prepareNanos / 1_000_000);
    }

    /** Writes the member {@code stats}. */
    void write(JsonWriter out) {
        out.name("stats").beginObject();
        out.name("cpuTime").value(cpuMicros).name("totalTime").value(totalMillis);
        out.name("timeLimit").value(timeLimitMillis).name("memLimit").value(memLimit);
        out.name("memUsed").value(memUsed).name("prepareTime").value(prepareMillis);
        out.endObject();
    }
}
