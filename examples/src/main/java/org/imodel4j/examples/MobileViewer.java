package org.imodel4j.examples;

import java.nio.file.Path;
import java.time.Duration;
import org.imodel4j.host.mobile.MobileHost;

/**
 * The backend of an application on a phone or tablet, with a desktop computer in the place of the device; see {@link DesktopShell}. The arguments are a
 * folder for what is kept, and how many seconds the host waits for its page to come back.
 */
public final class MobileViewer {
    private MobileViewer() {}

    public static void main(String[] args) throws InterruptedException {
        DesktopShell.run(Path.of(args[0]), Duration.ofSeconds(Integer.parseInt(args[1])), MobileHost::startup);
    }
}
