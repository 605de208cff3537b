package org.imodel4j.host.web;

import java.util.List;
import org.imodel4j.host.rpc.RpcAccess;
import org.imodel4j.host.rpc.RpcInterface;
import org.imodel4j.host.rpc.RpcLimits;

/**
 * What a {@link WebViewerHost} serves beside the iModels.
 *
 * @param interfaces all interfaces that frontends can call; an application adds its own to the standard ones
 * @param access who may call what
 * @param limits what a single request may cost
 */
public record WebViewerOptions(List<RpcInterface> interfaces, RpcAccess access, RpcLimits limits) {
    public WebViewerOptions {
        interfaces = List.copyOf(interfaces);
    }

    /** The standard interfaces, for everybody. */
    public static WebViewerOptions defaults() {
        return new WebViewerOptions(StandardInterfaces.all(), RpcAccess.OPEN, RpcLimits.DEFAULT);
    }

    /** These options and one more interface. */
    public WebViewerOptions with(RpcInterface more) {
        List<RpcInterface> all = new java.util.ArrayList<>(interfaces);
        all.add(more);
        return new WebViewerOptions(all, access, limits);
    }

    /** These options with another check of access. */
    public WebViewerOptions with(RpcAccess check) {
        return new WebViewerOptions(interfaces, check, limits);
    }
}
