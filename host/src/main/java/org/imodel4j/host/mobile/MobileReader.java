package org.imodel4j.host.mobile;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.error.IModelException;
import org.imodel4j.host.ipc.IpcClose;
import org.imodel4j.host.ipc.IpcLimits;
import org.imodel4j.host.rpc.RpcActivity;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonLimits;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Puts the frames of a page together to requests. Used by the thread that reads the connection.
 *
 * <pre>
 * text    {"id":I,"applicationId":A,"applicationVersion":B,"sessionId":S,"authorization":T,
 *          "operation":{"interfaceDefinition":N,"interfaceVersion":V,"operationName":O},
 *          "parameters":{"objects":"[…]","data":[length, …]},"protocolVersion":P,…}
 * binary  one frame for each length
 * </pre>
 *
 * A request is complete before the next begins. One that can not be read is answered, unless nobody can tell what it was: that ends the connection.
 */
final class MobileReader {
    private static final int LONGEST_ID = 200;

    private final IpcLimits limits;
    private final JsonLimits json;
    private final List<byte[]> binary = new ArrayList<>();
    private @Nullable Head head;

    MobileReader(IpcLimits limits) {
        this.limits = limits;
        this.json = new JsonLimits(limits.textBytes(), limits.jsonDepth());
    }

    /** A request whose binary frames are still to come. */
    private record Head(JsonObject request, String id, JsonArray lengths) {}

    List<MobileArrival> text(byte[] utf8) {
        Head unfinished = head;
        forget();
        List<MobileArrival> all = new ArrayList<>();
        if (unfinished != null) {
            all.add(flawed(unfinished, "a request without all of its binary frames"));
        }
        MobileArrival next = begin(utf8);
        if (next != null) {
            all.add(next);
        }
        return all;
    }

    /** Takes a binary frame; null while more are missing. */
    @Nullable
    MobileArrival binary(byte[] bytes) {
        Head waiting = head;
        if (waiting == null) {
            return new MobileArrival.Breach(new IpcClose(1002, "a binary frame that no request announced"));
        }
        if (waiting.lengths().get(binary.size()) instanceof JsonValue.Number length && length.exact() != bytes.length) {
            // Which of the frames after it belong to it, nobody knows.
            return new MobileArrival.Breach(new IpcClose(1002, "a binary frame of another length than announced"));
        }
        binary.add(bytes);
        if (binary.size() < waiting.lengths().size()) {
            return null;
        }
        MobileArrival whole = complete(waiting);
        forget();
        return whole;
    }

    /** Null while binary frames are missing. */
    private @Nullable MobileArrival begin(byte[] utf8) {
        if (utf8.length > limits.textBytes()) {
            return new MobileArrival.Breach(new IpcClose(1009, "a text frame is too large"));
        }
        JsonObject request = parse(utf8) instanceof JsonObject object ? object : null;
        String id = request == null ? null : request.text("id");
        JsonObject parameters = request == null ? null : request.object("parameters");
        JsonArray lengths = parameters == null ? null : parameters.array("data");
        if (request == null || id == null || id.length() > LONGEST_ID || lengths == null || !areLengths(lengths)) {
            return new MobileArrival.Breach(new IpcClose(1007, "a text frame that is no request"));
        }
        if (lengths.size() > limits.binaryParts() || sum(lengths) > limits.binaryBytes()) {
            return new MobileArrival.Breach(new IpcClose(1009, "the binary frames of a request are too large"));
        }
        Head begun = new Head(request, id, lengths);
        if (lengths.size() == 0) {
            return complete(begun);
        }
        head = begun;
        return null;
    }

    private MobileArrival complete(Head begun) {
        JsonObject request = begun.request();
        JsonObject operation = request.object("operation");
        JsonObject parameters = request.object("parameters");
        String objects = parameters == null ? null : parameters.text("objects");
        if (operation == null || objects == null) {
            return flawed(begun, "a request without an operation or its parameters");
        }
        JsonValue values =
                objects.isEmpty() ? JsonArray.EMPTY : parse(objects.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        if (!(values instanceof JsonArray array)) {
            return flawed(begun, "Invalid JSON: \"" + objects.substring(0, Math.min(objects.length(), 200)) + "\"");
        }
        JsonValue.Number version = request.number("protocolVersion");
        RpcActivity activity = new RpcActivity(
                begun.id(),
                text(request, "applicationId"),
                text(request, "applicationVersion"),
                text(request, "sessionId"),
                text(request, "authorization"),
                version == null ? 0 : (int) Math.max(0, Math.min(1000, version.value())));
        return new MobileArrival.Whole(new MobileRequest(
                activity,
                text(operation, "interfaceDefinition"),
                text(operation, "interfaceVersion"),
                text(operation, "operationName"),
                array,
                List.copyOf(binary)));
    }

    private static MobileArrival flawed(Head begun, String problem) {
        JsonObject operation = begun.request().object("operation");
        JsonObject parameters = begun.request().object("parameters");
        return new MobileArrival.Flawed(
                begun.id(),
                operation == null ? "" : text(operation, "interfaceDefinition"),
                parameters == null ? "" : text(parameters, "objects"),
                problem);
    }

    private @Nullable JsonValue parse(byte[] text) {
        try {
            return Json.parse(text, json);
        } catch (IModelException malformed) {
            return null;
        }
    }

    private static boolean areLengths(JsonArray lengths) {
        for (JsonValue each : lengths.items()) {
            if (!(each instanceof JsonValue.Number length)
                    || !length.integral()
                    || length.exact() < 0
                    || length.exact() > Integer.MAX_VALUE) {
                return false;
            }
        }
        return true;
    }

    private static long sum(JsonArray lengths) {
        long sum = 0;
        for (JsonValue each : lengths.items()) {
            sum += each instanceof JsonValue.Number length ? length.exact() : 0;
        }
        return sum;
    }

    private static String text(JsonObject object, String name) {
        String text = object.text(name);
        return text == null ? "" : text;
    }

    private void forget() {
        head = null;
        binary.clear();
    }
}
