package org.imodel4j.servlet;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.imodel4j.host.rpc.WebRpcProtocol;
import org.imodel4j.host.web.WebViewerHost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the calls of iTwin.js frontends in the servlet container of an application, as the server of imodel4j answers them.
 *
 * <p>It may be mapped to any prefix, such as {@code /rpc/*}, which is then the {@code uriPrefix} of the frontend: calls are told
 * apart by the end of their path. The paths hold empty segments when a frontend has no iTwin, and {@code GET} carries up to 8192
 * characters of arguments: the container, and a firewall before it, must let {@code //} pass and should take headers of 64 kB.
 * Compression, TLS and the limits of connections are the container's.
 *
 * <p>Each request keeps its thread until it is answered, a virtual one where the container has them; the queries run on the
 * threads of the host. A client that is gone is noticed by the next read or write, which ends its query. The servlet does not
 * own the host: who started it closes it, after the container.
 */
public final class RpcServlet extends HttpServlet {
    private static final Logger LOG = LoggerFactory.getLogger(RpcServlet.class);

    private final transient WebRpcProtocol protocol;
    private final transient RpcServletOptions options;

    /** Answers for a host with the default bounds, and leaves CORS to the application. */
    public RpcServlet(WebViewerHost host) {
        this(host.rpc(), RpcServletOptions.defaults());
    }

    public RpcServlet(WebRpcProtocol protocol, RpcServletOptions options) {
        this.protocol = protocol;
        this.options = options;
    }

    @Override
    protected void service(HttpServletRequest servletRequest, HttpServletResponse servletResponse) throws IOException {
        ContainerRequest request = new ContainerRequest(servletRequest, options);
        ContainerResponse response = new ContainerResponse(request, servletResponse, options.crossOrigin());
        try {
            answer(request, response);
        } catch (IOException | RuntimeException e) {
            request.abandon();
            if (!explained(request, response, e)) {
                throw e;
            }
        }
        RequestBody.Breach breach = request.breach();
        if (breach != null && !response.begun()) {
            response.refuse(breach);
        } else if (!response.begun()) {
            response.text(500, "");
        }
    }

    private void answer(ContainerRequest request, ContainerResponse response) throws IOException {
        if (request.isTooLarge()) {
            response.refuse(RequestBody.Breach.TOO_LARGE);
        } else if (request.method().equals("OPTIONS")) {
            response.text(200, "");
        } else if (protocol.handles(request)) {
            protocol.handle(request, response);
        } else {
            response.text(404, "Nothing is served here");
        }
    }

    /** Turns a failure into an answer while that is still possible; afterwards only a broken connection tells the truth. */
    private static boolean explained(ContainerRequest request, ContainerResponse response, Exception failure)
            throws IOException {
        if (response.isUnderWay()) {
            LOG.debug("Answer broken off", failure);
            return false;
        }
        RequestBody.Breach breach = request.breach();
        if (breach != null) {
            response.refuse(breach);
            return true;
        }
        LOG.atError().setCause(failure).addKeyValue("path", request.rawPath()).log("Request failed");
        response.text(500, "Internal error");
        return true;
    }
}
