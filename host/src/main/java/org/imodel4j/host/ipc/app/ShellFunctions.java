package org.imodel4j.host.ipc.app;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.host.ipc.IpcCall;
import org.imodel4j.host.ipc.IpcValue;
import org.imodel4j.json.JsonValue;

/** Brings the two names that frontends have for one thing together. */
final class ShellFunctions implements DialogFunctions {
    private final Shell shell;

    ShellFunctions(Shell shell) {
        this.shell = shell;
    }

    @Override
    public IpcValue callDialog(IpcCall call, String method) {
        return shell.call(call, "dialog", method, argumentsFrom(1, call));
    }

    @Override
    public IpcValue callElectron(IpcCall call, String member, String method) {
        return shell.call(call, member, method, argumentsFrom(2, call));
    }

    private static List<JsonValue> argumentsFrom(int first, IpcCall call) {
        List<JsonValue> arguments = new ArrayList<>();
        for (int i = first; i < call.arguments().count(); i++) {
            JsonValue argument = call.arguments().argument(i);
            arguments.add(argument == null ? JsonValue.NULL : argument);
        }
        return arguments;
    }
}
