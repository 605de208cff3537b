package org.imodel4j.host.electron;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.imodel4j.host.ipc.IpcClose;
import org.imodel4j.host.ipc.IpcLimits;
import org.imodel4j.host.ipc.IpcReceiver;
import org.imodel4j.host.ipc.IpcSocket;
import org.imodel4j.host.ipc.IpcTransport;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The socket to the bridge, which has let us know that it is the right one. Each session on it is a frontend: the bridge, and every page. */
final class BridgeLink {
    private static final Logger LOG = LoggerFactory.getLogger(BridgeLink.class);
    private static final int BRIDGE = 0;
    private static final int BUFFER = 1 << 16;
    private static final int MOST_PAGES = 1_000;
    private static final int CLOSE_SECONDS = 1;

    private final Socket socket;
    private final IpcSocket bridge;
    private final IpcSocket pages;
    private final IpcLimits limits;
    private final Map<Integer, Session> sessions = new ConcurrentHashMap<>();
    private final ReentrantLock writing = new ReentrantLock();

    /**
     * @param bridge takes the bridge
     * @param pages takes the pages
     * @param limits of a message, which the bridge keeps to
     */
    BridgeLink(Socket socket, IpcSocket bridge, IpcSocket pages, IpcLimits limits) {
        this.socket = socket;
        this.bridge = bridge;
        this.pages = pages;
        this.limits = limits;
    }

    /** Welcomes the bridge and hears it until it is gone. */
    void run() {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER))) {
            open(BRIDGE, bridge);
            send(ElectronFrame.WELCOME, BRIDGE, Json.writeBytes(welcome()));
            int largest = Math.max(limits.textBytes(), limits.binaryBytes());
            while (true) {
                take(ElectronFrame.read(in, largest));
            }
        } catch (IOException e) {
            LOG.debug("The bridge is gone", e);
        } finally {
            close();
            for (Session session : new ArrayList<>(sessions.values())) {
                session.ended();
            }
        }
    }

    private JsonObject welcome() {
        return JsonObject.builder()
                .put("textBytes", limits.textBytes())
                .put("binaryBytes", limits.binaryBytes())
                .put("binaryParts", limits.binaryParts())
                .build();
    }

    private void take(ElectronFrame frame) throws IOException {
        if (frame.type() == ElectronFrame.OPEN) {
            if (sessions.size() >= MOST_PAGES || sessions.containsKey(frame.session())) {
                throw new IOException("a session that can not be opened");
            }
            open(frame.session(), pages);
            return;
        }
        Session session = sessions.get(frame.session());
        if (session == null) {
            // What was on its way when this end closed the session.
            return;
        }
        switch (frame.type()) {
            case ElectronFrame.TEXT -> session.text(frame, true);
            case ElectronFrame.BINARY -> session.text(frame, false);
            case ElectronFrame.CLOSE -> session.ended();
            default -> throw new IOException("a frame of an unknown type");
        }
    }

    private void open(int id, IpcSocket target) {
        Session session = new Session(id);
        sessions.put(id, session);
        session.receiver = target.accept(session);
    }

    private void send(int type, int session, byte[] payload) throws IOException {
        writing.lock();
        try {
            new ElectronFrame(type, session, payload).write(socket.getOutputStream());
        } finally {
            writing.unlock();
        }
    }

    /** Ends the connection; the bridge then ends Electron. */
    void close() {
        BridgeDoor.closeQuietly(socket);
    }

    /** One frontend. */
    private final class Session implements IpcTransport {
        private final int id;
        private final CountDownLatch over = new CountDownLatch(1);
        private volatile @Nullable IpcReceiver receiver;

        Session(int id) {
            this.id = id;
        }

        void text(ElectronFrame frame, boolean text) {
            IpcReceiver to = receiver;
            if (to == null) {
                return;
            }
            if (text) {
                to.text(frame.payload());
            } else {
                to.binary(frame.payload());
            }
            awaitRoom(to);
        }

        /** Reads on when this page has read enough: the bridge always reads, so the others wait for a moment at the most. */
        private void awaitRoom(IpcReceiver to) {
            CountDownLatch room = new CountDownLatch(1);
            to.whenReady(room::countDown);
            try {
                while (!room.await(1, TimeUnit.SECONDS) && over.getCount() > 0) {
                    LOG.debug("Session {} has a lot to read", id);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                BridgeLink.this.close();
            }
        }

        void ended() {
            IpcReceiver to = receiver;
            sessions.remove(id, this);
            over.countDown();
            if (to != null) {
                to.ended();
            }
        }

        @Override
        public void text(byte[] utf8) throws IOException {
            send(ElectronFrame.TEXT, id, utf8);
        }

        @Override
        public void binary(byte[] bytes) throws IOException {
            send(ElectronFrame.BINARY, id, bytes);
        }

        @Override
        public void close(IpcClose reason) {
            over.countDown();
            if (!sessions.remove(id, this)) {
                return;
            }
            try {
                // Electron stands still while a dialog of the synchronous kind is open, and reads nothing then.
                if (writing.tryLock(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                    try {
                        send(ElectronFrame.CLOSE, id, reason.text().getBytes(StandardCharsets.UTF_8));
                    } finally {
                        writing.unlock();
                    }
                }
            } catch (IOException e) {
                LOG.debug("Session {} could not be told that it is closed", id, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
