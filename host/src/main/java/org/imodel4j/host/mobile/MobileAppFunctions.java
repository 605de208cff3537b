package org.imodel4j.host.mobile;

import org.imodel4j.host.ipc.IpcChannel;
import org.imodel4j.json.JsonArray;

/** The functions that the frontend of a mobile application expects: {@code MobileAppFunctions} of iTwin.js. */
public interface MobileAppFunctions {
    /** The channel of these functions. */
    IpcChannel CHANNEL = new IpcChannel("itwinjs-core/mobileApp", "mobileApp");

    /** Has the shell connect the page to another port. */
    void reconnect(int connection);

    /** The access token of the user, and when it expires as ISO 8601, each empty when there is none; from 3.x on. */
    JsonArray getAccessToken();
}
