package org.imodel4j.host.ipc;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Bytes that are made while they are sent, so that a large result never stands in memory as a whole.
 *
 * @param length how many bytes there are
 * @param source makes exactly that many
 */
public record IpcBody(long length, Source source) {
    /** Makes the bytes. */
    @FunctionalInterface
    public interface Source {
        /**
         * Writes the bytes; a write waits until the frontend takes them. Called once, from a thread that may wait. When it fails, or writes
         * another number of bytes, the connection ends, since what was announced can not be taken back.
         *
         * @throws IOException the frontend is gone, or the bytes can not be read where they come from
         */
        void writeTo(OutputStream out) throws IOException;
    }
}
