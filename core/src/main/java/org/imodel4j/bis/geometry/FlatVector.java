package org.imodel4j.bis.geometry;

import java.nio.ByteBuffer;

/** A vector of a {@link FlatBuffer}; empty when it is absent. */
final class FlatVector {
    static final FlatVector EMPTY = new FlatVector();

    private final FlatBuffer buffer;
    private final ByteBuffer bytes;
    private final int first;
    private final int size;
    private final int itemSize;
    private final int depth;

    private FlatVector() {
        this.buffer = new FlatBuffer(new byte[0], 0, 0);
        this.bytes = buffer.bytes();
        this.first = 0;
        this.size = 0;
        this.itemSize = 0;
        this.depth = 0;
    }

    /** The vector whose number of items is at {@code at} and was checked. */
    FlatVector(FlatBuffer buffer, int at, int itemSize, int depth) {
        this.buffer = buffer;
        this.bytes = buffer.bytes();
        this.first = at + Integer.BYTES;
        this.size = bytes.getInt(at);
        this.itemSize = itemSize;
        this.depth = depth;
    }

    int size() {
        return size;
    }

    FlatTable table(int index) {
        return buffer.table(first + Integer.BYTES * index, depth + 1);
    }

    FlatStruct struct(int index) {
        return new FlatStruct(bytes, first + itemSize * index);
    }

    /** The numbers of all items, {@code each} of each. */
    double[] reals(int each) {
        double[] values = new double[each * size];
        for (int i = 0, at = first; i < values.length; i++, at += Double.BYTES) {
            values[i] = bytes.getDouble(at);
        }
        return values;
    }

    /** As {@link #reals} with integers. */
    int[] ints(int each) {
        int[] values = new int[each * size];
        for (int i = 0, at = first; i < values.length; i++, at += Integer.BYTES) {
            values[i] = bytes.getInt(at);
        }
        return values;
    }

    byte[] bytes() {
        byte[] values = new byte[size];
        for (int i = 0; i < size; i++) {
            values[i] = bytes.get(first + i);
        }
        return values;
    }
}
