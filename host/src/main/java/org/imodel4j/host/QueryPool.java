package org.imodel4j.host;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The threads in which a host touches SQLite: a bounded number, shared by all open iModels.
 *
 * <p>Owners take turns, and as long as there is more than one thread, no owner can have them all. The work of one owner goes by
 * priority; at equal priority its clients take turns, and the work of one client goes by age. Work that is too late is refused while it waits and interrupted while it runs. Any thread may submit
 * and cancel. Threads start when they are needed for the first time.
 */
public final class QueryPool implements AutoCloseable {
    private static final long WATCH_INTERVAL_NANOS = 25_000_000;

    private final ConcurrentQueryConfig config;
    private final HostEnvironment environment;
    private final int perOwner;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition workOrEnd = lock.newCondition();
    private final Map<Object, OwnerQueue> owners = new IdentityHashMap<>();
    private final ArrayDeque<OwnerQueue> turns = new ArrayDeque<>();
    private final Map<RestartKey, QueryTicket<?>> restartable = new HashMap<>();
    private final AtomicReferenceArray<@Nullable QueryTicket<?>> running;
    private final List<Thread> workers = new ArrayList<>();
    private @Nullable Thread watch;
    private volatile boolean watchSleeps;
    private int queued;
    private int idle;
    private long sequence;
    private boolean closed;

    public QueryPool(ConcurrentQueryConfig config, HostEnvironment environment) {
        this.config = config;
        this.environment = environment;
        this.perOwner = Math.max(1, config.concurrent() - 1);
        this.running = new AtomicReferenceArray<>(config.concurrent());
    }

    public ConcurrentQueryConfig config() {
        return config;
    }

    /** The processor time of the calling thread. */
    public long threadCpuNanos() {
        return environment.threadCpuNanos();
    }

    /** Runs work and waits for it. Throws what it throws, or {@link QueryRefusedException}. */
    public <T> T run(QueryOrder order, QueryWork<T> work) {
        return submit(order, work).await();
    }

    /** Puts work in line. The calling thread is the one that has to wait for the ticket. */
    public <T> QueryTicket<T> submit(QueryOrder order, QueryWork<T> work) {
        long limit = Math.min(
                config.maxTimeAllowed().toNanos(), Math.max(0, order.timeLimit().toNanos()));
        QueryTicket<T> ticket;
        QueryTicket<?> replaced = null;
        lock.lock();
        try {
            ticket = new QueryTicket<>(order, sequence++, work, System.nanoTime(), limit);
            if (closed) {
                ticket.refuse(QueryStatus.SHUTTING_DOWN);
                return ticket;
            }
            if (queued >= config.maxQueueSize()) {
                ticket.refuse(QueryStatus.QUEUE_FULL);
                return ticket;
            }
            if (order.restartToken() != null) {
                replaced = restartable.put(new RestartKey(order.owner(), order.restartToken()), ticket);
            }
            enqueue(ticket);
        } finally {
            lock.unlock();
        }
        if (replaced != null) {
            replaced.cancel();
        }
        if (watchSleeps) {
            LockSupport.unpark(watch);
        }
        return ticket;
    }

    /** Work that waits for a thread. */
    public int queued() {
        lock.lock();
        try {
            return queued;
        } finally {
            lock.unlock();
        }
    }

    /** Refuses what waits, stops what runs, and returns when no thread is left. */
    @Override
    public void close() {
        List<Thread> toJoin;
        lock.lock();
        try {
            closed = true;
            for (OwnerQueue owner : owners.values()) {
                owner.drain(t -> t.refuse(QueryStatus.SHUTTING_DOWN));
            }
            queued = 0;
            turns.clear();
            toJoin = new ArrayList<>(workers);
            workOrEnd.signalAll();
        } finally {
            lock.unlock();
        }
        for (int i = 0; i < running.length(); i++) {
            QueryTicket<?> ticket = running.get(i);
            if (ticket != null) {
                ticket.stop(QueryStatus.SHUTTING_DOWN);
            }
        }
        if (watch != null) {
            toJoin.add(watch);
            LockSupport.unpark(watch);
        }
        join(toJoin);
    }

