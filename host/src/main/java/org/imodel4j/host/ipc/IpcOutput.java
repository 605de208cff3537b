package org.imodel4j.host.ipc;

/** What waits to be sent to one frontend: an {@link Outgoing} message of IPC, or what a carrier sends beside it on the same way. */
public interface IpcOutput {
    /** About what it takes in memory. */
    long bytes();
}
