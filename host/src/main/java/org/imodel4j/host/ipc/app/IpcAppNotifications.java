package org.imodel4j.host.ipc.app;

import org.imodel4j.host.ipc.IpcChannel;

/** What every frontend with a host of its own can be notified of. */
public interface IpcAppNotifications {
    /** The channel of these notifications. */
    IpcChannel CHANNEL = new IpcChannel("itwinjs-core/ipcApp-notify", "ipcApp-notify");

    /** Reaches the frontend and changes nothing there. */
    void notifyApp();
}
