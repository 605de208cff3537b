package org.imodel4j.host.ipc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.imodel4j.error.IModelException;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonLimits;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Puts the frames of one connection together to messages. Used by the thread that reads the connection.
 *
 * <pre>
 * PLAIN   text {"type":T,"channel":C,…}
 * FRAMED  text ["{\"type\":T,\"channel\":C,…}",N]  then N binary frames
 * type    0 send, 2 invoke; 1 and 3 go the other way
 * </pre>
 *
 * A flaw inside a message costs that message only. What makes the rest unreadable, or its number unknown, ends the connection: the messages
 * after it would wait for it for ever.
 */
final class MessageReader {
    private static final int SEND = 0;
    private static final int INVOKE = 2;
    private static final JsonValue.Number NONE = new JsonValue.Number(-1, -1, true);

    private final IpcDialect dialect;
    private final IpcLimits limits;
    private final JsonLimits json;
    private final List<byte[]> binary = new ArrayList<>();
    private @Nullable Head head;
    private long binaryBytes;

    MessageReader(IpcDialect dialect, IpcLimits limits) {
        this.dialect = dialect;
        this.limits = limits;
        this.json = new JsonLimits(limits.textBytes(), limits.jsonDepth());
    }

    /** A message whose binary frames are still to come. */
    private record Head(Arrival parsed, int parts, int textBytes) {}

    /** Takes a text frame; answers what is complete with it, in order. */
    List<Arrival> text(byte[] utf8) {
        Head unfinished = head;
        forget();
        Arrival next = begin(utf8);
        if (unfinished == null) {
            return next == null ? List.of() : List.of(next);
        }
        Arrival cut = cutShort(unfinished.parsed());
        return next == null ? List.of(cut) : List.of(cut, next);
    }

    /** Takes a binary frame; answers the message that is complete with it, if one is. */
    List<Arrival> binary(byte[] bytes) {
        Head waiting = head;
        if (waiting == null) {
            return List.of(new Arrival.Breach(IpcClose.protocol("a binary frame that no message announced")));
        }
        binaryBytes += bytes.length;
        if (binaryBytes > limits.binaryBytes()) {
            return List.of(new Arrival.Breach(IpcClose.tooBig("the binary frames of a message are too large")));
        }
        binary.add(bytes);
        if (binary.size() < waiting.parts()) {
            return List.of();
        }
        Arrival complete = complete(waiting, List.copyOf(binary));
        forget();
        return List.of(complete);
    }

    /** Null while binary frames are missing. */
    private @Nullable Arrival begin(byte[] utf8) {
        if (utf8.length > limits.textBytes()) {
            return new Arrival.Breach(IpcClose.tooBig("a text frame is too large"));
        }
        byte[] text = utf8;
        long parts = 0;
        if (dialect == IpcDialect.FRAMED) {
            if (!(parse(utf8) instanceof JsonArray pair)
                    || pair.size() != 2
                    || !(pair.get(0) instanceof JsonValue.Text inner)
                    || !(pair.get(1) instanceof JsonValue.Number count)
                    || !count.integral()
                    || count.exact() < 0) {
                return new Arrival.Breach(IpcClose.unreadable("a text frame that is no message"));
            }
            text = inner.value().getBytes(StandardCharsets.UTF_8);
            parts = count.exact();
        }
        if (parts > limits.binaryParts()) {
            return new Arrival.Breach(IpcClose.tooBig("a message announces too many binary frames"));
        }
        if (!(parse(text) instanceof JsonObject object)) {
            return new Arrival.Breach(IpcClose.unreadable("a text frame that is no message"));
        }
        Head begun = new Head(message(object), (int) parts, utf8.length);
        if (parts == 0 || begun.parsed() instanceof Arrival.Breach) {
            return complete(begun, List.of());
        }
        head = begun;
        return null;
    }

    private @Nullable JsonValue parse(byte[] text) {
        try {
            return Json.parse(text, json);
        } catch (IModelException malformed) {
            return null;
        }
    }

    private Arrival message(JsonObject object) {
        long sequence = Arrival.UNNUMBERED;
        if (dialect == IpcDialect.FRAMED && object.get("sequence") != null) {
            JsonValue.Number number = object.number("sequence");
            if (number == null || !number.integral() || number.exact() < Arrival.UNNUMBERED) {
                return new Arrival.Breach(IpcClose.unreadable("a message with a number that is none"));
            }
            sequence = number.exact();
        }
        JsonValue.Number type = number(object, "type");
        long request = Math.max(0, number(object, "request").exact());
        String channel = object.text("channel");
        JsonValue data = object.get("data");
        if (channel == null) {
            return new Arrival.Flawed(sequence, "", request, "a message without a channel");
        } else if (type.exact() == INVOKE && request == 0) {
            return new Arrival.Breach(IpcClose.protocol("an invoke without a request number"));
        } else if (type.exact() != INVOKE && type.exact() != SEND) {
            return new Arrival.Flawed(sequence, channel, request, "a message of an unknown type");
        } else if (data != null && !(data instanceof JsonValue.Null) && !(data instanceof JsonArray)) {
            return new Arrival.Flawed(sequence, channel, request, "a message whose data is no array");
        }
        JsonArray values = data instanceof JsonArray array ? array : JsonArray.EMPTY;
        String method = object.text("method");
        if (type.exact() == SEND) {
            return new Arrival.Whole(new IpcMessage(channel, "", values, List.of(), 0), sequence, 0);
        } else if (method == null) {
            return new Arrival.Flawed(sequence, channel, request, "an invoke without a method");
        }
        return new Arrival.Whole(new IpcMessage(channel, method, values, List.of(), request), sequence, 0);
    }

    /** An integral member; -1 when there is none. */
    private static JsonValue.Number number(JsonObject object, String name) {
        JsonValue.Number number = object.number(name);
        return number != null && number.integral() ? number : NONE;
    }

    private Arrival complete(Head begun, List<byte[]> parts) {
        if (!(begun.parsed() instanceof Arrival.Whole whole)) {
            return begun.parsed();
        }
        IpcMessage m = whole.message();
        IpcMessage filled = new IpcMessage(m.channel(), m.method(), m.data(), parts, m.request());
        return new Arrival.Whole(filled, whole.sequence(), begun.textBytes() + binaryBytes);
    }

    private static Arrival cutShort(Arrival parsed) {
        return parsed instanceof Arrival.Whole whole
                ? new Arrival.Flawed(
                        whole.sequence(),
                        whole.message().channel(),
                        whole.message().request(),
                        "a message without all of its binary frames")
                : parsed;
    }

    private void forget() {
        head = null;
        binary.clear();
        binaryBytes = 0;
    }
}
