package org.imodel4j.host.electron;

import org.imodel4j.host.ipc.IpcCall;
import org.imodel4j.host.ipc.IpcChannel;
import org.imodel4j.json.JsonObject;

/** What the bridge tells the host. */
public interface BridgeFunctions {
    IpcChannel CHANNEL = IpcChannel.named("imodel4j/bridge");

    /** The bridge can be asked from now on. */
    void ready(IpcCall call);

    /** The user has moved or resized a window. */
    void windowMoved(String name, JsonObject bounds);

    void windowMaximized(String name, boolean maximized);
}
