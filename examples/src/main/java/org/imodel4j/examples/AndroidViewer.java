package org.imodel4j.examples;

import java.nio.file.Path;
import java.time.Duration;
import org.imodel4j.host.mobile.AndroidHost;

/**
 * The backend of an application on Android, with a desktop computer in the place of the device; see {@link DesktopShell}. The arguments are a
 * folder for what is kept, and how many seconds the host waits for its page to come back. Who connects has to know the secret in the URL of the page, since any
 * program on a device can reach a port.
 */
public final class AndroidViewer {
    private AndroidViewer() {}

    public static void main(String[] args) throws InterruptedException {
        DesktopShell.run(
                Path.of(args[0]),
                Duration.ofSeconds(Integer.parseInt(args[1])),
                (configuration, options) -> AndroidHost.startup(configuration, options.withSecret()));
    }
}
