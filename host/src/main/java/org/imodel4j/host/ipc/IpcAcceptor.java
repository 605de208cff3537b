package org.imodel4j.host.ipc;

/** Takes the frontends that a transport lets in. */
@FunctionalInterface
public interface IpcAcceptor {
    /** Takes a frontend; what the transport hears of it goes to the answer. Never blocks for long. */
    IpcReceiver accept(IpcTransport transport);
}
