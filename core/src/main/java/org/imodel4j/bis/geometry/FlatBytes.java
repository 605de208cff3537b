package org.imodel4j.bis.geometry;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/**
 * A FlatBuffer while it is written, from its end to its beginning: what is pointed to is there before what points to it. A place is told by its
 * distance from the end, which stays as the buffer grows. Little-endian.
 */
final class FlatBytes {
    private static final int MAX_SIZE = 1 << 30;

    private byte[] bytes = new byte[256];
    private ByteBuffer view = view(bytes);
    private int size;
    private int largestUnit = 1;
    private int[] indexes = new int[8];
    private int indexCount;

    private static ByteBuffer view(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The distance of the first byte from the end. */
    int size() {
        return size;
    }

    /** Puts that many zeros in front; answers their place. */
    int zeros(int count) {
        if (count > MAX_SIZE - size) {
            throw new IModelException(Status.BE_SQLITE_TOOBIG, "the geometry stream is too large");
        }
        if (size + count > bytes.length) {
            int length = Math.max(size + count, (int) Math.min(MAX_SIZE, 2L * bytes.length));
            byte[] larger = new byte[length];
            System.arraycopy(bytes, bytes.length - size, larger, length - size, size);
            bytes = larger;
            view = view(bytes);
        }
        size += count;
        return size;
    }

    /** Puts zeros in front until what begins {@code before} bytes further on is at a multiple of {@code unit}. */
    void align(int unit, int before) {
        largestUnit = Math.max(largestUnit, unit);
        int unused = zeros(Math.floorMod(-size - before, unit));
    }

    /** Puts zeros in front until the whole buffer, with {@code before} bytes more, is aligned as its largest unit asks. */
    void alignWhole(int before) {
        align(largestUnit, before);
    }

    void push(byte[] more) {
        int at = zeros(more.length);
        System.arraycopy(more, 0, bytes, bytes.length - at, more.length);
    }

    void push16(int value) {
        int at = zeros(Short.BYTES);
        view.putShort(bytes.length - at, (short) value);
    }

    void push32(int value) {
        put32(zeros(Integer.BYTES), value);
    }

    /** Puts the distance to a place in front. */
    void pushOffset(int to) {
        align(Integer.BYTES, 0);
        push32(size + Integer.BYTES - to);
    }

    void put8(int at, int value) {
        bytes[bytes.length - at] = (byte) value;
    }

    void put16(int at, int value) {
        view.putShort(bytes.length - at, (short) value);
    }

    void put32(int at, int value) {
        view.putInt(bytes.length - at, value);
    }

    void put64(int at, long value) {
        view.putLong(bytes.length - at, value);
    }

    void putReal(int at, double value) {
        view.putDouble(bytes.length - at, value);
    }

    /** The place of the index that was put in front last: of one like it that was there before, which then takes its place. */
    int shareIndex(int length) {
        int from = bytes.length - size;
        for (int i = 0; i < indexCount; i++) {
            int known = bytes.length - indexes[i];
            if (known + length <= bytes.length
                    && Arrays.equals(bytes, from, from + length, bytes, known, known + length)) {
                Arrays.fill(bytes, from, from + length, (byte) 0);
                size -= length;
                return indexes[i];
            }
        }
        if (indexCount == indexes.length) {
            indexes = Arrays.copyOf(indexes, 2 * indexCount);
        }
        indexes[indexCount++] = size;
        return size;
    }

    /** Appends the buffer to bytes that are aligned for it. */
    void appendTo(StreamBytes out) {
        out.append(bytes, bytes.length - size, size);
    }
}
