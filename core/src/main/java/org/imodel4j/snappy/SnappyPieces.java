package org.imodel4j.snappy;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Packs and unpacks blobs of iModels.
 *
 * <p>Form of a packed one: pieces, each a little-endian {@code uint16} with its own length, these two bytes included, and a raw
 * Snappy block of at most 32 KiB. What the pieces hold, one after the other, is the content; a piece may end anywhere in it.
 */
public final class SnappyPieces {
    /** What {@link #pack} puts into one piece, as iTwin.js does. */
    static final int PIECE = 1 << 15;

    private static final int HEADER = 2;
    private static final int LONGEST_PIECE = 0xffff;
    private static final int MAX_BLOCK = 1 << 16;
    private static final int MAX_SIZE = 1 << 30;

    private SnappyPieces() {}

    /** Packs the first {@code count} bytes; nothing is packed into nothing. */
    public static byte[] pack(byte[] content, int count) {
        SnappyWriter writer = new SnappyWriter();
        int pieces = (count + PIECE - 1) / PIECE;
        byte[] packed = new byte[SnappyWriter.longest(Math.min(count, PIECE)) + HEADER];
        int length = 0;
        for (int i = 0; i < pieces; i++) {
            int start = i * PIECE;
            int size = Math.min(PIECE, count - start);
            int room = length + HEADER + SnappyWriter.longest(size);
            if (room > packed.length) {
                packed = Arrays.copyOf(packed, Math.max(room, 2 * packed.length));
            }
            int end = writer.write(content, start, size, packed, length + HEADER);
            packed[length] = (byte) (end - length);
            packed[length + 1] = (byte) (end - length >> 8);
            length = end;
        }
        return Arrays.copyOf(packed, length);
    }

    /**
     * The content; null for bytes that have not the form of a packed blob. Memory is taken in proportion to the packed bytes,
     * whatever they claim to hold.
     */
    public static byte @Nullable [] tryUnpack(byte[] packed) {
        long size = size(packed);
        if (size < 0 || size > MAX_SIZE) {
            return null;
        }
        byte[] content = new byte[(int) size];
        int length = 0;
        for (int at = 0; at < packed.length; at += pieceLength(packed, at)) {
            int end = at + pieceLength(packed, at);
            int expected = SnappyReader.expected(packed, at + HEADER, end);
            if (!SnappyReader.read(packed, at + HEADER, end, content, length, length + expected)) {
                return null;
            }
            length += expected;
        }
        return content;
    }

    /** What the pieces together say they hold; −1 when this can not be. */
    private static long size(byte[] packed) {
        long size = 0;
        int at = 0;
        while (at + HEADER <= packed.length) {
            int length = pieceLength(packed, at);
            if (length <= HEADER || at + length > packed.length) {
                return -1;
            }
            int expected = SnappyReader.expected(packed, at + HEADER, at + length);
            if (expected < 0 || expected > MAX_BLOCK || expected > SnappyReader.most(length - HEADER)) {
                return -1;
            }
            size += expected;
            at += length;
        }
        return at == packed.length ? size : -1;
    }

    private static int pieceLength(byte[] packed, int at) {
        return (packed[at] & 0xff | packed[at + 1] << 8) & LONGEST_PIECE;
    }
}
