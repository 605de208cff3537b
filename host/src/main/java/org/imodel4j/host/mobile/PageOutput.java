package org.imodel4j.host.mobile;

import org.imodel4j.host.ipc.IpcOutput;
import org.jspecify.annotations.Nullable;

/**
 * What goes to a page beside IPC.
 *
 * @param link the connection that it is for; a page fails at the answer to a request that it did not send over the same. Null for any
 * @param interfaceName and id under which the page expects it
 */
record PageOutput(@Nullable Link link, String interfaceName, String id, MobileAnswer answer) implements IpcOutput {
    @Override
    public long bytes() {
        return answer.bytes();
    }
}
