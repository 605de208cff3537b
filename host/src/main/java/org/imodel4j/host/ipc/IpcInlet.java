package org.imodel4j.host.ipc;

/** Takes what an {@link IpcCarrier} hears of its frontend. Called by one thread at a time, but for {@link #send}. */
public interface IpcInlet {
    /** The frontend as functions and listeners see it. */
    IpcConnection connection();

    /** The frontend numbers its messages, which those of 2.x do not. */
    void numbered();

    /** A message has arrived; it has no number, so its order is that of its arrival. */
    void arrived(IpcMessage message);

    /**
     * A message has arrived that can not be read: it is answered when it has a request number, and ends the connection otherwise.
     *
     * @param request 0 when it has none
     */
    void flawed(String channel, long request, String problem);

    /** Puts something of the carrier's own behind what waits to be sent; counts for the same limit. Any thread may call it. */
    void send(IpcOutput output);

    /** The connection is over, whoever ended it. */
    void ended();

    /** As {@link IpcReceiver#whenReady}. */
    void whenReady(Runnable readOn);
}
