package org.imodel4j.host.ipc;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.imodel4j.host.HostEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent to one frontend. Any thread may put; a thread of its own writes while there is something to write, so that a slow
 * frontend holds up nobody.
 */
final class Outbox {
    private static final long MOST_BEFORE_START = 1 << 20;

    private final HostEnvironment environment;
    private final long limit;
    private final Consumer<@Nullable IpcClose> broken;
    private final Queue<Outgoing> waiting = new ArrayDeque<>();
    private @Nullable MessageWriter writer;
    private @Nullable Runnable whenRoom;
    private long bytes;
    private boolean writing;
    private boolean closed;

    /** @param broken is told, outside of all locks, when nothing can be sent any longer: why, or null when the network failed */
    Outbox(HostEnvironment environment, long limit, Consumer<@Nullable IpcClose> broken) {
        this.environment = environment;
        this.limit = limit;
        this.broken = broken;
    }

    /** Begins to write; until then everything waits, because nobody knows yet which dialect the frontend speaks. */
    void start(MessageWriter with) {
        synchronized (this) {
            writer = with;
        }
        writeBeside();
    }

    void put(Outgoing message) {
        boolean overflowed = false;
        synchronized (this) {
            if (closed) {
                return;
            }
            long most = writer == null ? Math.min(limit, MOST_BEFORE_START) : limit;
            // A single message of any size is let through: its size is bounded where it is made.
            if (bytes == 0 || bytes + message.bytes() <= most) {
                waiting.add(message);
                bytes += message.bytes();
            } else {
                overflowed = true;
                close();
            }
        }
        if (overflowed) {
            broken.accept(IpcClose.refused("the frontend does not read what it is sent"));
        } else {
            writeBeside();
        }
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
        synchronized (this) {
            if (writing || writer == null || waiting.isEmpty()) {
                return;
            }
            writing = true;
        }
        environment.begin(this::writeAll, "ipc-write");
    }

    private void writeAll() {
        Outgoing done = null;
        while (true) {
            MessageWriter with;
            Outgoing next;
            Runnable readAgain = null;
            synchronized (this) {
                bytes -= done == null ? 0 : done.bytes();
                if (whenRoom != null && bytes <= limit / 8) {
                    readAgain = whenRoom;
                    whenRoom = null;
                }
                next = waiting.poll();
                with = writer;
                writing = next != null;
            }
            if (readAgain != null) {
                readAgain.run();
            }
            if (next == null || with == null) {
                return;
            }
            try {
                with.write(next);
            } catch (IOException gone) {
                close();
                broken.accept(null);
                return;
            }
            done = next;
        }
    }
}
