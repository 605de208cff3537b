package org.imodel4j.host.mobile;

import java.util.List;

/**
 * What a host asks of the device that it runs on; the shell of the application has one. What the device tells the host goes to the methods of
 * {@link MobileHost}. The names are those of iTwin.js. Called from any thread; methods may block.
 */
public interface MobileDevice {
    Orientation getOrientation();

    BatteryState getBatteryState();

    /** How full the battery is, from 0 to 1; -1 when that is not known. */
    double getBatteryLevel();

    /**
     * Begins to download a file.
     *
     * @param isBackground whether it is to go on while the application is in the background
     * @param downloadTo the path of the file to make
     * @return the id of the download
     */
    long createDownloadTask(String url, boolean isBackground, String downloadTo, DownloadListener listener);

    /** Cancels a download, whose listener is told; false when there is none of that id. */
    boolean cancelDownloadTask(long id);

    /** The downloads that have not ended. */
    List<DownloadTask> getDownloadTasks();

    /** Goes on with a download while the application is in the foreground only; false when there is none of that id. */
    boolean resumeDownloadInForeground(long id);

    /** Goes on with a download also while the application is in the background; false when there is none of that id. */
    boolean resumeDownloadInBackground(long id);

    /**
     * Makes the page connect anew, by running {@code window._imodeljs_rpc_reconnect("ADDRESS")} in it.
     *
     * @param address the number of a port, and a secret after a slash when the host has one; it needs no escapes
     * @return false when there is no page any longer that could; then the shell loads one with {@link MobileHost#urlHash}
     */
    boolean reconnect(String address);

    /**
     * The access token of the user.
     *
     * @throws org.imodel4j.error.IModelException when there should be one and it can not be had; the frontend learns the reason
     */
    default DeviceToken authGetAccessToken() {
        return DeviceToken.NONE;
    }
}
