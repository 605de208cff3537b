package org.imodel4j.host.mobile;

import java.io.IOException;
import java.util.List;
import org.imodel4j.host.ipc.BinaryMarkers;
import org.imodel4j.host.ipc.IpcTransport;
import org.imodel4j.host.ipc.Outgoing;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonWriter;

/**
 * Writes what goes to a page; the counterpart of {@link MobileReader}.
 *
 * <pre>
 * text    {"result":{"objects":"…","data":[length, …]},"status":S,"id":I,"interfaceName":N}
 * binary  one frame for each length
 * </pre>
 *
 * where the interface says what it is: a message of IPC is from {@code __ipc__} with its channel for an id, one of a push channel from {@code __push__}
 * with the count of its messages for a status.
 */
final class MobileFrames {
    private static final int PUSH = 1;
    private static final int RESPONSE = 3;

    private MobileFrames() {}

    static void write(IpcTransport to, String interfaceName, String id, MobileAnswer answer) throws IOException {
        JsonWriter json = new JsonWriter(answer.objects().length + answer.objects().length / 8 + 200);
        json.beginObject().name("result").beginObject();
        json.name("objects").utf8String(answer.objects());
        json.name("data").beginArray();
        for (byte[] part : answer.data()) {
            json.value((long) part.length);
        }
        json.endArray().endObject().name("status").value((long) answer.status());
        json.name("id").value(id).name("interfaceName").value(interfaceName).endObject();
        to.text(json.bytes());
        for (byte[] part : answer.data()) {
            to.binary(part);
        }
    }

    static void write(IpcTransport to, Outgoing message) throws IOException {
        write(to, MobileRequest.IPC, message.channel(), new MobileAnswer(0, objects(message), message.binary()));
    }

    private static byte[] objects(Outgoing message) {
        List<byte[]> binary = message.binary();
        JsonWriter json =
                new JsonWriter(message.data().length + message.channel().length() + 100);
        json.beginObject().name("type").value((long) (message.response() > 0 ? RESPONSE : PUSH));
        json.name("channel").value(message.channel());
        if (message.response() > 0) {
            json.name("response").value(message.response());
        }
        json.name("data");
        if (binary.isEmpty()) {
            json.raw(message.data(), 0, message.data().length);
        } else {
            json.value(BinaryMarkers.toRpc(Json.parse(message.data()), binary));
        }
        return json.name("sequence").value(-1L).endObject().bytes();
    }
}
