package org.imodel4j.servlet;

import java.io.IOException;
import java.io.OutputStream;

/** The body of an answer. Closing it ends the body and sends nothing: the container completes the answer. Used by one thread. */
final class ResponseStream extends OutputStream {
    private final OutputStream container;
    private boolean closed;

    ResponseStream(OutputStream container) {
        this.container = container;
    }

    @Override
    public void write(int value) throws IOException {
        checkOpen();
        container.write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        checkOpen();
        container.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        container.flush();
    }

    @Override
    public void close() {
        closed = true;
    }

    private void checkOpen() throws IOException {
        if (closed) {
            throw new IOException("The answer is already complete");
        }
    }
}
