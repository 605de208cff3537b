package org.imodel4j.bis.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.imodel4j.error.IModelException;
import org.imodel4j.snappy.SnappyPieces;

/**
 * Reads geometry streams as iModels store them.
 *
 * <p>Form of a blob, when it is unpacked ({@link SnappyPieces}): a {@code uint32} 0x600, a {@code uint32} with the size of the
 * stream, the stream. A stream is a row of operations, each a {@code uint32} with its number, a {@code uint32} with the size of its
 * data and the data, which is zero-padded to a multiple of eight bytes. All is little-endian.
 */
public final class GeometryStreamReader {
    static final int SIGNATURE = 0x600;

    /** Of a blob and of an operation: two numbers. */
    static final int HEAD = 2 * Integer.BYTES;

    private GeometryStreamReader() {}

    /**
     * The entries of a blob.
     *
     * @throws IModelException READ_ERROR when it is damaged
     */
    public static List<StreamEntry> read(byte[] blob) {
        List<StreamEntry> entries = new ArrayList<>();
        read(blob, entries::add);
        return entries;
    }

    /** As {@link #read(byte[])}; hands the entries out one by one, also those before one that is damaged. */
    public static void read(byte[] blob, Consumer<StreamEntry> entries) {
        byte[] plain = SnappyPieces.tryUnpack(blob);
        if (plain == null || plain.length < HEAD) {
            throw Damaged.stream("the packed blob");
        }
        int size = int32(plain, Integer.BYTES);
        if (int32(plain, 0) != SIGNATURE || size <= 0 || size > plain.length - HEAD) {
            throw Damaged.stream("the head of the blob");
        }
        operations(plain, HEAD, HEAD + size, entries);
    }

    /**
     * The entries of a stream that is not packed, as {@code geomBinary} has it in iTwin.js.
     *
     * @throws IModelException READ_ERROR when it is damaged
     */
    public static List<StreamEntry> readUnpacked(byte[] stream) {
        List<StreamEntry> entries = new ArrayList<>();
        operations(stream, 0, stream.length, entries::add);
        return entries;
    }

    private static void operations(byte[] plain, int start, int end, Consumer<StreamEntry> entries) {
        int at = start;
        while (at < end) {
            if (end - at < HEAD) {
                throw Damaged.stream("the head of an operation");
            }
            int opCode = int32(plain, at);
            int size = int32(plain, at + Integer.BYTES);
            at += HEAD;
            if (size < 0 || size > end - at) {
                throw Damaged.stream("the size of an operation");
            }
            entries.accept(OpReader.read(opCode, plain, at, at + size));
            at += size;
        }
    }

    static int int32(byte[] bytes, int at) {
        return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff) << 16 | bytes[at + 3] << 24;
    }
}
