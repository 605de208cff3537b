package org.imodel4j.host.nativeapp;

import java.util.function.Consumer;
import org.imodel4j.host.BeEvent;
import org.jspecify.annotations.Nullable;

/** What is known about the internet; tells when that changes. The first word about it counts as a change, as in iTwin.js. */
final class Connectivity {
    private final BeEvent<InternetConnectivity> onChanged = new BeEvent<>();
    private final Consumer<InternetConnectivity> frontend;
    private @Nullable InternetConnectivity known;

    Connectivity(Consumer<InternetConnectivity> frontend) {
        this.frontend = frontend;
    }

    BeEvent<InternetConnectivity> onChanged() {
        return onChanged;
    }

    synchronized InternetConnectivity status() {
        return known == null ? InternetConnectivity.ONLINE : known;
    }

    void override(InternetConnectivity status) {
        synchronized (this) {
            if (known == status) {
                return;
            }
            known = status;
        }
        onChanged.raise(status);
        frontend.accept(status);
    }
}
