package org.imodel4j.host;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a piece of work asks of the {@link QueryPool}.
 *
 * @param owner the iModel that the work reads; threads are shared fairly among owners. Compared by identity.
 * @param client who asks; at equal priority the clients of one owner take turns. Empty when nobody knows
 * @param priority work of a higher number goes first among that of one owner
 * @param timeLimit how long it may take, the wait included; the pool's own limit applies as well
 * @param restartToken unfinished work of the same owner and token is cancelled by this; null: none is
 */
public record QueryOrder(
        Object owner,
        String client,
        int priority,
        Duration timeLimit,
        @Nullable String restartToken) {
    /** As {@link #of(Object, String)}, for work of the host itself. */
    public static QueryOrder of(Object owner) {
        return of(owner, "");
    }

    /** Work of middle priority that may take as long as the pool allows. */
    public static QueryOrder of(Object owner, String client) {
        return new QueryOrder(owner, client, 0, Duration.ofDays(1), null);
    }
}
