package org.imodel4j.socket;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.imodel4j.host.ipc.IpcAcceptor;
import org.imodel4j.host.ipc.IpcReceiver;
import org.imodel4j.host.ipc.IpcTransport;

/** Sends back what it hears, and notes who came and went. */
final class Echo implements IpcAcceptor {
    final BlockingQueue<IpcTransport> came = new LinkedBlockingQueue<>();
    final BlockingQueue<IpcTransport> went = new LinkedBlockingQueue<>();

    @Override
    public IpcReceiver accept(IpcTransport transport) {
        came.add(transport);
        return new IpcReceiver() {
            @Override
            public void text(byte[] utf8) {
                try {
                    transport.text(utf8);
                } catch (IOException gone) {
                    // Noted by ended().
                }
            }

            @Override
            public void binary(byte[] bytes) {
                try {
                    transport.binary(bytes);
                } catch (IOException gone) {
                    // Noted by ended().
                }
            }

            @Override
            public void ended() {
                went.add(transport);
            }

            @Override
            public void whenReady(Runnable readOn) {
                readOn.run();
            }
        };
    }
}
