package org.imodel4j.host.mobile;

import org.imodel4j.error.IModelException;
import org.imodel4j.host.ipc.BinaryMarkers;
import org.imodel4j.host.ipc.IpcInlet;
import org.imodel4j.host.ipc.IpcMessage;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/**
 * The messages of IPC that a page sends as calls of {@code send} of {@code __ipc__}, with one argument:
 *
 * <pre>{"type":0 | 2,"channel":C,"method":M,"data":[…],"request":R,"sequence":-1}</pre>
 *
 * 2.x has no sequence. Used by the thread that reads the connection.
 */
final class PageMessages {
    private static final int SEND = 0;
    private static final int INVOKE = 2;
    private static final JsonValue.Number NONE = new JsonValue.Number(-1, -1, true);

    private final IpcInlet inlet;

    PageMessages(IpcInlet inlet) {
        this.inlet = inlet;
    }

    /** A message has arrived whose frames are not complete, or not JSON. */
    void flawed(String parameters, String problem) {
        JsonObject message = first(parameters);
        String channel = message.text("channel");
        inlet.flawed(
                channel == null ? "" : channel,
                Math.max(0, number(message, "request").exact()),
                problem);
    }

    private static JsonObject first(String parameters) {
        try {
            return Json.parse(parameters) instanceof JsonArray array
                            && array.size() > 0
                            && array.get(0) instanceof JsonObject message
                    ? message
                    : JsonObject.EMPTY;
        } catch (IModelException malformed) {
            return JsonObject.EMPTY;
        }
    }

    void arrived(MobileRequest request) {
        if (request.parameters().size() == 0 || !(request.parameters().get(0) instanceof JsonObject message)) {
            inlet.flawed("", 0, "a message that is no object");
            return;
        }
        if (message.get("sequence") != null) {
            inlet.numbered();
        }
        long type = number(message, "type").exact();
        long number = Math.max(0, number(message, "request").exact());
        String channel = message.text("channel");
        String method = message.text("method");
        JsonValue data = message.get("data");
        if (channel == null) {
            inlet.flawed("", number, "a message without a channel");
        } else if (type != SEND && type != INVOKE) {
            inlet.flawed(channel, number, "a message of an unknown type");
        } else if (data != null && !(data instanceof JsonValue.Null) && !(data instanceof JsonArray)) {
            inlet.flawed(channel, number, "a message whose data is no array");
        } else if (type == INVOKE && (method == null || number == 0)) {
            inlet.flawed(channel, number, "an invoke without a method or a request number");
        } else {
            JsonArray values = data instanceof JsonArray ? (JsonArray) BinaryMarkers.ofRpc(data) : JsonArray.EMPTY;
            inlet.arrived(new IpcMessage(
                    channel,
                    type == INVOKE && method != null ? method : "",
                    values,
                    request.data(),
                    type == INVOKE ? number : 0));
        }
    }

    /** An integral member; -1 when there is none. */
    private static JsonValue.Number number(JsonObject object, String name) {
        JsonValue.Number number = object.number(name);
        return number != null && number.integral() ? number : NONE;
    }
}
