package org.imodel4j.host.ipc.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.imodel4j.host.ipc.IpcHandler;
import org.imodel4j.host.ipc.IpcLimits;

/**
 * What an {@link IpcHost} does for its frontends.
 *
 * @param handlers the application's own functions, beside the built-in ones
 * @param limits what one frontend may ask
 * @param endsWithFrontend whether the host closes when its last frontend is gone
 * @param gracePeriod how long it waits for one to come back before it does; a page that is loaded again is gone for a moment
 */
public record IpcHostOptions(
        List<IpcHandler> handlers, IpcLimits limits, boolean endsWithFrontend, Duration gracePeriod) {
    public IpcHostOptions {
        handlers = List.copyOf(handlers);
    }

    /** No further functions, the usual limits, and an end with the frontend after ten seconds. */
    public static IpcHostOptions defaults() {
        return new IpcHostOptions(List.of(), IpcLimits.DEFAULT, true, Duration.ofSeconds(10));
    }

    /** These options and one more handler. */
    public IpcHostOptions with(IpcHandler handler) {
        List<IpcHandler> all = new ArrayList<>(handlers);
        all.add(handler);
        return new IpcHostOptions(all, limits, endsWithFrontend, gracePeriod);
    }

    public IpcHostOptions withLimits(IpcLimits value) {
        return new IpcHostOptions(handlers, value, endsWithFrontend, gracePeriod);
    }

    public IpcHostOptions withGracePeriod(Duration value) {
        return new IpcHostOptions(handlers, limits, endsWithFrontend, value);
    }

    /** The host goes on when its frontends are gone. */
    public IpcHostOptions stayingWithoutFrontend() {
        return new IpcHostOptions(handlers, limits, false, gracePeriod);
    }
}
