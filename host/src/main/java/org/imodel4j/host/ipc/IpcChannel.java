package org.imodel4j.host.ipc;

/**
 * A channel under the names that frontends of different generations have for it, without the prefix that all names carry on the wire.
 *
 * @param name from 4.x on
 * @param oldName up to 3.x
 */
public record IpcChannel(String name, String oldName) {
    static final String PREFIX = "itwin.";

    /** A channel that has one name, such as those of applications. */
    public static IpcChannel named(String name) {
        return new IpcChannel(name, name);
    }
}
