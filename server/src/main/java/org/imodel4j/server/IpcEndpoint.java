package org.imodel4j.server;

import org.imodel4j.host.ipc.IpcSocket;

/**
 * The websocket of a server: upgrades on any path, because every frontend has its own idea of it, connect the client to a host. The server then
 * answers HTTP requests of pages only where it would let them connect, since both ways lead to the same files.
 *
 * @param ipc of the host
 * @param admission who may connect
 */
public record IpcEndpoint(IpcSocket ipc, IpcAdmission admission) {}
