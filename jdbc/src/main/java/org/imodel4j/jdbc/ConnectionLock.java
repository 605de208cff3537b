package org.imodel4j.jdbc;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread at a time use a connection to the file, as that wants it, while JDBC lets threads share a connection. Knows which
 * execution runs, for the question whether it must stop.
 */
final class ConnectionLock {
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Execution running;
    private volatile boolean closing;

    /** @param execution what will run; null for work that nobody stops */
    void enter(@Nullable Execution execution) {
        lock.lock();
        running = execution;
    }

    void leave() {
        running = null;
        lock.unlock();
    }

    /** From any thread: what runs stops soon. */
    void startClosing() {
        closing = true;
    }

    boolean isClosing() {
        return closing;
    }

    /** Asked while SQLite runs. */
    boolean mustStop() {
        Execution execution = running;
        return execution != null && (closing || execution.mustStop());
    }
}
