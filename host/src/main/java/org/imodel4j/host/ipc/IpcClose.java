package org.imodel4j.host.ipc;

/**
 * Why a connection ends.
 *
 * @param code a status code of RFC 6455, section 7.4
 * @param text for whoever debugs the frontend; at most 120 bytes of ASCII
 */
public record IpcClose(int code, String text) {
    /** The backend shuts down. */
    public static final IpcClose GOING_AWAY = new IpcClose(1001, "the backend shuts down");

    static IpcClose protocol(String text) {
        return new IpcClose(1002, text);
    }

    static IpcClose unreadable(String text) {
        return new IpcClose(1007, text);
    }

    static IpcClose tooBig(String text) {
        return new IpcClose(1009, text);
    }

    static IpcClose refused(String text) {
        return new IpcClose(1008, text);
    }

    static IpcClose internal(String text) {
        return new IpcClose(1011, text);
    }
}
