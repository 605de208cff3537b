package org.imodel4j.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.util.Callback;

/**
 * The body of an answer. Small bodies stay here until {@link #finish}, so that they leave in one packet with their length; what
 * does not fit goes out in pieces. Used by one thread.
 */
final class ResponseStream extends OutputStream {
    private static final int FIRST = 2 << 10;
    private static final int LIMIT = 32 << 10;

    private final Response response;
    private byte[] buffer = new byte[FIRST];
    private int count;
    private boolean closed;

    ResponseStream(Response response) {
        this.response = response;
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
        if (count + length > LIMIT) {
            flush();
            if (length >= LIMIT) {
                send(ByteBuffer.wrap(bytes, offset, length));
                return;
            }
        }
        if (count + length > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(LIMIT, Math.max(count + length, buffer.length * 4)));
        }
        System.arraycopy(bytes, offset, buffer, count, length);
        count += length;
    }

    @Override
    public void flush() throws IOException {
        if (count > 0) {
            int size = count;
            count = 0;
            send(ByteBuffer.wrap(buffer, 0, size));
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    /** Sends what is left and completes the exchange; the one call that does not block. */
    void finish(Callback callback) {
        closed = true;
        response.write(true, ByteBuffer.wrap(buffer, 0, count), callback);
    }

    private void send(ByteBuffer bytes) throws IOException {
        try (Blocker.Callback sent = Blocker.callback()) {
            response.write(false, bytes, sent);
            sent.block();
        }
    }
}
