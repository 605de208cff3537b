package org.imodel4j.socket;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.imodel4j.host.ipc.IpcClose;

/** What a client says when it ends a connection: nothing, or a code of two bytes and a text. */
final class CloseFrame {
    private static final int NORMAL = 1000;

    private CloseFrame() {}

    /** The answer to it, which repeats it. */
    static IpcClose read(byte[] payload) throws SocketFault {
        if (payload.length == 0) {
            return new IpcClose(NORMAL, "");
        }
        int code = payload.length == 1 ? 0 : (payload[0] & 0xff) << 8 | payload[1] & 0xff;
        if (!mayBeSent(code)) {
            throw SocketFault.protocol("a close frame with a code that nobody may send");
        }
        byte[] text = Arrays.copyOfRange(payload, 2, payload.length);
        if (!Utf8.isValid(text)) {
            throw SocketFault.unreadable("a reason that is no UTF-8");
        }
        return new IpcClose(code, new String(text, StandardCharsets.UTF_8));
    }

    /** 1004 to 1006 and 1015 have a meaning that is never sent; below 3000, only registered codes have one. */
    private static boolean mayBeSent(int code) {
        return code >= 1000 && code <= 1003 || code >= 1007 && code <= 1014 || code >= 3000 && code <= 4999;
    }
}
