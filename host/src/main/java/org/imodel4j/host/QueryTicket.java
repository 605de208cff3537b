package org.imodel4j.host;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work in the {@link QueryPool}, from its submission to its end.
 *
 * <p>Two threads meet here: the one that submitted the work waits ({@link #await}), a query thread runs it. Any thread may
 * cancel.
 */
public final class QueryTicket<T> {
    private enum State {
        QUEUED,
        RUNNING,
        ENDED
    }

    final QueryOrder order;
    final long sequence;
    final long submittedNanos;
    final long deadlineNanos;
    private final QueryWork<T> work;
    private final Thread requester = Thread.currentThread();
    private volatile State state = State.QUEUED;
    /** Why the work has to stop; null as long as it need not. */
    private volatile @Nullable QueryStatus stopReason;

    private volatile boolean woken;
    private @Nullable Runnable interruption;
    private @Nullable T result;
    private @Nullable RuntimeException failure;

    QueryTicket(QueryOrder order, long sequence, QueryWork<T> work, long submittedNanos, long timeLimitNanos) {
        this.order = order;
        this.sequence = sequence;
        this.work = work;
        this.submittedNanos = submittedNanos;
        this.deadlineNanos = submittedNanos + timeLimitNanos;
    }

    /** Asks the work to stop; without effect when it has ended. */
    public void cancel() {
        stop(QueryStatus.CANCEL);
    }

    /** True when the work was cancelled or its time is over; cheap enough for every row. */
    public boolean shouldStop() {
        return stopReason != null || System.nanoTime() - deadlineNanos >= 0;
    }

    /** CANCEL or SHUTTING_DOWN when somebody stopped the work, PARTIAL when its time was over, null otherwise. */
    public @Nullable QueryStatus stopReason() {
        QueryStatus reason = stopReason;
        if (reason == null && System.nanoTime() - deadlineNanos >= 0) {
            return QueryStatus.PARTIAL;
        }
        return reason;
    }

    /** How long the work has waited and run. */
    public long elapsedNanos() {
        return System.nanoTime() - submittedNanos;
    }

    public long timeLimitNanos() {
        return deadlineNanos - submittedNanos;
    }

    /**
     * Runs a part of the work that can be interrupted from outside, such as a step of SQLite. The interruption runs in
     * another thread, at most until this method returns, and perhaps several times.
     */
    public <R> R interruptibly(Runnable interrupt, java.util.function.Supplier<R> part) {
        arm(interrupt);
        try {
            return part.get();
        } finally {
            arm(null);
        }
    }

    private synchronized void arm(@Nullable Runnable interrupt) {
        interruption = interrupt;
        if (interrupt != null && stopReason != null) {
            interrupt.run();
        }
    }

    /** Lets a thread that waits in {@link #awaitProgress} look again. */
    public void wakeRequester() {
        woken = true;
        LockSupport.unpark(requester);
    }

    /** Waits until the work has ended or {@link #wakeRequester} was called since the last time; true when it has ended. */
    public boolean awaitProgress() {
        while (state != State.ENDED && !woken) {
            LockSupport.park(this);
            if (Thread.interrupted()) {
                cancel();
            }
        }
        woken = false;
        return state == State.ENDED;
    }

    /** Waits for the end of the work. Throws what the work threw, or {@link QueryRefusedException} when it never ran. */
    public T await() {
        while (state != State.ENDED) {
            LockSupport.park(this);
            if (Thread.interrupted()) {
                cancel();
            }
        }
        return outcome();
    }

    @SuppressWarnings("NullAway") // null only where T allows it: the work's own answer
    private synchronized T outcome() {
        if (failure != null) {
            throw failure;
        }
        return result;
    }

    /** In a query thread: runs the work unless it was stopped before. */
    void run() {
        QueryStatus reason = stopReason;
        if (reason == null && System.nanoTime() - deadlineNanos >= 0) {
            reason = QueryStatus.TIMEOUT;
        }
        if (reason != null) {
            refuse(reason);
            return;
        }
        state = State.RUNNING;
        try {
            end(work.run(this), null);
        } catch (RuntimeException e) {
            end(null, e);
        } catch (Error e) {
            // A stack overflow or a lack of memory concerns this request; the thread goes on with the next one.
            end(
                    null,
                    new IllegalStateException(
                            "A query ended with " + e.getClass().getName(), e));
        }
    }

    void refuse(QueryStatus reason) {
        end(null, new QueryRefusedException(reason));
    }

    /**
     * Called by the pool's watch over and over while the work runs. An interruption between two statements of SQLite has no effect, so
     * one is not enough.
     */
    void insist(long nowNanos) {
        QueryStatus reason = nowNanos - deadlineNanos >= 0 ? QueryStatus.PARTIAL : stopReason;
        if (reason != null && state == State.RUNNING) {
            stop(reason);
        }
    }

    synchronized void stop(QueryStatus reason) {
        if (state == State.ENDED) {
            return;
        }
        if (stopReason == null) {
            stopReason = reason;
        }
        if (interruption != null) {
            interruption.run();
        }
    }

    private void end(@Nullable T value, @Nullable RuntimeException thrown) {
        synchronized (this) {
            if (state == State.ENDED) {
                return;
            }
            result = value;
            failure = thrown;
            state = State.ENDED;
        }
        LockSupport.unpark(requester);
    }
}
