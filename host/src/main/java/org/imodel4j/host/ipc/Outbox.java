package org.imodel4j.host.ipc;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.function.Consumer;
import org.imodel4j.host.HostEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent to one frontend. Any thread may put; one thread at a time writes while there is something to write, so that a slow
 * frontend holds up nobody else. What waits together is given to the network together.
 */
final class Outbox {
    private static final long MOST_BEFORE_START = 1 << 20;
    private static final long MOST_TOGETHER = 1 << 16;

    private final HostEnvironment environment;
    private final long limit;
    private final long mostTogether;
    private final Consumer<@Nullable IpcClose> broken;
    private final Queue<IpcOutput> waiting = new ArrayDeque<>();
    private volatile @Nullable Writer writer;
    private @Nullable Runnable whenRoom;
    private long bytes;
    private boolean writing;
    private boolean closed;

    /** Sends one after the other; blocks while the network takes nothing. */
    interface Writer {
        void write(IpcOutput output) throws IOException;

        /** Returns when the network has all that was written. */
        void flush() throws IOException;
    }

    /** @param broken is told, outside of all locks, when nothing can be sent any longer: why, or null when the network failed */
    Outbox(HostEnvironment environment, long limit, Consumer<@Nullable IpcClose> broken) {
        this.environment = environment;
        this.limit = limit;
        this.mostTogether = Math.min(MOST_TOGETHER, limit / 8);
        this.broken = broken;
    }

    /** Begins to write; until then everything waits, because nobody knows yet which dialect the frontend speaks. */
    void start(Writer with) {
        synchronized (this) {
            writer = with;
        }
        writeBeside();
    }

    /** Has a message written by another thread. */
    void put(IpcOutput message) {
        if (added(message)) {
            writeBeside();
        }
    }

    /**
     * Writes a message and what waits beside it, unless another thread already writes: for threads that may wait for the frontend.
     *
     * @param moreToCome whether others will soon have something to write; then they are let run first, so that it is written together
     */
    void putAndWrite(IpcOutput message, boolean moreToCome) {
        if (added(message) && mayWrite()) {
            if (moreToCome) {
                Thread.yield();
            }
            writeAll();
        }
    }

    private boolean added(IpcOutput message) {
        synchronized (this) {
            if (closed) {
                return false;
            }
            long most = writer == null ? Math.min(limit, MOST_BEFORE_START) : limit;
            // A single message of any size is let through: its size is bounded where it is made.
            if (bytes == 0 || bytes + message.bytes() <= most) {
                waiting.add(message);
                bytes += message.bytes();
                return true;
            }
            close();
        }
        broken.accept(IpcClose.refused("the frontend does not read what it is sent"));
        return false;
    }

    /** Runs an action as soon as little enough waits that further requests may be read: now, or later in another thread. */
    void whenRoom(Runnable action) {
        synchronized (this) {
            if (!closed && bytes > limit / 8) {
                whenRoom = action;
                return;
            }
        }
        action.run();
    }

    synchronized void close() {
        closed = true;
        waiting.clear();
    }

    private void writeBeside() {
        if (mayWrite()) {
            environment.begin(this::writeAll, "ipc-write");
        }
    }

    private synchronized boolean mayWrite() {
        if (writing || writer == null || waiting.isEmpty()) {
            return false;
        }
        writing = true;
        return true;
    }

    private void writeAll() {
        Writer with = Objects.requireNonNull(writer);
        long together = 0;
        try {
            while (true) {
                IpcOutput next = together < mostTogether ? poll() : null;
                if (next != null) {
                    with.write(next);
                    together += next.bytes();
                } else if (together > 0) {
                    with.flush();
                    written(together);
                    together = 0;
                } else if (isDone()) {
                    return;
                }
            }
        } catch (IOException gone) {
            close();
            broken.accept(null);
        } catch (RuntimeException | Error defect) {
            close();
            broken.accept(IpcClose.internal("a message could not be written"));
            throw defect;
        }
    }

    private synchronized @Nullable IpcOutput poll() {
        return waiting.poll();
    }

    private synchronized boolean isDone() {
        writing = !waiting.isEmpty();
        return !writing;
    }

    private void written(long count) {
        Runnable readAgain = null;
        synchronized (this) {
            bytes -= count;
            if (bytes <= limit / 8) {
                readAgain = whenRoom;
                whenRoom = null;
            }
        }
        if (readAgain != null) {
            readAgain.run();
        }
    }
}
