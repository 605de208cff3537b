package org.imodel4j.host.electron;

import java.util.function.Supplier;
import org.imodel4j.host.ipc.IpcCall;
import org.imodel4j.host.nativeapp.SettingsStore;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Where windows were, in the settings of the application under the names of iTwin.js: {@code windowSizeAndPos-NAME} with the bounds as JSON, up
 * to 4.x {@code windowPos-NAME}, and {@code windowMaximized-NAME}.
 */
final class WindowSettings {
    private final Supplier<SettingsStore> store;

    WindowSettings(Supplier<SettingsStore> store) {
        this.store = store;
    }

    @Nullable
    WindowBounds tryBounds(String name) {
        String text = store.get().tryString("windowSizeAndPos-" + name);
        if (text == null) {
            text = store.get().tryString("windowPos-" + name);
        }
        return text == null ? null : WindowBounds.parse(text);
    }

    @Nullable
    Boolean tryMaximized(String name) {
        return store.get().tryBoolean("windowMaximized-" + name);
    }

    void setBounds(String name, WindowBounds bounds) {
        store.get().setString("windowSizeAndPos-" + name, Json.write(bounds.toJson()));
    }

    void setMaximized(String name, boolean maximized) {
        store.get().setBoolean("windowMaximized-" + name, maximized);
    }

    /** These settings as what the bridge tells, and {@code ready} for whom it is ready. */
    BridgeFunctions functions(java.util.function.Consumer<IpcCall> ready) {
        return new BridgeFunctions() {
            @Override
            public void ready(IpcCall call) {
                ready.accept(call);
            }

            @Override
            public void windowMoved(String name, JsonObject bounds) {
                WindowBounds known = WindowBounds.of(bounds);
                if (known != null) {
                    setBounds(name, known);
                }
            }

            @Override
            public void windowMaximized(String name, boolean maximized) {
                setMaximized(name, maximized);
            }
        };
    }
}
