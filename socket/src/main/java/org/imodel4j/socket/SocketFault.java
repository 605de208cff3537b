package org.imodel4j.socket;

import java.io.IOException;
import org.imodel4j.host.ipc.IpcClose;

/** Something that a client may not do; ends its connection with a reason. */
final class SocketFault extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient IpcClose reason;

    private SocketFault(int code, String text) {
        super(text);
        reason = new IpcClose(code, text);
    }

    static SocketFault protocol(String text) {
        return new SocketFault(1002, text);
    }

    static SocketFault unreadable(String text) {
        return new SocketFault(1007, text);
    }

    static SocketFault tooBig(String text) {
        return new SocketFault(1009, text);
    }

    IpcClose reason() {
        return reason;
    }
}
