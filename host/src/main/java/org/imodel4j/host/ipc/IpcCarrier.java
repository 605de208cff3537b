package org.imodel4j.host.ipc;

import java.io.IOException;

/**
 * A protocol that carries the messages of one frontend inside of its own. One thread at a time sends; {@link #close} may come from any, also while
 * another one sends, and more than once.
 */
public interface IpcCarrier {
    /**
     * Sends a message, or what was given to {@link IpcInlet#send}, and returns when the network has it.
     *
     * @throws IOException the frontend is gone, or takes nothing for longer than the carrier allows
     */
    void send(IpcOutput output) throws IOException;

    /** Ends the connection and tells the frontend why, if it still listens; never blocks for long. */
    void close(IpcClose reason);
}
