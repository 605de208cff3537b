package org.imodel4j.host.ipc.app;

import java.util.List;
import org.imodel4j.host.ipc.IpcCall;
import org.imodel4j.host.ipc.IpcValue;
import org.imodel4j.json.JsonValue;

/** The program that owns the windows of a desktop application. Called from any thread; a call lasts as long as the dialog stands. */
@FunctionalInterface
public interface Shell {
    /** No shell: every call fails with NotEnabled and says so. */
    Shell NONE = (call, member, method, arguments) -> {
        throw Missing.shell(call.method());
    };

    /**
     * Calls a method of Electron's API and gives what it gives.
     *
     * @param member {@code dialog}, {@code shell} or {@code app}; the shell decides which of their methods it lets frontends call
     */
    IpcValue call(IpcCall call, String member, String method, List<JsonValue> arguments);
}
