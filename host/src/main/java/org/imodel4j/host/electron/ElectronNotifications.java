package org.imodel4j.host.electron;

import java.util.List;

/** What the bridge is told, on the channel of {@link ElectronFunctions}. */
public interface ElectronNotifications {
    /** The channels that have functions, and those that somebody listens to: Electron's IPC has to know each by its name. */
    void channels(List<String> handled, List<String> listened);
}
