package org.imodel4j.host.ipc;

import java.io.IOException;
import java.util.List;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;

/** Turns messages to a frontend into frames; the counterpart of {@link MessageReader}. Used by one thread at a time. */
final class MessageWriter implements Outbox.Writer {
    private static final int PUSH = 1;
    private static final int RESPONSE = 3;

    private final IpcDialect dialect;
    private final IpcTransport transport;
    private long sequence;

    MessageWriter(IpcDialect dialect, IpcTransport transport) {
        this.dialect = dialect;
        this.transport = transport;
    }

    @Override
    public void write(IpcOutput output) throws IOException {
        if (!(output instanceof Outgoing message)) {
            throw new IllegalArgumentException("Only carriers send anything else");
        }
        if (dialect == IpcDialect.PLAIN) {
            transport.text(message(message, inlined(message)).bytes());
            return;
        }
        IpcBody body = message.body();
        JsonWriter inner = message(message, message.data());
        JsonWriter frame = new JsonWriter((int) inner.size() + (int) inner.size() / 8 + 16);
        frame.beginArray()
                .utf8String(inner.bytes())
                .value((long) message.parts())
                .endArray();
        transport.text(frame.bytes());
        for (byte[] part : message.binary()) {
            transport.binary(part);
        }
        if (body != null) {
            transport.binary(body);
        }
    }

    @Override
    public void flush() throws IOException {
        transport.flush();
    }

    private JsonWriter message(Outgoing message, byte[] data) {
        JsonWriter json = new JsonWriter(data.length + message.channel().length() + 100);
        json.beginObject().name("type").value((long) (message.response() > 0 ? RESPONSE : PUSH));
        json.name("channel").value(message.channel());
        if (message.response() > 0) {
            json.name("response").value(message.response());
        }
        json.name("data").raw(data, 0, data.length);
        if (dialect == IpcDialect.FRAMED) {
            json.name("sequence").value(sequence++);
        }
        return json.endObject();
    }

    /** The data with its bytes in the form that {@code JSON.stringify} gives a Uint8Array, since 2.x has no other. */
    private static byte[] inlined(Outgoing message) throws IOException {
        if (message.parts() == 0) {
            return message.data();
        }
        return Json.writeBytes(
                inlined(Json.parse(message.data()), message.collected().binary()));
    }

    private static JsonValue inlined(JsonValue document, List<byte[]> binary) {
        return Json.replaced(document, value -> {
            BinaryMarker marker = BinaryMarker.of(value);
            return marker == null || marker.index() >= binary.size() ? null : members(binary.get(marker.index()));
        });
    }

    private static JsonObject members(byte[] bytes) {
        JsonObject.Builder object = JsonObject.builder();
        for (int at = 0; at < bytes.length; at++) {
            object.put(String.valueOf(at), bytes[at] & 0xff);
        }
        return object.build();
    }
}
