package org.imodel4j.bis.geometry;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A FlatBuffer that is read in place. Nothing outside of its bytes is touched whatever its offsets say, and what is read of it stays
 * in proportion to its size, although offsets can make one table a part of many.
 *
 * <p>Its form: a {@code uint32} with the place of the root table. A table begins with an {@code int32}, how far before it its index
 * lies: {@code uint16} numbers, the size of the index, that of the table and for each field its place in the table, 0 when it is
 * absent. A field is a number, a structure, or a {@code uint32} with the distance to a table, a string or a vector, which begin with
 * their number of items. All is little-endian.
 */
final class FlatBuffer {
    /** Nested deeper than any geometry, and shallower than the stack. */
    static final int MAX_DEPTH = 64;

    /** How often, on average, a byte may be read. */
    private static final int READINGS = 8;

    private final ByteBuffer bytes;
    private final int start;
    private final int end;
    private long allowance;

    /** A buffer in the bytes from {@code start} to {@code end}. */
    FlatBuffer(byte[] bytes, int start, int end) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.start = start;
        this.end = end;
        this.allowance = (long) READINGS * (end - start);
    }

    FlatTable root() {
        return table(start, 0);
    }

    /** The table that the offset at {@code at} points to. */
    FlatTable table(int at, int depth) {
        if (depth > MAX_DEPTH) {
            throw Damaged.stream("tables nested too deeply");
        }
        int table = target(at);
        check(table, Integer.BYTES);
        long index = (long) table - bytes.getInt(table);
        if (index < start || index > end - 2 * Short.BYTES) {
            throw Damaged.stream("the index of a table");
        }
        int size = bytes.getShort((int) index) & 0xffff;
        check((int) index, size);
        charge(size);
        return new FlatTable(this, table, (int) index, size, depth);
    }

    /** The place of the number of items of the vector that the offset at {@code at} points to; all of it lies inside. */
    int vector(int at, int itemSize) {
        int vector = target(at);
        check(vector, Integer.BYTES);
        long size = (bytes.getInt(vector) & 0xffffffffL) * itemSize;
        if (size > end - vector - Integer.BYTES) {
            throw Damaged.stream("the size of a vector");
        }
        charge((int) size + Integer.BYTES);
        return vector;
    }

    private int target(int at) {
        check(at, Integer.BYTES);
        long target = at + (bytes.getInt(at) & 0xffffffffL);
        if (target <= at || target >= end) {
            throw Damaged.stream("an offset");
        }
        return (int) target;
    }

    /** That many bytes from {@code at} lie inside. */
    void check(int at, int size) {
        if (at < start || size < 0 || size > end - at) {
            throw Damaged.stream("a place outside of its data");
        }
    }

    private void charge(int size) {
        allowance -= size;
        if (allowance < 0) {
            throw Damaged.stream("tables that repeat each other");
        }
    }

    /** The bytes themselves; whoever reads has checked the place. */
    ByteBuffer bytes() {
        return bytes;
    }
}
