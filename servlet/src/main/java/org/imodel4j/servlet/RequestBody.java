package org.imodel4j.servlet;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The body of a request, bounded in size and in the time it may take to arrive. Used by one thread. */
final class RequestBody extends InputStream {
    /** Why a body was given up; the HTTP status that says so to the client. The server of imodel4j answers the same. */
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

    private final InputStream source;
    private final long maxBytes;
    private final long deadlineNanos;
    private @Nullable Breach breach;
    private long taken;

    RequestBody(InputStream source, long maxBytes, long maxNanos) {
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
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        int count = await(target, offset, length);
        if (count > 0) {
            taken += count;
        }
        if (taken > maxBytes) {
            throw broken(Breach.TOO_LARGE, null);
        }
        if (System.nanoTime() - deadlineNanos > 0) {
            throw broken(Breach.TOO_SLOW, null);
        }
        return count;
    }

    private int await(byte[] target, int offset, int length) throws IOException {
        try {
            return source.read(target, offset, length);
        } catch (java.net.SocketTimeoutException e) {
            throw broken(Breach.TOO_SLOW, e);
        } catch (IOException e) {
            throw broken(timedOut(e) ? Breach.TOO_SLOW : Breach.CUT_SHORT, e);
        }
    }

    /** Containers put their own exception around the timeout. */
    private static boolean timedOut(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause instanceof java.net.SocketTimeoutException
                || cause instanceof java.util.concurrent.TimeoutException;
    }

    private IOException broken(Breach reason, @Nullable IOException cause) {
        breach = reason;
        return new IOException(reason.text, cause);
    }
}
