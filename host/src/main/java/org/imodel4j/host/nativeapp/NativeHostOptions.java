package org.imodel4j.host.nativeapp;

import org.imodel4j.host.ipc.IpcHandler;
import org.imodel4j.host.ipc.app.IpcHostOptions;
import org.imodel4j.host.rpc.RpcInterface;
import org.imodel4j.host.web.WebViewerOptions;

/**
 * What a {@link NativeHost} does for its frontend.
 *
 * @param rpc the RPC interfaces
 * @param ipc the functions of the application, and when the host ends
 * @param applicationName the name of the {@linkplain NativeHost#settingsStore() settings of the application}
 */
public record NativeHostOptions(WebViewerOptions rpc, IpcHostOptions ipc, String applicationName) {
    /** The standard interfaces and functions for an application called {@code iTwinApp}; the host ends with its frontend. */
    public static NativeHostOptions defaults() {
        return new NativeHostOptions(WebViewerOptions.defaults(), IpcHostOptions.defaults(), "iTwinApp");
    }

    /** These options and one more RPC interface. */
    public NativeHostOptions with(RpcInterface more) {
        return new NativeHostOptions(rpc.with(more), ipc, applicationName);
    }

    /** These options and one more handler. */
    public NativeHostOptions with(IpcHandler handler) {
        return new NativeHostOptions(rpc, ipc.with(handler), applicationName);
    }

    public NativeHostOptions withIpc(IpcHostOptions options) {
        return new NativeHostOptions(rpc, options, applicationName);
    }

    public NativeHostOptions withApplicationName(String name) {
        return new NativeHostOptions(rpc, ipc, name);
    }
}
