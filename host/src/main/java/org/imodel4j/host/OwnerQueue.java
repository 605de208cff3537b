package org.imodel4j.host;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The work of one owner that waits in the {@link QueryPool}. Higher priority goes first; at equal priority clients take turns, so
 * that one with a thousand requests does not keep the others waiting; the work of one client goes by age. Used under the lock of
 * the pool.
 */
final class OwnerQueue {
    private static final Comparator<QueryTicket<?>> BY_PRIORITY =
            Comparator.<QueryTicket<?>>comparingInt(t -> -t.order.priority()).thenComparingLong(t -> t.sequence);

    private final Object owner;
    /** By client, the one whose turn is farthest away last. */
    private final Map<String, PriorityQueue<QueryTicket<?>>> waiting = new LinkedHashMap<>();

    /** How many of its tickets run now. */
    int active;

    /** Whether the pool has it in its turns. */
    boolean inTurns;

    OwnerQueue(Object owner) {
        this.owner = owner;
    }

    Object owner() {
        return owner;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    void add(QueryTicket<?> ticket) {
        waiting.computeIfAbsent(ticket.order.client(), absent -> new PriorityQueue<>(BY_PRIORITY))
                .add(ticket);
    }

    @Nullable
    QueryTicket<?> poll() {
        String client = null;
        int priority = 0;
        for (Map.Entry<String, PriorityQueue<QueryTicket<?>>> entry : waiting.entrySet()) {
            int head = entry.getValue().element().order.priority();
            if (client == null || head > priority) {
                client = entry.getKey();
                priority = head;
            }
        }
        if (client == null) {
            return null;
        }
        PriorityQueue<QueryTicket<?>> queue = Objects.requireNonNull(waiting.remove(client));
        QueryTicket<?> next = queue.remove();
        if (!queue.isEmpty()) {
            waiting.put(client, queue);
        }
        return next;
    }

    void removeIf(Predicate<QueryTicket<?>> condition) {
        waiting.values().removeIf(queue -> {
            queue.removeIf(condition);
            return queue.isEmpty();
        });
    }

    void drain(Consumer<QueryTicket<?>> action) {
        waiting.values().forEach(queue -> queue.forEach(action));
        waiting.clear();
    }
}
