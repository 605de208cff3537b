package org.imodel4j.examples;

import java.nio.file.Path;
import java.time.Duration;
import org.imodel4j.host.mobile.IOSHost;

/**
 * The backend of an application on iOS, with a desktop computer in the place of the device; see {@link DesktopShell}. The arguments are a
 * folder for what is kept, and how many seconds the host waits for its page to come back.
 */
public final class IOSViewer {
    private IOSViewer() {}

    public static void main(String[] args) throws InterruptedException {
        DesktopShell.run(Path.of(args[0]), Duration.ofSeconds(Integer.parseInt(args[1])), IOSHost::startup);
    }
}
