package org.imodel4j.imodel;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.sqlite.SqliteStatement;
import org.jspecify.annotations.Nullable;

/**
 * The payload of a property: the bytes as they are when {@code RawSize} is NULL, else one zlib stream (RFC 1950) that
 * inflates to {@code RawSize} bytes.
 */
final class PropertyBytes {
    /** No property of a real file comes near; a smaller bound on what a damaged or hostile one may cost. */
    static final long LARGEST = 256L << 20;

    private static final int FIRST_BUFFER = 64 << 10;

    /** Up to this size nothing is compressed; both numbers are those of iTwin.js, so that files come out the same. */
    private static final int NOT_WORTH_WHILE = 100;

    private static final int LEVEL = 3;

    private PropertyBytes() {}

    /** Reads RawSize and Data from the first two columns. */
    static byte @Nullable [] read(SqliteStatement row) {
        byte[] data = row.columnBlob(1);
        return data == null || row.columnType(0) == SqliteStatement.NULL ? data : inflate(data, row.columnLong(0));
    }

    /** The zlib stream of the bytes; null when it would save nothing. */
    static byte @Nullable [] deflate(byte[] bytes) {
        if (bytes.length <= NOT_WORTH_WHILE) {
            return null;
        }
        Deflater deflater = new Deflater(LEVEL);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] out = new byte[bytes.length - 1];
            int length = deflater.deflate(out);
            return deflater.finished() ? Arrays.copyOf(out, length) : null;
        } finally {
            deflater.end();
        }
    }

    static byte[] inflate(byte[] data, long rawSize) {
        if (rawSize < 0 || rawSize > LARGEST) {
            throw damaged("its size is out of bounds", rawSize);
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(data);
            // The size is only believed as far as the stream bears it out, so a small file can not ask for much memory.
            byte[] out = new byte[(int) Math.min(rawSize, FIRST_BUFFER)];
            int length = 0;
            while (!inflater.finished()) {
                if (length == out.length && length < rawSize) {
                    out = Arrays.copyOf(out, (int) Math.min(rawSize, 2L * length));
                }
                int count = inflater.inflate(out, length, out.length - length);
                length += count;
                if (count == 0 && !inflater.finished() && (length == rawSize || inflater.needsInput())) {
                    throw damaged("the stream and its size disagree", rawSize);
                }
                if (inflater.needsDictionary()) {
                    throw damaged("the stream asks for a dictionary", rawSize);
                }
            }
            if (length != rawSize) {
                throw damaged("the stream and its size disagree", rawSize);
            }
            return out;
        } catch (DataFormatException e) {
            throw damaged("the stream is no zlib stream", rawSize);
        } finally {
            inflater.end();
        }
    }

    private static IModelException damaged(String why, long rawSize) {
        return new IModelException(Status.BE_SQLITE_CORRUPT, "A compressed file property is damaged")
                .with("why", why)
                .with("rawSize", rawSize);
    }
}
