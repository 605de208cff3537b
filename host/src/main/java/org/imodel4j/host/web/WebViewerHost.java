package org.imodel4j.host.web;

import org.imodel4j.host.IModelHost;
import org.imodel4j.host.IModelHostConfiguration;
import org.imodel4j.host.rpc.WebRpcProtocol;

/**
 * The backend of viewers in web browsers. It keeps nothing about its frontends, so any equal instance can answer the next request. A
 * transport, such as the HTTP server of imodel4j, carries the requests to {@link #rpc()}.
 */
public final class WebViewerHost extends IModelHost {
    private final WebRpcProtocol rpc;

    private WebViewerHost(IModelHostConfiguration configuration, WebViewerOptions options) {
        super(configuration);
        this.rpc = new WebRpcProtocol(this, options.interfaces(), options.access(), options.limits());
    }

    /** Starts a host with all defaults. */
    public static WebViewerHost startup() {
        return startup(IModelHostConfiguration.defaults());
    }

    /** Starts a host with the standard interfaces. */
    public static WebViewerHost startup(IModelHostConfiguration configuration) {
        return startup(configuration, WebViewerOptions.defaults());
    }

    /** Starts a host; see {@link IModelHost#startup(IModelHostConfiguration)}. */
    public static WebViewerHost startup(IModelHostConfiguration configuration, WebViewerOptions options) {
        return announce(new WebViewerHost(configuration, options));
    }

    /** Answers the requests of frontends. */
    public WebRpcProtocol rpc() {
        return rpc;
    }
}
