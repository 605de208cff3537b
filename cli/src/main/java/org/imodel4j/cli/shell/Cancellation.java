package org.imodel4j.cli.shell;

import org.imodel4j.ecsql.run.ReadConnection;
import org.jspecify.annotations.Nullable;

/** Stops the query that runs now. Asked for from any thread. */
final class Cancellation {
    private volatile boolean wanted;
    private volatile @Nullable ReadConnection running;

    /** Stops what runs; what starts later is not concerned. */
    void cancel() {
        wanted = true;
        ReadConnection connection = running;
        if (connection != null) {
            connection.interrupt();
        }
    }

    /** Called by the thread that runs queries, before each. */
    void begin() {
        wanted = false;
    }

    /** Makes a connection stoppable while work is done with it. */
    void during(ReadConnection connection, Runnable work) {
        connection.onProgress(() -> wanted);
        running = connection;
        try {
            work.run();
        } finally {
            running = null;
            connection.onProgress(null);
        }
    }

    boolean isWanted() {
        return wanted;
    }
}
