package org.imodel4j.socket;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.host.HostEnvironment;
import org.imodel4j.host.ipc.IpcAcceptor;
import org.imodel4j.host.ipc.IpcClose;
import org.imodel4j.host.mobile.FrontendPort;
import org.imodel4j.host.mobile.FrontendPorts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A websocket server for programs on the same device: RFC 6455 without extensions and without TLS, on the loopback addresses only. It takes one
 * thread for each address, one for each client, and one that looks after their times. Safe for use by many threads.
 */
public final class WebSocketServer implements FrontendPort {
    private static final Logger LOG = LoggerFactory.getLogger(WebSocketServer.class);
    private static final byte[] BUSY =
            "HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);
    private static final long PAUSE_NANOS = 50_000_000;

    private final HostEnvironment environment;
    private final SocketOptions options;
    private final String path;
    private final IpcAcceptor acceptor;
    private final List<ServerSocket> listeners;
    private final int number;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<WebSocketConnection> connections = new HashSet<>();
    private int accepting;
    private boolean closed;

    private WebSocketServer(
            HostEnvironment environment,
            SocketOptions options,
            String path,
            IpcAcceptor acceptor,
            List<ServerSocket> listeners) {
        this.environment = environment;
        this.options = options;
        this.path = path;
        this.acceptor = acceptor;
        this.listeners = listeners;
        this.number = listeners.get(0).getLocalPort();
        this.accepting = listeners.size();
    }

    /** Ports for a host on a device, with the usual options: for pages that a loopback name serves. */
    public static FrontendPorts ports() {
        return ports(SocketOptions.defaults());
    }

    /** Ports for a host on a device. */
    public static FrontendPorts ports(SocketOptions options) {
        return (environment, port, path, acceptor) -> start(environment, options, port, path, acceptor);
    }

    /**
     * Starts a server.
     *
     * @param port 0 for any that is free
     * @param path that clients have to ask for, without the slash before it; empty for any
     * @throws IModelException BadArg when the port can not be had
     */
    public static WebSocketServer start(
            HostEnvironment environment, SocketOptions options, int port, String path, IpcAcceptor acceptor) {
        List<ServerSocket> listeners;
        try {
            listeners = Listeners.open(port);
        } catch (IOException e) {
            throw new IModelException(Status.BAD_ARG, "the port can not be opened", e).with("port", port);
        }
        WebSocketServer server = new WebSocketServer(environment, options, path, acceptor, listeners);
        for (ServerSocket listener : listeners) {
            environment.begin(() -> server.acceptAll(listener), "socket-accept");
        }
        environment.begin(server::watch, "socket-watch");
        return server;
    }

    @Override
    public int number() {
        return number;
    }

    private void acceptAll(ServerSocket listener) {
        try {
            acceptUntilClosed(listener);
        } finally {
            lock.lock();
            try {
                accepting--;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private void acceptUntilClosed(ServerSocket listener) {
        while (true) {
            try {
                take(listener.accept());
            } catch (IOException e) {
                if (listener.isClosed()) {
                    return;
                }
                // Out of file descriptors, most likely; that passes.
                LOG.warn("A client could not be accepted", e);
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private void take(Socket socket) throws IOException {
        WebSocketConnection connection = new WebSocketConnection(socket, options, environment);
        boolean accepted;
        lock.lock();
        try {
            accepted = !closed && connections.size() < options.connections() && connections.add(connection);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (accepted) {
            environment.begin(() -> serve(connection), "socket-read");
        } else {
            try (socket) {
                socket.getOutputStream().write(BUSY);
            }
        }
    }

    private void serve(WebSocketConnection connection) {
        try {
            connection.run(path, acceptor);
        } finally {
            lock.lock();
            try {
                connections.remove(connection);
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** Ends what takes too long, until the server is closed and its last client gone; sleeps while there is none. */
    private void watch() {
        long tick = tick();
        lock.lock();
        try {
            while (!closed || !connections.isEmpty()) {
                if (connections.isEmpty()) {
                    changed.await();
                } else {
                    changed.await(tick, TimeUnit.NANOSECONDS);
                }
                long now = System.nanoTime();
                connections.forEach(connection -> connection.expire(now));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private long tick() {
        long shortest = Math.min(
                options.handshakeTime().toNanos(),
                Math.min(options.writeTime().toNanos(), options.closeTime().toNanos()));
        return Math.min(Duration.ofSeconds(1).toNanos(), Math.max(PAUSE_NANOS, shortest / 4));
    }

    @Override
    public void close() {
        List<WebSocketConnection> open;
        lock.lock();
        try {
            closed = true;
            open = List.copyOf(connections);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        Listeners.close(listeners);
        awaitListeners();
        open.forEach(connection -> connection.close(IpcClose.GOING_AWAY));
    }

    /** The system frees a port when nobody waits in it any longer, a moment after it is closed. */
    private void awaitListeners() {
        lock.lock();
        try {
            long left = Duration.ofSeconds(1).toNanos();
            while (accepting > 0 && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
