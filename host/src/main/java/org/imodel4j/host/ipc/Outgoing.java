package org.imodel4j.host.ipc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message to a frontend, its data as JSON in which {@link BinaryMarker markers} stand for the binary values.
 *
 * @param channel with the prefix {@code itwin.}
 * @param response the request that this answers; 0 for a push
 * @param body the last binary value, when it is made while it is sent
 */
record Outgoing(
        String channel,
        long response,
        byte[] data,
        List<byte[]> binary,
        @Nullable IpcBody body) {
    Outgoing(String channel, long response, byte[] data, List<byte[]> binary) {
        this(channel, response, data, binary, null);
    }

    int parts() {
        return binary.size() + (body == null ? 0 : 1);
    }

    /** About what it takes in memory. */
    long bytes() {
        long all = 200L + channel.length() + data.length;
        for (byte[] part : binary) {
            all += part.length;
        }
        return all;
    }
}
