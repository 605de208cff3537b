package org.imodel4j.host.ipc;

/**
 * One call of a function by a frontend. A function that wants to know who calls has this as its first parameter; frontends do not see that
 * parameter.
 */
public final class IpcCall {
    private final IpcConnection connection;
    private final String channel;
    private final String method;
    private final IpcArguments arguments;
    private final OpenCalls.Entry entry;

    IpcCall(IpcConnection connection, String channel, String method, IpcArguments arguments, OpenCalls.Entry entry) {
        this.connection = connection;
        this.channel = channel;
        this.method = method;
        this.arguments = arguments;
        this.entry = entry;
    }

    /** The frontend that calls. */
    public IpcConnection connection() {
        return connection;
    }

    /** The channel by the name that the frontend used, without the prefix. */
    public String channel() {
        return channel;
    }

    public String method() {
        return method;
    }

    public IpcArguments arguments() {
        return arguments;
    }

    /** Runs an action, in any thread, when the frontend goes before its answer; at once when it is gone. */
    public void whenAbandoned(Runnable action) {
        entry.whenAbandoned(action);
    }
}
