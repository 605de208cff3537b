package org.imodel4j.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.imodel4j.error.IModelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class QueryPoolTest {
    private final Object a = new Object();
    private final Object b = new Object();

    private static QueryPool pool(int threads, int queue) {
        return new QueryPool(
                new ConcurrentQueryConfig(threads, queue, Duration.ofSeconds(50), 1 << 20, 1000),
                HostEnvironment.portable());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static QueryOrder order(Object owner, int priority) {
        return new QueryOrder(owner, "", priority, Duration.ofSeconds(50), null);
    }

    @Test
    void workGivesItsResultOrItsFailure() {
        try (QueryPool pool = pool(2, 10)) {
            assertThat(pool.<Integer>run(QueryOrder.of(a), t -> 42)).isEqualTo(42);
            assertThatThrownBy(() -> pool.<Integer>run(QueryOrder.of(a), t -> {
                        throw new IllegalArgumentException("bad");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> pool.<Integer>run(QueryOrder.of(a), t -> endless(1)))
                    .hasMessageContaining("StackOverflowError");
            assertThat(pool.<Integer>run(QueryOrder.of(a), t -> 43)).isEqualTo(43);
        }
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int endless(int depth) {
        return endless(depth + 1) + 1;
    }

    @Test
    void higherPriorityGoesFirst() {
        try (QueryPool pool = pool(1, 10)) {
            CountDownLatch started = new CountDownLatch(1);
            CountDownLatch go = new CountDownLatch(1);
            List<Integer> ran = Collections.synchronizedList(new ArrayList<>());
            QueryTicket<Integer> block = pool.submit(order(a, 0), t -> {
                started.countDown();
                await(go);
                return 0;
            });
            await(started);
            List<QueryTicket<Integer>> tickets = new ArrayList<>();
            for (int priority : new int[] {0, 2, 1, 2}) {
                tickets.add(pool.submit(order(a, priority), t -> {
                    ran.add(priority);
                    return priority;
                }));
            }
            go.countDown();
            block.await();
            tickets.forEach(QueryTicket::await);
            assertThat(ran).containsExactly(2, 2, 1, 0);
        }
    }

    @Test
    void clientsOfOneIModelTakeTurns() {
        try (QueryPool pool = pool(1, 100)) {
            CountDownLatch go = new CountDownLatch(1);
            List<String> ran = Collections.synchronizedList(new ArrayList<>());
            List<QueryTicket<Integer>> tickets = new ArrayList<>();
            tickets.add(pool.submit(order(a, 9), t -> {
                await(go);
                return 0;
            }));
            for (String client : List.of("greedy", "greedy", "greedy", "modest", "greedy", "late", "modest")) {
                QueryOrder order = new QueryOrder(a, client, 0, Duration.ofSeconds(50), null);
                tickets.add(pool.submit(order, t -> ran.add(client) ? 1 : 0));
            }
            go.countDown();
            tickets.forEach(QueryTicket::await);
            assertThat(ran).containsExactly("greedy", "modest", "late", "greedy", "modest", "greedy", "greedy");
        }
    }

    @Test
    void oneIModelNeverHoldsAllThreads() {
        try (QueryPool pool = pool(3, 100)) {
            CountDownLatch go = new CountDownLatch(1);
            List<QueryTicket<Integer>> hogs = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                hogs.add(pool.submit(order(a, 9), t -> {
                    await(go);
                    return 0;
                }));
            }
            assertThat(pool.<Integer>run(order(b, 0), t -> 7)).isEqualTo(7);
            go.countDown();
            hogs.forEach(QueryTicket::await);
        }
    }

    @Test
    void moreThanTheQueueHoldsIsRefused() {
        try (QueryPool pool = pool(1, 1)) {
            CountDownLatch started = new CountDownLatch(1);
            CountDownLatch go = new CountDownLatch(1);
            QueryTicket<Integer> running = pool.submit(order(a, 0), t -> {
                started.countDown();
                await(go);
                return 0;
            });
            await(started);
            QueryTicket<Integer> waiting = pool.submit(order(a, 0), t -> 1);
            QueryTicket<Integer> refused = pool.submit(order(a, 0), t -> 2);
            assertRefused(refused, QueryStatus.QUEUE_FULL);
            go.countDown();
            assertThat(running.await() + waiting.await()).isEqualTo(1);
        }
    }

    private static void assertRefused(QueryTicket<?> ticket, QueryStatus status) {
        assertThatThrownBy(ticket::await)
                .asInstanceOf(type(QueryRefusedException.class))
                .satisfies(e -> assertThat(e.status()).isEqualTo(status));
    }

    @Test
    void aRestartTokenCancelsWhatWasAskedBefore() {
        try (QueryPool pool = pool(2, 10)) {
            QueryOrder order = new QueryOrder(a, "", 0, Duration.ofSeconds(50), "same");
            CountDownLatch started = new CountDownLatch(1);
            QueryTicket<QueryStatus> first = pool.submit(order, t -> {
                started.countDown();
                return spin(t);
            });
            await(started);
            QueryTicket<QueryStatus> second = pool.submit(order, QueryPoolTest::spin);
            assertThat(first.await()).isEqualTo(QueryStatus.CANCEL);
            second.cancel();
            second.cancel();
        }
    }

    private static QueryStatus spin(QueryTicket<?> ticket) {
        while (!ticket.shouldStop()) {
            Thread.onSpinWait();
        }
        QueryStatus reason = ticket.stopReason();
        return reason == null ? QueryStatus.DONE : reason;
    }

    @Test
    void runningWorkIsInterruptedAtItsDeadline() {
        try (QueryPool pool = pool(1, 10)) {
            CountDownLatch interrupted = new CountDownLatch(1);
            QueryOrder order = new QueryOrder(a, "", 0, Duration.ofMillis(500), null);
            QueryStatus end = pool.run(
                    order,
                    t -> t.interruptibly(interrupted::countDown, () -> {
                        await(interrupted);
                        return spin(t);
                    }));
            assertThat(end).isEqualTo(QueryStatus.PARTIAL);
        }
    }

    @Test
    void anInterruptionThatComesTooEarlyIsRepeated() {
        // Its deadline must not be what repeats it.
        ConcurrentQueryConfig patient = new ConcurrentQueryConfig(1, 10, Duration.ofHours(1), 1 << 20, 1000);
        try (QueryPool pool = new QueryPool(patient, HostEnvironment.portable())) {
            CountDownLatch started = new CountDownLatch(1);
            CountDownLatch twice = new CountDownLatch(2);
            QueryTicket<QueryStatus> ticket = pool.submit(
                    QueryOrder.of(a),
                    t -> t.interruptibly(twice::countDown, () -> {
                        started.countDown();
                        await(twice);
                        return spin(t);
                    }));
            await(started);
            ticket.cancel();
            assertThat(ticket.await()).isEqualTo(QueryStatus.CANCEL);
        }
    }

    @Test
    void waitingWorkIsRefusedAtItsDeadline() {
        try (QueryPool pool = pool(1, 10)) {
            CountDownLatch go = new CountDownLatch(1);
            QueryTicket<Integer> block = pool.submit(order(a, 0), t -> {
                await(go);
                return 0;
            });
            QueryTicket<Integer> late = pool.submit(new QueryOrder(a, "", 0, Duration.ofMillis(1), null), t -> 1);
            assertRefused(late, QueryStatus.TIMEOUT);
            go.countDown();
            block.await();
        }
    }

    @Test
    void closingStopsEverything() {
        QueryPool pool = pool(1, 10);
        CountDownLatch started = new CountDownLatch(1);
        QueryTicket<QueryStatus> running = pool.submit(order(a, 0), t -> {
            started.countDown();
            return spin(t);
        });
        await(started);
        QueryTicket<Integer> waiting = pool.submit(order(a, 0), t -> 1);
        pool.close();
        assertThat(running.await()).isEqualTo(QueryStatus.SHUTTING_DOWN);
        assertRefused(waiting, QueryStatus.SHUTTING_DOWN);
        assertRefused(pool.submit(order(a, 0), t -> 1), QueryStatus.SHUTTING_DOWN);
    }

    @Test
    void manyOwnersAndThreadsLoseNothing() throws InterruptedException {
        try (QueryPool pool = pool(4, 10000)) {
            AtomicInteger sum = new AtomicInteger();
            List<Thread> clients = new ArrayList<>();
            for (int c = 0; c < 8; c++) {
                Object owner = new Object();
                Thread client = HostEnvironment.portable()
                        .newQueryThread(
                                () -> {
                                    for (int i = 0; i < 500; i++) {
                                        sum.addAndGet(pool.run(QueryOrder.of(owner), t -> 1));
                                    }
                                },
                                "client");
                clients.add(client);
                client.start();
            }
            for (Thread client : clients) {
                client.join();
            }
            assertThat(sum).hasValue(4000);
            assertThat(pool.queued()).isZero();
        }
    }

    @Test
    void badFiguresAreRefused() {
        assertThatThrownBy(() -> new ConcurrentQueryConfig(0, 1, Duration.ofSeconds(1), 1, 1))
                .isInstanceOf(IModelException.class);
    }
}