    private static void join(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            // Work of this pool may close the host it runs in; it can not wait for itself.
            while (thread != Thread.currentThread() && thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void enqueue(QueryTicket<?> ticket) {
        OwnerQueue owner = owners.computeIfAbsent(ticket.order.owner(), OwnerQueue::new);
        owner.add(ticket);
        queued++;
        if (!owner.inTurns) {
            owner.inTurns = true;
            turns.addLast(owner);
        }
        if (queued <= idle || workers.size() == config.concurrent()) {
            workOrEnd.signal();
        } else {
            int slot = workers.size();
            Thread worker = environment.newQueryThread(() -> workerLoop(slot), "imodel-query-" + slot);
            workers.add(worker);
            worker.start();
            if (watch == null) {
                watch = environment.newQueryThread(this::watchLoop, "imodel-query-watch");
                watch.start();
            }
        }
    }

    private void workerLoop(int slot) {
        QueryTicket<?> done = null;
        while (true) {
            QueryTicket<?> next = exchange(slot, done);
            if (next == null) {
                return;
            }
            next.run();
            done = next;
        }
    }

    /** Gives back the turn of finished work and waits for the next; null when the pool was closed. */
    private @Nullable QueryTicket<?> exchange(int slot, @Nullable QueryTicket<?> done) {
        lock.lock();
        try {
            if (done != null) {
                running.set(slot, null);
                finished(done);
            }
            while (true) {
                if (closed) {
                    return null;
                }
                QueryTicket<?> next = poll();
                if (next != null) {
                    running.set(slot, next);
                    return next;
                }
                idle++;
                workOrEnd.awaitUninterruptibly();
                idle--;
            }
        } finally {
            lock.unlock();
        }
    }

    private @Nullable QueryTicket<?> poll() {
        for (int i = turns.size(); i > 0; i--) {
            OwnerQueue owner = turns.removeFirst();
            QueryTicket<?> next = owner.active < perOwner ? owner.poll() : null;
            if (next != null) {
                owner.active++;
                queued--;
            }
            if (owner.isEmpty()) {
                owner.inTurns = false;
            } else {
                turns.addLast(owner);
            }
            if (next != null) {
                return next;
            }
        }
        return null;
    }

    private void finished(QueryTicket<?> ticket) {
        OwnerQueue owner = owners.get(ticket.order.owner());
        if (owner != null) {
            owner.active--;
            if (owner.active == 0 && owner.isEmpty()) {
                owners.remove(owner.owner());
            } else if (!owner.isEmpty() && idle > 0) {
                workOrEnd.signal();
            }
        }
        forgetRestart(ticket);
    }

    private void forgetRestart(QueryTicket<?> ticket) {
        String token = ticket.order.restartToken();
        if (token != null) {
            restartable.remove(new RestartKey(ticket.order.owner(), token), ticket);
        }
    }

    /** Interrupts what is cancelled or behind its time; sleeps for good while nothing runs and nothing waits. */
    private void watchLoop() {
        while (true) {
            watchSleeps = true;
            boolean busy;
            lock.lock();
            try {
                if (closed) {
                    return;
                }
                refuseLate();
                busy = queued > 0 || isAnyRunning();
            } finally {
                lock.unlock();
            }
            if (busy) {
                watchSleeps = false;
                insistOnStops();
                LockSupport.parkNanos(this, WATCH_INTERVAL_NANOS);
            } else {
                LockSupport.park(this);
            }
        }
    }

    private boolean isAnyRunning() {
        for (int i = 0; i < running.length(); i++) {
            if (running.get(i) != null) {
                return true;
            }
        }
        return false;
    }

    private void insistOnStops() {
        long now = System.nanoTime();
        for (int i = 0; i < running.length(); i++) {
            QueryTicket<?> ticket = running.get(i);
            if (ticket != null) {
                ticket.insist(now);
            }
        }
    }

    private void refuseLate() {
        for (Iterator<OwnerQueue> all = owners.values().iterator(); all.hasNext(); ) {
            OwnerQueue owner = all.next();
            owner.removeIf(this::refuseIfLate);
            if (owner.isEmpty() && owner.active == 0) {
                turns.remove(owner);
                all.remove();
            }
        }
    }

    private boolean refuseIfLate(QueryTicket<?> ticket) {
        QueryStatus reason = ticket.stopReason();
        if (reason == null) {
            return false;
        }
        ticket.refuse(reason == QueryStatus.PARTIAL ? QueryStatus.TIMEOUT : reason);
        forgetRestart(ticket);
        queued--;
        return true;
    }

    private record RestartKey(Object owner, String token) {}
}
