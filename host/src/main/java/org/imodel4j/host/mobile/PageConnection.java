package org.imodel4j.host.mobile;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Over what a page is reached at the moment. While the application is in the background nothing reaches it; then whoever sends waits. Safe for use
 * by many threads.
 */
final class PageConnection {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private State state = State.HERE;
    private @Nullable Link link;

    PageConnection(Link link) {
        this.link = link;
    }

    private enum State {
        /** Connected; a page that loses its connection now is gone. */
        HERE,
        /** In the background; it can not connect. */
        AWAY,
        /** Told to connect anew; the next connection is its. */
        EXPECTED,
        /** Gone for good. */
        OVER
    }

    /** The application goes to the background. */
    void leave() {
        lock.lock();
        try {
            state = state == State.OVER ? State.OVER : State.AWAY;
        } finally {
            lock.unlock();
        }
    }

    /** The page is told to connect anew. */
    void expect() {
        lock.lock();
        try {
            state = state == State.OVER ? State.OVER : State.EXPECTED;
        } finally {
            lock.unlock();
        }
    }

    /** Takes a new connection if the page was told to make one; false when it must be that of another page. */
    boolean takesBack(Link next) {
        Link before;
        lock.lock();
        try {
            if (state != State.EXPECTED) {
                return false;
            }
            state = State.HERE;
            before = link;
            link = next;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (before != null) {
            before.transport().close(Pages.REPLACED);
        }
        return true;
    }

    /** A connection is over; true when the page is gone with it. */
    boolean lost(Link gone) {
        lock.lock();
        try {
            if (link != gone) {
                return false;
            }
            link = null;
            return state == State.HERE;
        } finally {
            lock.unlock();
        }
    }

    /** The page is gone for good; gives its last connection if it is still open. */
    @Nullable
    Link end() {
        lock.lock();
        try {
            state = State.OVER;
            Link last = link;
            link = null;
            changed.signalAll();
            return last;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a page that is expected is back or gone; true when it is still expected when the time is over. */
    boolean isMissingAfter(Duration time) throws InterruptedException {
        lock.lock();
        try {
            long left = time.toNanos();
            while (state == State.EXPECTED && left > 0) {
                left = changed.awaitNanos(left);
            }
            return state == State.EXPECTED;
        } finally {
            lock.unlock();
        }
    }

    /** Whether something that is for one connection only can still be sent. */
    boolean is(Link asked) {
        lock.lock();
        try {
            return link == asked;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a connection; fails when there will be none any more. */
    Link await() throws IOException {
        lock.lock();
        try {
            while (link == null && state != State.OVER) {
                changed.await();
            }
            if (link == null) {
                throw new IOException("the page is gone");
            }
            return link;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            lock.unlock();
        }
    }
}
