package org.imodel4j.server;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * Compresses a body once it is long enough to gain from it (gzip, RFC 1952). Shorter ones, empty ones above all, pass as they
 * are, and {@code onCompress} runs only before the first compressed byte. Used by one thread; must be closed.
 */
final class GzipStream extends OutputStream {
    /** Below this, one packet carries the answer anyway. */
    private static final int WORTHWHILE = 1400;

    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 4, (byte) 0xff};

    private final OutputStream out;
    private final Deflaters deflaters;
    private final Runnable onCompress;
    private final CRC32 checksum = new CRC32();
    private final byte[] waiting = new byte[WORTHWHILE];
    private byte[] compressed = waiting;
    private @Nullable Deflater deflater;
    private int count;
    private boolean closed;

    GzipStream(OutputStream out, Deflaters deflaters, Runnable onCompress) {
        this.out = out;
        this.deflaters = deflaters;
        this.onCompress = onCompress;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (closed) {
            throw new IOException("The answer is already complete");
        }
        Deflater current = deflater;
        if (current == null) {
            if (count + length <= WORTHWHILE) {
                System.arraycopy(bytes, offset, waiting, count, length);
                count += length;
                return;
            }
            current = begin();
        }
        deflate(current, bytes, offset, length);
    }

    private Deflater begin() throws IOException {
        onCompress.run();
        Deflater current = deflaters.take();
        deflater = current;
        compressed = new byte[8 << 10];
        out.write(HEADER);
        deflate(current, waiting, 0, count);
        return current;
    }

    private void deflate(Deflater current, byte[] bytes, int offset, int length) throws IOException {
        checksum.update(bytes, offset, length);
        current.setInput(bytes, offset, length);
        while (!current.needsInput()) {
            drain(current);
        }
    }

    private void drain(Deflater current) throws IOException {
        out.write(compressed, 0, current.deflate(compressed));
    }

    /** Does nothing: what is compressed leaves when it fills a packet, or at the end. */
    @Override
    public void flush() {}

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        Deflater current = deflater;
        if (current == null) {
            out.write(waiting, 0, count);
            return;
        }
        try {
            current.finish();
            while (!current.finished()) {
                drain(current);
            }
            trailer((int) checksum.getValue(), (int) current.getBytesRead());
        } finally {
            deflaters.giveBack(current);
        }
    }

    /** Checksum and length, both little-endian. */
    private void trailer(int crc, int size) throws IOException {
        byte[] bytes = new byte[8];
        for (int i = 0; i < 4; i++) {
            bytes[i] = (byte) (crc >> (8 * i));
            bytes[4 + i] = (byte) (size >> (8 * i));
        }
        out.write(bytes);
    }
}
