package org.imodel4j.host.electron;

import org.imodel4j.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * How a window looks.
 *
 * @param storeWindowName the name under which its bounds are kept for the next time; null when they are not
 * @param browserWindow options of Electron's {@code BrowserWindow}, such as {@code {"width":1280,"height":800,"title":"Viewer"}}. What keeps a
 *     page apart from the computer can not be changed by them
 */
public record OpenWindowOptions(@Nullable String storeWindowName, JsonObject browserWindow) {
    /** A window of Electron's usual size. */
    public static OpenWindowOptions defaults() {
        return new OpenWindowOptions(null, JsonObject.EMPTY);
    }

    public OpenWindowOptions withStoreWindowName(String name) {
        return new OpenWindowOptions(name, browserWindow);
    }

    public OpenWindowOptions withBrowserWindow(JsonObject options) {
        return new OpenWindowOptions(storeWindowName, options);
    }
}
