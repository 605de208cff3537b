package org.imodel4j.ecsql.run;

import java.util.Arrays;

/**
 * Unpacks geometry streams.
 *
 * <p>Form of a packed one: pieces, each a little-endian {@code uint16} with its own length and a raw Snappy block of at most 32
 * KiB. What comes out is a header of two little-endian {@code uint32}, a signature and a size, and as many bytes as that size
 * says. A blob that has another form is answered as it is.
 */
final class SnappyBlob {
    private static final int HEADER = 8;
    private static final int MAX_BLOCK = 1 << 16;
    private static final int MAX_SIZE = 1 << 30;

    private final byte[] from;
    private byte[] to;
    private int length;

    private SnappyBlob(byte[] from) {
        this.from = from;
        this.to = new byte[Math.max(64, from.length * 2)];
    }

    static byte[] unpack(byte[] packed) {
        SnappyBlob blob = new SnappyBlob(packed);
        return blob.pieces() && blob.length >= HEADER ? blob.content() : packed;
    }

    private byte[] content() {
        int size = (to[4] & 0xff) | (to[5] & 0xff) << 8 | (to[6] & 0xff) << 16 | (to[7] & 0xff) << 24;
        return size < 0 || size > length - HEADER ? from : Arrays.copyOfRange(to, HEADER, HEADER + size);
    }

    private boolean pieces() {
        int at = 0;
        while (at + 2 <= from.length) {
            int size = (from[at] & 0xff) | (from[at + 1] & 0xff) << 8;
            if (size < 3 || at + size > from.length || !block(at + 2, at + size)) {
                return false;
            }
            at += size;
        }
        return at == from.length;
    }

    private boolean block(int start, int end) {
        int at = start;
        int expected = 0;
        for (int shift = 0; ; shift += 7) {
            if (at >= end || shift > 21) {
                return false;
            }
            int next = from[at++];
            expected |= (next & 0x7f) << shift;
            if (next >= 0) {
                break;
            }
        }
        if (expected > MAX_BLOCK || length + expected > MAX_SIZE) {
            return false;
        }
        int blockStart = length;
        int blockEnd = length + expected;
        if (blockEnd > to.length) {
            to = Arrays.copyOf(to, Math.max(blockEnd, to.length * 2));
        }
        while (at < end) {
            int tag = from[at++] & 0xff;
            int count;
            int distance;
            switch (tag & 3) {
                case 0 -> {
                    count = tag >> 2;
                    if (count >= 60) {
                        int extra = count - 59;
                        if (extra > 3 || at + extra > end) {
                            return false;
                        }
                        count = number(at, extra);
                        at += extra;
                    }
                    count++;
                    if (at + count > end || length + count > blockEnd) {
                        return false;
                    }
                    System.arraycopy(from, at, to, length, count);
                    at += count;
                    length += count;
                    continue;
                }
                case 1 -> {
                    if (at >= end) {
                        return false;
                    }
                    count = (tag >> 2 & 7) + 4;
                    distance = (tag & 0xe0) << 3 | from[at++] & 0xff;
                }
                case 2 -> {
                    if (at + 2 > end) {
                        return false;
                    }
                    count = (tag >> 2) + 1;
                    distance = number(at, 2);
                    at += 2;
                }
                default -> {
                    if (at + 4 > end) {
                        return false;
                    }
                    count = (tag >> 2) + 1;
                    distance = number(at, 4);
                    at += 4;
                }
            }
            if (distance <= 0 || distance > length - blockStart || length + count > blockEnd) {
                return false;
            }
            // Byte by byte: a copy may overlap what it writes.
            for (int i = 0; i < count; i++, length++) {
                to[length] = to[length - distance];
            }
        }
        return length == blockEnd;
    }

    private int number(int at, int bytes) {
        int value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (from[at + i] & 0xff) << 8 * i;
        }
        return value;
    }
}
