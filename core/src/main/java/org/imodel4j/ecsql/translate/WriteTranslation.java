package org.imodel4j.ecsql.translate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that writes, as SQLite runs it: one statement for each table.
 *
 * @param ids finds the instances that {@code steps} change; null when these find them by themselves
 * @param steps in the order in which they run; none when nothing that is stored changes
 * @param insert what is inserted has an id; null for UPDATE and DELETE
 * @param undo takes back what the first of several steps of an INSERT did; its parameter is the id. Null where that never happens
 * @param unused parameters whose arguments are stored nowhere, because what they stand for is known anyway
 * @param shortest how many items the arrays at least have that some parameters stand for
 */
public record WriteTranslation(
        @Nullable Step ids,
        List<Step> steps,
        @Nullable InstanceId insert,
        @Nullable String undo,
        List<Translation.Slot> unused,
        List<ShortestArray> shortest) {
    public WriteTranslation {
        steps = List.copyOf(steps);
        unused = List.copyOf(unused);
        shortest = List.copyOf(shortest);
    }

    /**
     * One SQL statement.
     *
     * @param slots describe its parameters {@code ?1}, {@code ?2} …
     * @param takesIds behind these it has one more: the id of the new instance, or the ids of the changed ones as a JSON array
     */
    public record Step(String sql, List<Translation.Slot> slots, boolean takesIds) {
        public Step {
            slots = List.copyOf(slots);
        }

        /** The number of the parameter for ids. */
        public int idParameter() {
            return slots.size() + 1;
        }
    }

    /** Where the id of a new instance comes from. */
    public sealed interface InstanceId {
        /** From the sequence of the file. */
        record Generated() implements InstanceId {}

        /** From an argument; from the sequence when that is NULL. */
        record Given(Translation.Slot slot) implements InstanceId {}

        /** SQLite computes it in the first step. */
        record Computed() implements InstanceId {}
    }

    /** @param index of the parameter, from 1 */
    public record ShortestArray(int index, int items) {}
}
