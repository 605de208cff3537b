package org.imodel4j.host.rpc.read;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.imodel4j.host.QueryTicket;
import org.jspecify.annotations.Nullable;

/**
 * Carries the bytes of an answer from the query thread that makes them to the thread of the request that sends them.
 *
 * <p>A bounded number of bytes waits here. A client that reads too slowly makes the query thread wait for a moment only; then {@link #isStalled} tells it
 * to end the answer with what it has, since the threads belong to everybody.
 */
final class RowPipe extends OutputStream {
    private static final long MOST_BYTES = 1 << 20;
    private static final long PATIENCE_NANOS = 3_000_000_000L;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition drained = lock.newCondition();
    private final ArrayDeque<byte[]> chunks = new ArrayDeque<>();
    private @Nullable QueryTicket<?> ticket;
    private long waiting;
    private boolean used;
    private boolean stalled;
    private boolean abandoned;

    /** Prepares the pipe for the work of a ticket; called in the query thread. */
    void open(QueryTicket<?> newTicket) {
        ticket = newTicket;
        chunks.clear();
        waiting = 0;
        used = false;
        stalled = false;
        abandoned = false;
    }

    /** Whether bytes have left the query thread. */
    boolean isUsed() {
        return used;
    }

    boolean isStalled() {
        return stalled;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (length == 0) {
            return;
        }
        byte[] chunk = Arrays.copyOfRange(bytes, offset, offset + length);
        lock.lock();
        try {
            used = true;
            waitForRoom();
            if (!abandoned) {
                chunks.add(chunk);
                waiting += length;
            }
        } finally {
            lock.unlock();
        }
        if (ticket != null) {
            ticket.wakeRequester();
        }
    }

    private void waitForRoom() {
        long patience = PATIENCE_NANOS;
        while (waiting >= MOST_BYTES && !abandoned && !stalled && ticket != null && !ticket.shouldStop()) {
            try {
                patience = drained.awaitNanos(Math.min(patience, TimeUnit.MILLISECONDS.toNanos(100))) > 0
                        ? PATIENCE_NANOS
                        : patience - TimeUnit.MILLISECONDS.toNanos(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                patience = 0;
            }
            stalled |= patience <= 0;
        }
    }

    /** In the thread of the request: sends what is there. */
    void drainTo(OutputStream out) throws IOException {
        for (byte[] chunk = poll(); chunk != null; chunk = poll()) {
            out.write(chunk);
        }
    }

    private byte @Nullable [] poll() {
        lock.lock();
        try {
            byte[] chunk = chunks.poll();
            if (chunk != null) {
                waiting -= chunk.length;
                drained.signal();
            }
            return chunk;
        } finally {
            lock.unlock();
        }
    }

    /** Nobody reads any longer: what comes is dropped. */
    void abandon() {
        lock.lock();
        try {
            abandoned = true;
            chunks.clear();
            waiting = 0;
            drained.signal();
        } finally {
            lock.unlock();
        }
    }
}
