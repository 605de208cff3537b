package org.imodel4j.host.ipc;

/** Takes what a transport hears of one frontend. Called by one thread at a time, in the order in which it arrived; never blocks for long. */
public interface IpcReceiver {
    /** A whole text frame, as its bytes. */
    void text(byte[] utf8);

    /** A whole binary frame. */
    void binary(byte[] bytes);

    /** The connection is over, whoever ended it. */
    void ended();

    /**
     * Runs an action when more may be read from the frontend: at once, or later in another thread when it has to read answers first. A transport
     * that waits for this before it reads on keeps a frontend that only asks from filling the memory.
     */
    void whenReady(Runnable readOn);
}
