package org.imodel4j.host.ipc.app;

import java.time.Duration;
import org.imodel4j.host.HostEnvironment;
import org.imodel4j.host.ipc.IpcSocket;

/** Ends a host a while after its last frontend has gone, unless one has come back by then. */
final class FrontendWatch {
    private final IpcSocket socket;
    private final HostEnvironment environment;
    private final Duration gracePeriod;
    private final Runnable end;
    private long departures;
    private boolean over;

    FrontendWatch(IpcSocket socket, HostEnvironment environment, Duration gracePeriod, Runnable end) {
        this.socket = socket;
        this.environment = environment;
        this.gracePeriod = gracePeriod;
        this.end = end;
    }

    /** A frontend is gone. */
    synchronized void departed() {
        long departure = ++departures;
        if (!over && socket.connections().isEmpty()) {
            environment.begin(() -> await(departure), "ipc-grace");
        }
    }

    /** The host ends anyway. */
    synchronized void stop() {
        over = true;
        notifyAll();
    }

    private void await(long departure) {
        long deadline = System.nanoTime() + gracePeriod.toNanos();
        synchronized (this) {
            for (long left = gracePeriod.toNanos(); left > 0 && !over; left = deadline - System.nanoTime()) {
                try {
                    wait(left / 1_000_000, (int) (left % 1_000_000));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
            // Another frontend may have come and gone meanwhile; then its departure is the one to count from.
            if (over || departure != departures || !socket.connections().isEmpty()) {
                return;
            }
            over = true;
        }
        end.run();
    }
}
