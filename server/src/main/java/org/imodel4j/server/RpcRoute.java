package org.imodel4j.server;

import java.io.IOException;
import org.imodel4j.host.rpc.WebRequest;
import org.imodel4j.host.rpc.WebResponse;
import org.imodel4j.host.rpc.WebRpcProtocol;

/** The calls of iTwin.js frontends. Takes every POST, so it stands last among the routes of a server. */
public final class RpcRoute implements WebRoute {
    private final WebRpcProtocol protocol;

    public RpcRoute(WebRpcProtocol protocol) {
        this.protocol = protocol;
    }

    @Override
    public boolean handles(WebRequest request) {
        return protocol.handles(request);
    }

    @Override
    public void handle(WebRequest request, WebResponse response) throws IOException {
        protocol.handle(request, response);
    }
}
