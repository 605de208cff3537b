package org.imodel4j.host.mobile;

import org.imodel4j.host.HostEnvironment;
import org.imodel4j.host.ipc.IpcAcceptor;

/** Opens ports on which the page of the same device connects by websocket. The module socket of imodel4j has one. */
@FunctionalInterface
public interface FrontendPorts {
    /**
     * Opens a port that only programs of this device reach, under each address that {@code localhost} can mean.
     *
     * @param port 0 for any that is free
     * @param path that who connects has to ask for, without the slash before it; empty for any
     * @param acceptor takes who connects
     * @throws org.imodel4j.error.IModelException when the port can not be had
     */
    FrontendPort open(HostEnvironment environment, int port, String path, IpcAcceptor acceptor);
}
