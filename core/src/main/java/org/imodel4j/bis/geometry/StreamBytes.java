package org.imodel4j.bis.geometry;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/** Bytes that grow at their end and can be corrected anywhere; little-endian. */
final class StreamBytes {
    private static final int MAX_SIZE = 1 << 30;

    private byte[] bytes = new byte[256];
    private ByteBuffer view = view(bytes);
    private int length;

    private static ByteBuffer view(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    int length() {
        return length;
    }

    /** The array in use; what lies beyond the length is zero. */
    byte[] array() {
        return bytes;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }

    /** Appends that many zeros; answers where they begin. */
    int zeros(int count) {
        int at = length;
        if (count > MAX_SIZE - length) {
            throw new IModelException(Status.BE_SQLITE_TOOBIG, "the geometry stream is too large");
        }
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + count, (int) Math.min(MAX_SIZE, 2L * bytes.length)));
            view = view(bytes);
        }
        length += count;
        return at;
    }

    /** Appends zeros until the length is {@code rest} more than a multiple of {@code unit}. */
    void align(int unit, int rest) {
        zeros(Math.floorMod(rest - length, unit));
    }

    void append(byte[] more) {
        append(more, 0, more.length);
    }

    void append(byte[] more, int from, int count) {
        int at = zeros(count);
        System.arraycopy(more, from, bytes, at, count);
    }

    void put8(int at, int value) {
        bytes[at] = (byte) value;
    }

    void put16(int at, int value) {
        view.putShort(at, (short) value);
    }

    void put32(int at, int value) {
        view.putInt(at, value);
    }

    void put64(int at, long value) {
        view.putLong(at, value);
    }

    void putReal(int at, double value) {
        view.putDouble(at, value);
    }
}
