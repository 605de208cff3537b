package org.imodel4j.host.web;

import org.imodel4j.host.IModelHostConfiguration;
import org.imodel4j.host.ipc.app.IpcHost;

/**
 * The backend of an editor in a web browser: what {@code LocalhostIpcApp} of iTwin.js connects to, and each of several at once. A transport, such
 * as the websocket of imodel4j's server, brings frontends to {@link #ipc()} and their HTTP requests to {@link #rpc()}.
 */
public final class WebEditHost extends IpcHost {
    private WebEditHost(IModelHostConfiguration configuration, WebEditOptions options) {
        super(
                configuration,
                options.rpc().interfaces(),
                options.rpc().access(),
                options.rpc().limits(),
                options.ipc());
    }

    /** Starts a host with all defaults. */
    public static WebEditHost startup() {
        return startup(IModelHostConfiguration.defaults(), WebEditOptions.defaults());
    }

    /** Starts a host; see {@link org.imodel4j.host.IModelHost#startup(IModelHostConfiguration)}. */
    public static WebEditHost startup(IModelHostConfiguration configuration, WebEditOptions options) {
        return announceAndOpen(new WebEditHost(configuration, options));
    }
}
