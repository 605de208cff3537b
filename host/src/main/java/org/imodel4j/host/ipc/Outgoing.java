package org.imodel4j.host.ipc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message to a frontend, its data as JSON in which markers stand for the binary values.
 *
 * @param channel with the prefix {@code itwin.}
 * @param response the request that this answers; 0 for a push
 * @param body the last binary value, when it is made while it is sent
 */
public record Outgoing(
        String channel,
        long response,
        byte[] data,
        List<byte[]> binary,
        @Nullable IpcBody body) implements IpcOutput {
    Outgoing(String channel, long response, byte[] data, List<byte[]> binary) {
        this(channel, response, data, binary, null);
    }

    /** This with all of its bytes in memory, for who may have to send it twice. */
    public Outgoing collected() throws IOException {
        if (body == null) {
            return this;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.toIntExact(body.length()));
        body.source().writeTo(bytes);
        List<byte[]> all = new ArrayList<>(binary);
        all.add(bytes.toByteArray());
        return new Outgoing(channel, response, data, all);
    }

    int parts() {
        return binary.size() + (body == null ? 0 : 1);
    }

    @Override
    public long bytes() {
        long all = 200L + channel.length() + data.length;
        for (byte[] part : binary) {
            all += part.length;
        }
        return all;
    }
}
