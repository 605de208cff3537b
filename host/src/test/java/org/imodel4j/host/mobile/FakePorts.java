package org.imodel4j.host.mobile;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.host.HostEnvironment;
import org.imodel4j.host.ipc.IpcAcceptor;
import org.imodel4j.host.ipc.IpcClose;

/** Ports in memory, numbered from 1. */
final class FakePorts implements FrontendPorts {
    final List<FakePort> all = new CopyOnWriteArrayList<>();
    final List<String> paths = new CopyOnWriteArrayList<>();
    boolean fails;

    @Override
    public FrontendPort open(HostEnvironment environment, int port, String path, IpcAcceptor acceptor) {
        if (fails) {
            throw new IModelException(Status.BAD_ARG, "no port");
        }
        paths.add(path);
        FakePort opened = new FakePort(all.size() + 1, acceptor);
        all.add(opened);
        return opened;
    }

    /** The port that was opened last. */
    FakePort last() {
        return all.get(all.size() - 1);
    }

    /** One port. */
    static final class FakePort implements FrontendPort {
        private final int number;
        private final IpcAcceptor acceptor;
        private final List<PageClient> clients = new ArrayList<>();
        private volatile boolean open = true;

        FakePort(int number, IpcAcceptor acceptor) {
            this.number = number;
            this.acceptor = acceptor;
        }

        IpcAcceptor acceptor() {
            if (!open) {
                throw new AssertionError("the port is closed");
            }
            return acceptor;
        }

        void opened(PageClient client) {
            clients.add(client);
        }

        boolean isOpen() {
            return open;
        }

        @Override
        public int number() {
            return number;
        }

        @Override
        public void close() {
            open = false;
            clients.forEach(client -> client.close(IpcClose.GOING_AWAY));
        }
    }
}
