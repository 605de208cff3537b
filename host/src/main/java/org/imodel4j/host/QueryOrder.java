package org.imodel4j.host;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a piece of work asks of the {@link QueryPool}.
 *
 * @param owner the iModel that the work reads; threads are shared fairly among owners. Compared by identity.
 * @param priority work of a higher number goes first among that of one owner
 * @param timeLimit how long it may take, the wait included; the pool's own limit applies as well
 * @param restartToken unfinished work of the same owner and token is cancelled by this; null: none is
 */
public record QueryOrder(
        Object owner,
        int priority,
        Duration timeLimit,
        @Nullable String restartToken) {
    /** Work of middle priority that may take as long as the pool allows. */
    public static QueryOrder of(Object owner) {
        return new QueryOrder(owner, 0, Duration.ofDays(1), null);
    }
}
