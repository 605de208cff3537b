package org.imodel4j.host.ipc.app;

import org.imodel4j.host.ipc.IpcCall;
import org.imodel4j.host.ipc.IpcValue;
import org.jspecify.annotations.Nullable;

/** The answers of a host without edit commands. */
final class NoEditing implements EditorFunctions {
    @Override
    public IpcValue startCommand(IpcCall call, String commandId, @Nullable String iModelKey) {
        if (commandId.isEmpty()) {
            return IpcValue.undefined();
        }
        throw Missing.transactions("startCommand");
    }

    @Override
    public IpcValue callMethod(IpcCall call, String name) {
        throw Missing.transactions("callMethod");
    }
}
