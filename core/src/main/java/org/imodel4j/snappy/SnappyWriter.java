package org.imodel4j.snappy;

import java.util.Arrays;

/**
 * Writes raw Snappy blocks of at most 64 KiB. Used by one thread; kept for the table that it works with.
 *
 * <p>Of all ways to write a content it takes the one that iTwin.js takes, as queries tell how long packed blobs are: where it looks for repetitions,
 * and what it remembers, was found out from blobs of iTwin.js.
 */
final class SnappyWriter {
    private static final int SMALLEST_TABLE_BITS = 8;
    private static final int LARGEST_TABLE_BITS = 14;

    /** So near to the end nothing is looked for. */
    private static final int MARGIN = 15;

    private static final int NONE = -1;
    private static final int SHORTEST_COPY = 4;

    /** Copies from nearer, and not longer than 11 bytes, take one byte less. */
    private static final int NEAR = 1 << 11;

    private static final int LONGEST_COPY = 64;

    /** Where four bytes were seen last, by their hash, as distances from the start of the block. */
    private char[] table = new char[0];

    private int bits;

    /** Where the four bytes that were looked for last were seen before. */
    private int candidate;

    /** The room that a block of so many bytes of content can take. */
    static int longest(int count) {
        return 32 + count + count / 6;
    }

    /** Writes {@code count} bytes from {@code start} as a block at {@code at}; answers the end of the block. */
    int write(byte[] from, int start, int count, byte[] to, int at) {
        int out = varint(count, to, at);
        int needed = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(count - 1, 0));
        bits = Math.min(LARGEST_TABLE_BITS, Math.max(SMALLEST_TABLE_BITS, needed));
        clear(1 << bits);
        int end = start + count;
        int limit = end - MARGIN;
        int literal = start;
        int position = nextSeen(from, start, start + 1, limit);
        while (position != NONE) {
            out = literal(from, literal, position, to, out);
            do {
                int length = SHORTEST_COPY;
                while (position + length < end && from[candidate + length] == from[position + length]) {
                    length++;
                }
                out = copy(position - candidate, length, to, out);
                position += length;
                literal = position;
                if (position >= limit) {
                    return literal(from, literal, end, to, out);
                }
                table[slot(word(from, position - 1))] = (char) (position - 1 - start);
            } while (seen(from, start, position));
            position = nextSeen(from, start, position + 1, limit);
        }
        return literal(from, literal, end, to, out);
    }

    /** The next place whose four bytes were seen before. Where nothing repeats itself, ever larger steps are taken. */
    private int nextSeen(byte[] from, int start, int first, int limit) {
        int position = first;
        for (int looked = Integer.SIZE; ; looked++) {
            int next = position + looked / Integer.SIZE;
            if (next > limit) {
                return NONE;
            }
            if (seen(from, start, position)) {
                return position;
            }
            position = next;
        }
    }

    private boolean seen(byte[] from, int start, int position) {
        int word = word(from, position);
        int slot = slot(word);
        candidate = start + table[slot];
        table[slot] = (char) (position - start);
        return word(from, candidate) == word;
    }

    private int slot(int word) {
        return word * 0x1e35a7bd >>> Integer.SIZE - bits;
    }

    private void clear(int size) {
        if (table.length == size) {
            Arrays.fill(table, '\0');
        } else {
            table = new char[size];
        }
    }

    private static int varint(int value, byte[] to, int at) {
        int out = at;
        int rest = value;
        for (; rest > 0x7f; rest >>>= 7) {
            to[out++] = (byte) (rest | 0x80);
        }
        to[out++] = (byte) rest;
        return out;
    }

    private static int literal(byte[] from, int start, int end, byte[] to, int at) {
        int count = end - start;
        if (count == 0) {
            return at;
        }
        int out = at;
        int number = count - 1;
        if (number < 60) {
            to[out++] = (byte) (number << 2);
        } else if (number <= 0xff) {
            to[out++] = (byte) (60 << 2);
            to[out++] = (byte) number;
        } else {
            to[out++] = (byte) (61 << 2);
            to[out++] = (byte) number;
            to[out++] = (byte) (number >> 8);
        }
        System.arraycopy(from, start, to, out, count);
        return out + count;
    }

    private static int copy(int distance, int length, byte[] to, int at) {
        int out = at;
        int rest = length;
        while (rest > 0) {
            int count = Math.min(rest, LONGEST_COPY);
            if (rest > LONGEST_COPY && rest < LONGEST_COPY + SHORTEST_COPY) {
                // The rest shall not be too short for the short form.
                count = LONGEST_COPY - SHORTEST_COPY;
            }
            if (count >= SHORTEST_COPY && count < 12 && distance < NEAR) {
                to[out++] = (byte) (1 | count - 4 << 2 | distance >> 8 << 5);
                to[out++] = (byte) distance;
            } else {
                to[out++] = (byte) (2 | count - 1 << 2);
                to[out++] = (byte) distance;
                to[out++] = (byte) (distance >> 8);
            }
            rest -= count;
        }
        return out;
    }

    private static int word(byte[] from, int at) {
        return from[at] & 0xff | (from[at + 1] & 0xff) << 8 | (from[at + 2] & 0xff) << 16 | (from[at + 3] & 0xff) << 24;
    }
}
