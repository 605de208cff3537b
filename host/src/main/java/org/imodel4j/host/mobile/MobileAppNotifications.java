package org.imodel4j.host.mobile;

import org.imodel4j.host.ipc.Generation;
import org.imodel4j.host.ipc.IpcChannel;
import org.imodel4j.host.ipc.KnownSince;

/** What the page of a {@link MobileHost} can be notified of. */
public interface MobileAppNotifications {
    /** The channel of these notifications. */
    IpcChannel CHANNEL = new IpcChannel("itwinjs-core/mobileApp-notify", "mobileApp-notify");

    /** The device is short of memory. */
    void notifyMemoryWarning();

    void notifyOrientationChanged();

    /** The application is about to be ended. */
    void notifyWillTerminate();

    /**
     * The user has another token.
     *
     * @param accessToken empty when nobody is signed in
     * @param expirationDate as ISO 8601; empty when it is not known
     */
    @KnownSince(Generation.V3)
    void notifyAuthAccessTokenChanged(String accessToken, String expirationDate);
}
