package org.imodel4j.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/** The body of a request, bounded in size and in the time it may take to arrive. Used by one thread. */
final class RequestBody extends InputStream {
    /** Why a body was given up; the HTTP status that says so to the client. */
    enum Breach {
        TOO_LARGE(413, "Request body is larger than this server accepts"),
        TOO_SLOW(408, "Request body took too long to arrive"),
        CUT_SHORT(400, "Request body did not arrive whole");

        final int status;
        final String text;

        Breach(int status, String text) {
            this.status = status;
            this.text = text;
        }
    }

    private final Content.Source source;
    private final long maxBytes;
    private final long deadlineNanos;
    private final Semaphore arrived = new Semaphore(0);
    private Content.@Nullable Chunk chunk;
    private @Nullable Breach breach;
    private long taken;

    RequestBody(Content.Source source, long maxBytes, long maxNanos) {
        this.source = source;
        this.maxBytes = maxBytes;
        this.deadlineNanos = System.nanoTime() + maxNanos;
    }

    /** The bound that the body broke; null while it broke none. */
    @Nullable
    Breach breach() {
        return breach;
    }

    @Override
    public int read() throws IOException {
        ByteBuffer bytes = next();
        if (bytes == null) {
            return -1;
        }
        taken++;
        return bytes.get() & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        ByteBuffer bytes = next();
        if (bytes == null) {
            return -1;
        }
        int count = Math.min(length, bytes.remaining());
        bytes.get(target, offset, count);
        taken += count;
        return count;
    }

    /** Bytes of which at least one remains; null at the end. */
    private @Nullable ByteBuffer next() throws IOException {
        while (true) {
            Content.Chunk current = chunk;
            if (current == null) {
                current = await();
                chunk = current;
            }
            if (current.hasRemaining()) {
                if (taken + current.remaining() > maxBytes) {
                    throw broken(Breach.TOO_LARGE);
                }
                return current.getByteBuffer();
            }
            if (current.isLast()) {
                return null;
            }
            current.release();
            chunk = null;
        }
    }

    private Content.Chunk await() throws IOException {
        while (true) {
            Content.Chunk read = source.read();
            if (read == null) {
                source.demand(arrived::release);
                if (!inTime()) {
                    throw broken(Breach.TOO_SLOW);
                }
            } else if (Content.Chunk.isFailure(read)) {
                throw (IOException) broken(Breach.CUT_SHORT).initCause(read.getFailure());
            } else {
                return read;
            }
        }
    }

    private boolean inTime() throws InterruptedIOException {
        try {
            return arrived.tryAcquire(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while a request body was read");
        }
    }

    private IOException broken(Breach reason) {
        breach = reason;
        return new IOException(reason.text);
    }

    @Override
    public void close() {
        Content.Chunk current = chunk;
        if (current != null) {
            current.release();
            chunk = Content.Chunk.EOF;
        }
    }
}
