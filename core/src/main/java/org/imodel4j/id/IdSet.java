package org.imodel4j.id;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.LongConsumer;

/** An immutable set of ids in ascending (unsigned) order. */
public final class IdSet {
    public static final IdSet EMPTY = new IdSet(new long[0]);

    private final long[] sorted;

    private IdSet(long[] sorted) {
        this.sorted = sorted;
    }

    /** The distinct valid ids of these; 0 is dropped. */
    public static IdSet of(long... ids) {
        // Unsigned order is signed order with the sign bit turned over.
        long[] keys = new long[ids.length];
        int count = 0;
        for (long id : ids) {
            if (id != 0) {
                keys[count++] = id ^ Long.MIN_VALUE;
            }
        }
        Arrays.sort(keys, 0, count);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || keys[i] != keys[i - 1]) {
                keys[distinct++] = keys[i];
            }
        }
        for (int i = 0; i < distinct; i++) {
            keys[i] ^= Long.MIN_VALUE;
        }
        return new IdSet(Arrays.copyOf(keys, distinct));
    }

    /** The ids of these texts, read leniently; what is no id is dropped. */
    public static IdSet ofTexts(Collection<String> texts) {
        long[] ids = new long[texts.size()];
        int count = 0;
        for (String text : texts) {
            ids[count++] = Id64.parseLenient(text);
        }
        return of(ids);
    }

    public boolean contains(long id) {
        int low = 0;
        int high = sorted.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Long.compareUnsigned(sorted[middle], id);
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return false;
    }

    public int size() {
        return sorted.length;
    }

    public boolean isEmpty() {
        return sorted.length == 0;
    }

    /** The id at a place in the order. */
    public long get(int index) {
        return sorted[index];
    }

    public void forEach(LongConsumer action) {
        for (long id : sorted) {
            action.accept(id);
        }
    }

    public long[] toArray() {
        return sorted.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdSet set && Arrays.equals(sorted, set.sorted);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted);
    }

    @Override
    public String toString() {
        return CompressedId64Set.encode(this);
    }
}
