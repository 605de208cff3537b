package org.imodel4j.host.ipc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.imodel4j.host.HostEnvironment;

/**
 * The way to one frontend: what a socket does for an {@link IpcConnection}. Only one thread writes at a time; {@link #close} may come from
 * any, also while another one writes, and more than once.
 */
public interface IpcTransport {
    /**
     * Sends a text frame, at the latest with the next {@link #flush}.
     *
     * @throws IOException the frontend is gone, or takes nothing for longer than the transport allows
     */
    void text(byte[] utf8) throws IOException;

    /** Sends a binary frame; otherwise as {@link #text}. */
    void binary(byte[] bytes) throws IOException;

    /**
     * Sends a binary frame whose bytes are made meanwhile. A transport that can send a frame in parts does so; this collects them.
     *
     * @throws IOException also when there is another number of bytes than announced
     */
    default void binary(IpcBody body) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream(Math.toIntExact(body.length()));
        body.source().writeTo(all);
        if (all.size() != body.length()) {
            throw new IOException("another number of bytes than announced");
        }
        binary(all.toByteArray());
    }

    /** Returns when the network has all that was sent; one that sends at once has nothing to do. */
    default void flush() throws IOException {}

    /**
     * Begins the work that a message asks for, while {@link IpcReceiver} is given it. A transport that gives several messages at a time may
     * begin the work of all of them together, as soon as it has given them.
     */
    default void begin(HostEnvironment environment, Runnable work) {
        environment.begin(work, "ipc-call");
    }

    /** Ends the connection and tells the frontend why, if it still listens; never blocks for long. */
    void close(IpcClose reason);
}
