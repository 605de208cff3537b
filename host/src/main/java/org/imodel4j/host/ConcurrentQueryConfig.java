package org.imodel4j.host;

import java.time.Duration;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/**
 * How many queries a host runs at once and how much each may take.
 *
 * @param concurrent threads that run queries, shared by all open iModels; at least 1
 * @param maxQueueSize queries that may wait; one more is answered with QueueFull
 * @param maxTimeAllowed how long a query may take, the wait for a thread included; a request may ask for less
 * @param maxMemoryAllowed how many bytes of rows one answer may hold; a request may ask for less
 * @param maxRowsAllowed how many rows one answer may hold
 */
public record ConcurrentQueryConfig(
        int concurrent, int maxQueueSize, Duration maxTimeAllowed, long maxMemoryAllowed, long maxRowsAllowed) {
    public ConcurrentQueryConfig {
        if (concurrent < 1
                || maxQueueSize < 1
                || maxTimeAllowed.isNegative()
                || maxTimeAllowed.isZero()
                || maxMemoryAllowed < 1
                || maxRowsAllowed < 1) {
            throw new IModelException(Status.BAD_ARG, "concurrentQuery: every figure has to be positive")
                    .with("concurrent", concurrent)
                    .with("maxQueueSize", maxQueueSize);
        }
    }

    /**
     * 60 seconds and 8 MiB as the reference has, and 500 waiting queries per thread. Threads: one per processor and at least four,
     * since one of them is always left to the other iModels.
     */
    public static ConcurrentQueryConfig defaults() {
        int threads = Math.max(4, Runtime.getRuntime().availableProcessors());
        return new ConcurrentQueryConfig(threads, threads * 500, Duration.ofSeconds(60), 8L << 20, Long.MAX_VALUE);
    }
}
