package org.imodel4j.imodel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.jspecify.annotations.Nullable;

/**
 * Lends the read connections of one file, at most so many at a time; opened when first needed and kept until the file closes.
 * Safe for use by several threads. A thread that reads inside of a read gets the connection that it has already, so readers
 * can not wait for each other.
 */
final class ConnectionPool implements AutoCloseable {
    private final int most;
    private final Supplier<FileConnection> opener;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<FileConnection> idle = new ArrayDeque<>();
    private final Set<FileConnection> lent = new HashSet<>();
    private final ThreadLocal<@Nullable FileConnection> mine = new ThreadLocal<>();
    private int opening;
    private boolean closed;

    ConnectionPool(int most, Supplier<FileConnection> opener, FileConnection first) {
        this.most = most;
        this.opener = opener;
        idle.push(first);
    }

    <T extends @Nullable Object> T read(Function<FileConnection, T> work) {
        FileConnection outer = mine.get();
        if (outer != null) {
            return work.apply(outer);
        }
        FileConnection connection = borrow();
        mine.set(connection);
        try {
            return work.apply(connection);
        } finally {
            mine.remove();
            giveBack(connection);
        }
    }

    private FileConnection borrow() {
        lock.lock();
        try {
            while (!closed && idle.isEmpty() && lent.size() + opening >= most) {
                changed.await();
            }
            if (closed) {
                throw new IModelException(Status.NOT_OPEN, "The file is closed");
            }
            if (!idle.isEmpty()) {
                FileConnection connection = idle.pop();
                lent.add(connection);
                return connection;
            }
            opening++;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IModelException(Status.ABORTED, "Interrupted while waiting for a connection", e);
        } finally {
            lock.unlock();
        }
        return openOneMore();
    }

    private FileConnection openOneMore() {
        FileConnection connection = null;
        try {
            connection = opener.get();
            return connection;
        } finally {
            lock.lock();
            try {
                opening--;
                if (connection == null) {
                    changed.signal();
                } else {
                    lent.add(connection);
                }
            } finally {
                lock.unlock();
            }
        }
    }

    private void giveBack(FileConnection connection) {
        boolean keep;
        lock.lock();
        try {
            lent.remove(connection);
            keep = !closed && !connection.isInUse();
            if (keep) {
                idle.push(connection);
            }
            changed.signal();
        } finally {
            lock.unlock();
        }
        if (!keep) {
            connection.close();
        }
    }

    /** Closes the connections that nobody uses; stops what runs on the others, which close when they come back. */
    @Override
    public void close() {
        List<FileConnection> unused;
        lock.lock();
        try {
            closed = true;
            unused = new ArrayList<>(idle);
            idle.clear();
            lent.forEach(connection -> connection.database().interrupt());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        unused.forEach(FileConnection::close);
    }

    /** Number of connections that are open now. */
    int size() {
        lock.lock();
        try {
            return idle.size() + lent.size();
        } finally {
            lock.unlock();
        }
    }
}
