package org.imodel4j.server;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.WebSocketComponents;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;

/**
 * Turns HTTP connections into websockets of a host, and asks each regularly whether its other end is still there. A client that neither sends
 * nor answers for {@link #SILENCE} is gone.
 */
final class WebSockets extends AbstractLifeCycle implements WebSocketNegotiator {
    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final long PING_SECONDS = 20;

    private final Server server;
    private final IpcEndpoint endpoint;
    private final Duration writeTime;
    private final WebSocketComponents components = new WebSocketComponents();
    private final WebSocketMappings mappings = new WebSocketMappings(components);
    private final Set<FrontendSocket> open = ConcurrentHashMap.newKeySet();

    WebSockets(Server server, IpcEndpoint endpoint, Duration writeTime) {
        this.server = server;
        this.endpoint = endpoint;
        this.writeTime = writeTime;
    }

    @Override
    protected void doStart() throws Exception {
        components.start();
        schedulePings();
    }

    @Override
    protected void doStop() throws Exception {
        components.stop();
    }

    private void schedulePings() {
        server.getScheduler().schedule(this::ping, PING_SECONDS, TimeUnit.SECONDS);
    }

    private void ping() {
        if (isRunning()) {
            open.forEach(FrontendSocket::ping);
            schedulePings();
        }
    }

    static boolean isUpgrade(Request request) {
        return "websocket".equalsIgnoreCase(request.getHeaders().get(HttpHeader.UPGRADE));
    }

    /** Whether a request may be answered: not one of a page that could not use the websocket either. */
    boolean admitsPage(Request request, String address) {
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        return origin == null || endpoint.admission().admitsPage(origin, address);
    }

    /** Upgrades a request or refuses it. */
    void upgrade(Request request, Response response, Callback callback, String address) {
        boolean admitted = endpoint.admission()
                .admits(
                        request.getHeaders().get(HttpHeader.ORIGIN),
                        request.getHttpURI().getQuery(),
                        request.getHeaders().getValuesList(HttpHeader.COOKIE),
                        address);
        if (!admitted) {
            Response.writeError(
                    request,
                    response,
                    callback,
                    403,
                    "This websocket is for clients that know its token and for pages of this server");
        } else if (!mappings.upgrade(this, request, response, callback, this)) {
            Response.writeError(request, response, callback, 400, "Not a websocket handshake");
        }
    }

    @Override
    public FrameHandler negotiate(ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
        // Compression would cost memory for every idle client, and a small frame could become a huge one.
        response.setExtensions(List.of());
        FrontendSocket socket = new FrontendSocket(
                endpoint.ipc(),
                VirtualThreads.getVirtualThreadsExecutor(server.getThreadPool()),
                server.getScheduler(),
                writeTime,
                open);
        EndPoint network = request.getConnectionMetaData().getConnection().getEndPoint();
        if (ShortWayConnector.onAllGiven(network, socket::beginGathered)) {
            socket.gather();
        }
        return socket;
    }

    @Override
    public void customize(Configuration configuration) {
        configuration.setIdleTimeout(SILENCE);
        configuration.setAutoFragment(true);
        configuration.setOutputBufferSize(FrontendSocket.GATHERED);
        configuration.setMaxFrameSize(FrontendSocket.FRAGMENT);
        configuration.setMaxTextMessageSize(FrontendSocket.LARGEST_TEXT);
        configuration.setMaxBinaryMessageSize(FrontendSocket.LARGEST_BINARY);
    }
}
