package org.imodel4j.host.mobile;

import org.imodel4j.host.ipc.IpcTransport;

/** One connection of a page, which may have several, one after the other. Compared by identity. */
final class Link {
    private final IpcTransport transport;

    Link(IpcTransport transport) {
        this.transport = transport;
    }

    IpcTransport transport() {
        return transport;
    }
}
