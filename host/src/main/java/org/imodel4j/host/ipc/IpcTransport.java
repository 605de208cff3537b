package org.imodel4j.host.ipc;

import java.io.IOException;

/**
 * The way to one frontend: what a socket does for an {@link IpcConnection}. Only one thread writes at a time; {@link #close} may come from
 * any, also while another one writes, and more than once.
 */
public interface IpcTransport {
    /**
     * Sends a text frame and returns when the network has it.
     *
     * @throws IOException the frontend is gone, or takes nothing for longer than the transport allows
     */
    void text(byte[] utf8) throws IOException;

    /** Sends a binary frame; otherwise as {@link #text}. */
    void binary(byte[] bytes) throws IOException;

    /** Ends the connection and tells the frontend why, if it still listens; never blocks for long. */
    void close(IpcClose reason);
}
