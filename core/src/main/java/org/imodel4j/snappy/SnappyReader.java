package org.imodel4j.snappy;

/**
 * Reads raw Snappy blocks: the length of the content as a varint, then elements. The two low bits of an element's first byte tell
 * its kind: 0 bytes that follow, 1 to 3 a copy of what was read before, with 1, 2 or 4 further bytes for the distance.
 */
final class SnappyReader {
    /** A copy of 64 bytes takes 3: nothing holds more for its size. */
    private static final int MOST_FROM_ONE_BYTE = 22;

    private SnappyReader() {}

    /** More than a block of so many bytes can hold. */
    static long most(int bytes) {
        return (long) bytes * MOST_FROM_ONE_BYTE;
    }

    /** How many bytes a block says it holds; −1 when it does not say. */
    static int expected(byte[] from, int start, int end) {
        int expected = 0;
        for (int at = start, shift = 0; at < end && shift <= 21; at++, shift += 7) {
            expected |= (from[at] & 0x7f) << shift;
            if (from[at] >= 0) {
                return expected;
            }
        }
        return -1;
    }

    /** Reads a block into {@code to}; false when it is damaged or does not end at {@code blockEnd}. */
    static boolean read(byte[] from, int start, int end, byte[] to, int blockStart, int blockEnd) {
        int at = start;
        while (from[at++] < 0) {
            // The varint was looked at before.
        }
        int length = blockStart;
        while (at < end) {
            int tag = from[at++] & 0xff;
            int kind = tag & 3;
            int extra = kind == 3 ? 4 : kind;
            int count = (tag >> 2) + 1;
            if (kind == 0) {
                extra = count > 60 ? count - 60 : 0;
            }
            if (extra > end - at) {
                return false;
            }
            int number = number(from, at, extra);
            at += extra;
            if (kind == 0) {
                count = extra > 0 ? number + 1 : count;
                if (extra == 4 || count > end - at || count > blockEnd - length) {
                    return false;
                }
                System.arraycopy(from, at, to, length, count);
                at += count;
                length += count;
                continue;
            }
            int distance = number;
            if (kind == 1) {
                count = (tag >> 2 & 7) + 4;
                distance |= (tag & 0xe0) << 3;
            }
            if (distance <= 0 || distance > length - blockStart || count > blockEnd - length) {
                return false;
            }
            copy(to, length, distance, count);
            length += count;
        }
        return length == blockEnd;
    }

    /** A copy may overlap what it writes; then it repeats its begin. */
    private static void copy(byte[] to, int length, int distance, int count) {
        if (distance >= count) {
            System.arraycopy(to, length - distance, to, length, count);
            return;
        }
        for (int i = length; i < length + count; i++) {
            to[i] = to[i - distance];
        }
    }

    private static int number(byte[] from, int at, int bytes) {
        int value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (from[at + i] & 0xff) << 8 * i;
        }
        return value;
    }
}
