package org.imodel4j.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An HTTP server that runs until it is closed. Safe for use by many threads.
 *
 * <p>Besides its routes it answers {@code GET /ping} with {@code Success} as long as it lives, {@code GET /ready} with 200 when
 * its host takes work and 503 otherwise, and {@code OPTIONS} on any path. Each request runs on a virtual thread, so both answer
 * while every thread that works on queries is busy.
 */
public final class ImodelServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ImodelServer.class);

    /** Where this server's own addresses for its websocket point to, although any path will do. */
    public static final String IPC_PATH = "/ipc";

    private final Server jetty;
    private final ServerConnector connector;
    private final ServerOptions options;
    private final Deflaters deflaters;

    private ImodelServer(Server jetty, ServerConnector connector, ServerOptions options, Deflaters deflaters) {
        this.jetty = jetty;
        this.connector = connector;
        this.options = options;
        this.deflaters = deflaters;
    }

    /**
     * Starts a server; when that fails, nothing is left running.
     *
     * @param routes asked in this order
     * @param ready whether the host behind the routes takes work
     * @throws IModelException the port is taken, the address is not of this machine, or the TLS files can not be used
     */
    public static ImodelServer start(ServerOptions options, List<WebRoute> routes, BooleanSupplier ready) {
        return start(options, routes, ready, null);
    }

    /**
     * As {@link #start(ServerOptions, List, BooleanSupplier)}, with a websocket on the same port. A server on 127.0.0.1 then listens on ::1 too,
     * where that exists: frontends name {@code localhost}, and each system has its own idea of which of the two that is.
     */
    public static ImodelServer start(
            ServerOptions options, List<WebRoute> routes, BooleanSupplier ready, @Nullable IpcEndpoint ipc) {
        // Platform threads only select and accept; each request runs on a virtual one.
        QueuedThreadPool threads = new QueuedThreadPool(16, 3);
        threads.setName("http");
        threads.setDaemon(true);
        threads.setReservedThreads(0);
        threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("http-request-"));
        Server jetty = new Server(threads);
        ServerConnector connector = Connectors.create(jetty, options);
        Deflaters deflaters = new Deflaters(Runtime.getRuntime().availableProcessors() * 2);
        BooleanSupplier open = () -> jetty.isRunning() && ready.getAsBoolean();
        ImodelServer server = new ImodelServer(jetty, connector, options, deflaters);
        WebSockets sockets = ipc == null ? null : new WebSockets(jetty, ipc, options.idleTime());
        jetty.addBean(sockets);
        jetty.setHandler(new GracefulHandler(new Front(options, routes, open, deflaters, sockets, server::address)));
        jetty.setErrorHandler(new PlainErrors());
        jetty.setStopTimeout(options.stopTime().toMillis());
        try {
            connector.open();
            add(connector, options);
            if (ipc != null && options.host().equals("127.0.0.1")) {
                addOther(jetty, options, connector.getLocalPort());
            }
            jetty.start();
        } catch (Exception e) {
            server.close();
            throw new IModelException(Status.BAD_ARG, "Server can not listen", e)
                    .with("host", options.host())
                    .with("port", options.port())
                    .with("reason", String.valueOf(e.getMessage()));
        }
        return server;
    }

    private static void add(ServerConnector connector, ServerOptions options) {
        connector.addBean(new SlowHeaderGuard(connector, options.headerTime()));
        connector.addBean(new NetworkConnectionLimit(options.maxConnections(), connector));
        connector.getServer().addConnector(connector);
    }

    private static void addOther(Server jetty, ServerOptions options, int port) {
        ServerConnector other = Connectors.create(jetty, options.withHost("::1").withPort(port));
        try {
            other.open();
            add(other, options);
        } catch (IOException e) {
            LOG.info("Not listening on ::1: {}", e.getMessage());
        }
    }

    /** The port in use, also when a free one was asked for. */
    public int port() {
        return connector.getLocalPort();
    }

    /** An address under which this machine reaches the server, such as {@code http://127.0.0.1:3001}. */
    public String url() {
        return (options.tls() == null ? "http://" : "https://") + address();
    }

    /** An address like {@link #url()} for the websocket of the server, {@code ws://127.0.0.1:3001/ipc} and what the admission wants behind it. */
    public String ipcUrl(IpcAdmission admission) {
        return (options.tls() == null ? "ws://" : "wss://") + address() + IPC_PATH + admission.query();
    }

    private String address() {
        return authority() + ":" + port();
    }

    private String authority() {
        String host = options.host();
        try {
            if (InetAddress.getByName(host).isAnyLocalAddress()) {
                return "localhost";
            }
        } catch (UnknownHostException e) {
            return host;
        }
        return host.contains(":") ? "[" + host + "]" : host;
    }

    /** Stops accepting, waits for requests in progress as long as the options allow, then ends the rest. */
    @Override
    public void close() {
        try {
            jetty.stop();
        } catch (TimeoutException e) {
            LOG.warn("Connections were ended that had not finished in time");
        } catch (Exception e) {
            throw new IModelException(Status.BAD_ARG, "Server did not stop cleanly", e);
        } finally {
            jetty.destroy();
            deflaters.close();
        }
    }
}
