package org.imodel4j.host.ipc.app;

import org.imodel4j.host.ipc.IpcCall;
import org.imodel4j.host.ipc.IpcChannel;
import org.imodel4j.host.ipc.IpcValue;
import org.jspecify.annotations.Nullable;

/**
 * The functions with which frontends run edit commands. Without transactions there are no commands, so both fail with NotEnabled and say so;
 * ending the active command succeeds, since there is none.
 */
public interface EditorFunctions {
    /** The channel of these functions; 4.x too knows it by its old name. */
    IpcChannel CHANNEL = new IpcChannel("itwinjs-core/editor", "editor");

    /**
     * Ends the active command and begins another one.
     *
     * @param call with the arguments of the command behind the other two
     * @param commandId empty to begin none
     */
    IpcValue startCommand(IpcCall call, String commandId, @Nullable String iModelKey);

    /**
     * Calls a function of the active command.
     *
     * @param call with the arguments of the function behind its name
     */
    IpcValue callMethod(IpcCall call, String name);
}
