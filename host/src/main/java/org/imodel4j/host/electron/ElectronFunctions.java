package org.imodel4j.host.electron;

import java.time.Duration;
import org.imodel4j.host.ipc.IpcChannel;
import org.imodel4j.json.JsonObject;

/** What the bridge does when it is asked. */
public interface ElectronFunctions {
    IpcChannel CHANNEL = IpcChannel.named("imodel4j/shell");

    /** Electron may take a while until its app is ready. */
    Duration TIME = Duration.ofMinutes(1);

    /** Opens the main window, and again whenever the system asks for it. */
    void openMainWindow(JsonObject window);

    /** Opens a further window. */
    void openWindow(JsonObject window);
}
