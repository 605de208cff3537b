package org.imodel4j.host.nativeapp;

import org.imodel4j.host.ipc.IpcChannel;
import org.imodel4j.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** What the frontend of a {@link NativeHost} can be notified of. */
public interface NativeAppNotifications {
    /** The channel of these notifications. */
    IpcChannel CHANNEL = new IpcChannel("itwinjs-core/nativeApp-notify", "nativeApp-notify");

    /** @param status 0 online, 1 offline */
    void notifyInternetConnectivityChanged(int status);

    /** Of 2.x, and for nobody else: who has signed in; nothing when nobody is. */
    void notifyUserStateChanged(@Nullable JsonObject accessTokenProps);
}
