package org.imodel4j.server;

import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way in: health and preflight at once, everything else to the first route that takes it. */
final class Front extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(Front.class);

    private final ServerOptions options;
    private final List<WebRoute> routes;
    private final BooleanSupplier ready;
    private final Deflaters deflaters;
    private final @Nullable WebSockets sockets;
    private final Supplier<String> address;

    /** @param address where the server is, as {@code host:port} */
    Front(
            ServerOptions options,
            List<WebRoute> routes,
            BooleanSupplier ready,
            Deflaters deflaters,
            @Nullable WebSockets sockets,
            Supplier<String> address) {
        this.options = options;
        this.routes = List.copyOf(routes);
        this.ready = ready;
        this.deflaters = deflaters;
        this.sockets = sockets;
        this.address = address;
    }

    @Override
    public boolean handle(Request jettyRequest, Response jettyResponse, Callback callback) throws IOException {
        if (sockets != null && WebSockets.isUpgrade(jettyRequest)) {
            sockets.upgrade(jettyRequest, jettyResponse, callback, address.get());
            return true;
        }
        if (sockets != null && !sockets.admitsPage(jettyRequest, address.get())) {
            Response.writeError(
                    jettyRequest, jettyResponse, callback, 403, "Pages of this origin are not allowed here");
            return true;
        }
        Cors.mark(jettyRequest, jettyResponse.getHeaders());
        JettyRequest request = new JettyRequest(jettyRequest, options);
        JettyResponse response = new JettyResponse(request, jettyResponse, deflaters);
        try {
            answer(jettyRequest, request, response);
        } catch (IOException | RuntimeException e) {
            if (!explained(request, response, jettyResponse, e)) {
                callback.failed(e);
                return true;
            }
        } finally {
            request.body().close();
        }
        RequestBody.Breach breach = request.breach();
        if (breach != null && !response.begun()) {
            response.refuse(breach);
        }
        response.finish(callback);
        return true;
    }

    private void answer(Request jettyRequest, JettyRequest request, JettyResponse response) throws IOException {
        if (jettyRequest.getLength() > options.maxBodyBytes()) {
            response.refuse(RequestBody.Breach.TOO_LARGE);
            return;
        }
        switch (request.rawPath()) {
            case "/ping" -> response.text(200, "Success");
            case "/ready" ->
                response.text(ready.getAsBoolean() ? 200 : 503, ready.getAsBoolean() ? "Ready" : "Not ready");
            default -> route(request, response);
        }
    }

    private void route(JettyRequest request, JettyResponse response) throws IOException {
        if (request.method().equals("OPTIONS")) {
            response.text(200, "");
            return;
        }
        for (WebRoute route : routes) {
            if (route.handles(request)) {
                route.handle(request, response);
                return;
            }
        }
        response.text(404, "Nothing is served here");
    }

    /** Turns a failure into an answer while that is still possible; afterwards only a broken connection tells the truth. */
    private static boolean explained(JettyRequest request, JettyResponse response, Response jetty, Exception failure) {
        RequestBody.Breach breach = request.breach();
        if (jetty.isCommitted()) {
            LOG.debug("Answer broken off", failure);
            return false;
        }
        if (breach != null) {
            response.refuse(breach);
            return true;
        }
        LOG.atError().setCause(failure).addKeyValue("path", request.rawPath()).log("Request failed");
        response.text(500, "Internal error");
        return true;
    }
}
