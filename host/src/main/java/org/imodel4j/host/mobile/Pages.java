package org.imodel4j.host.mobile;

import java.time.Duration;
import java.util.function.Function;
import org.imodel4j.host.HostEnvironment;
import org.imodel4j.host.ipc.IpcAcceptor;
import org.imodel4j.host.ipc.IpcClose;
import org.imodel4j.host.ipc.IpcLimits;
import org.imodel4j.host.ipc.IpcReceiver;
import org.imodel4j.host.ipc.IpcTransport;
import org.jspecify.annotations.Nullable;

/**
 * The page of a host, of which there is one at a time: who connects takes the place of the one before, unless that one was told to connect anew. Safe
 * for use by many threads.
 */
final class Pages implements IpcAcceptor {
    static final IpcClose REPLACED = new IpcClose(1008, "another connection has taken the place of this one");

    private final HostEnvironment environment;
    private final IpcLimits limits;
    private final Function<Link, Page> newPage;
    private @Nullable Page current;

    Pages(HostEnvironment environment, IpcLimits limits, Function<Link, Page> newPage) {
        this.environment = environment;
        this.limits = limits;
        this.newPage = newPage;
    }

    @Override
    public IpcReceiver accept(IpcTransport transport) {
        Link link = new Link(transport);
        Page replaced = null;
        Page page;
        synchronized (this) {
            page = current;
            if (page == null || !page.connection().takesBack(link)) {
                replaced = page;
                page = newPage.apply(link);
                current = page;
            }
        }
        if (replaced != null) {
            replaced.inlet().connection().close(REPLACED);
        }
        return new PageReceiver(page, link, limits);
    }

    synchronized @Nullable Page tryCurrent() {
        return current;
    }

    /** The application goes to the background. */
    void leave() {
        Page page = tryCurrent();
        if (page != null) {
            page.connection().leave();
        }
    }

    /** Has the device connect the page to an address, and waits beside everything else whether it comes. */
    void reconnect(MobileDevice device, String address, Duration limit) {
        Page page = tryCurrent();
        if (page != null) {
            page.connection().expect();
        }
        if (!device.reconnect(address) && page != null) {
            page.end();
        } else if (page != null) {
            environment.begin(() -> page.awaitReturn(limit), "mobile-return");
        }
    }
}
