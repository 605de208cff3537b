package org.imodel4j.host.ipc.app;

import org.imodel4j.host.ipc.IpcCall;
import org.imodel4j.host.ipc.IpcChannel;
import org.imodel4j.host.ipc.IpcHandler;
import org.imodel4j.host.ipc.IpcValue;

/** The functions with which frontends on a desktop have their {@link Shell} show dialogs. */
public interface DialogFunctions {
    /** The channel of these functions. */
    IpcChannel CHANNEL = new IpcChannel("itwinjs-electron/dialog", "electron-safe");

    /** @param call with the arguments of the dialog behind the name of its method */
    IpcValue callDialog(IpcCall call, String method);

    /**
     * Of 2.x and 3.x.
     *
     * @param call with the arguments of the method behind the other two
     * @param member {@code dialog}, {@code shell} or {@code app}
     */
    IpcValue callElectron(IpcCall call, String member, String method);

    /** The handler that has a shell do it. */
    static IpcHandler handler(Shell shell) {
        return IpcHandler.of(CHANNEL, DialogFunctions.class, new ShellFunctions(shell));
    }
}
