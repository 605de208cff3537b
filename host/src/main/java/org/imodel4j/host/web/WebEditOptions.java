package org.imodel4j.host.web;

import org.imodel4j.host.ipc.IpcHandler;
import org.imodel4j.host.ipc.app.IpcHostOptions;
import org.imodel4j.host.rpc.RpcInterface;

/**
 * What a {@link WebEditHost} does for its frontends.
 *
 * @param rpc the RPC interfaces, which answer over HTTP and over the websocket alike
 * @param ipc the functions of the application, and when the host ends
 */
public record WebEditOptions(WebViewerOptions rpc, IpcHostOptions ipc) {
    /** The standard interfaces and functions; the host ends with its frontend. */
    public static WebEditOptions defaults() {
        return new WebEditOptions(WebViewerOptions.defaults(), IpcHostOptions.defaults());
    }

    /** These options and one more RPC interface. */
    public WebEditOptions with(RpcInterface more) {
        return new WebEditOptions(rpc.with(more), ipc);
    }

    /** These options and one more handler. */
    public WebEditOptions with(IpcHandler handler) {
        return new WebEditOptions(rpc, ipc.with(handler));
    }

    public WebEditOptions withIpc(IpcHostOptions options) {
        return new WebEditOptions(rpc, options);
    }
}
