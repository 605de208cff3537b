package org.imodel4j.host.rpc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonLimits;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/**
 * Answers the calls that frontends without HTTP send as serialized requests, in all generations alike:
 *
 * <pre>
 * {"id":I,"applicationId":A,"applicationVersion":V,"sessionId":S,"authorization":T,"protocolVersion":P,
 *  "operation":{"interfaceDefinition":N,"operationName":O,"interfaceVersion":W},"parameters":{"objects":"[…]", …}, …}
 * </pre>
 *
 * {@code objects} is the JSON of the arguments as text. How the byte arrays travel is a matter of the transport. A frontend repeats a request
 * that is pending under the same id. It holds no state; any number of threads may use it.
 */
public final class SerializedRpcProtocol {
    private static final int PENDING = 3;
    private static final int RESOLVED = 4;
    private static final int REJECTED = 5;
    private static final int NOT_FOUND = 7;
    private static final int NO_CONTENT = 9;

    private final RpcDispatcher dispatcher;
    private final RpcLimits limits;

    public SerializedRpcProtocol(RpcDispatcher dispatcher, RpcLimits limits) {
        this.dispatcher = dispatcher;
        this.limits = limits;
    }

    /**
     * Makes the call and waits for its end. Never fails: what goes wrong is the answer.
     *
     * @param data the byte arrays that the markers of the arguments number
     * @param whenAbandoned takes what is to run, in any thread, when nobody waits for the answer any longer
     */
    public SerializedAnswer answer(JsonObject request, List<byte[]> data, Consumer<Runnable> whenAbandoned) {
        int version = protocolVersion(request);
        try {
            return result(request, dispatcher.call(message(request, data, version, whenAbandoned)));
        } catch (RpcPendingException e) {
            return text(request, PENDING, e.text().getBytes(StandardCharsets.UTF_8));
        } catch (IModelNotOpenException e) {
            return text(request, NOT_FOUND, RpcErrors.NOT_OPEN.getBytes(StandardCharsets.UTF_8));
        } catch (RpcRefusedException e) {
            return failure(request, RpcErrors.refusal(e.decision()));
        } catch (IModelException e) {
            boolean noContent = e.errorNumber() == Status.NO_CONTENT.number() && version >= 1;
            return text(
                    request,
                    noContent ? NO_CONTENT : REJECTED,
                    RpcErrors.json(e).bytes());
        }
    }

    /** The answer to a request of which not even the arguments can be read. */
    public SerializedAnswer failure(JsonObject request, IModelException why) {
        return text(request, REJECTED, RpcErrors.json(why).bytes());
    }

    private RpcMessage message(JsonObject request, List<byte[]> data, int version, Consumer<Runnable> whenAbandoned) {
        JsonObject operation = member(request, "operation");
        String objects = text(member(request, "parameters"), "objects");
        // Three bytes for each char at the most, so this bounds before anything is copied.
        if (objects.length() > limits.textBytes()) {
            throw new IModelException(Status.BAD_ARG, "the arguments of a request are too large");
        }
        JsonLimits bounds = new JsonLimits(3L * limits.textBytes(), limits.jsonDepth());
        JsonValue arguments =
                objects.isEmpty() ? JsonArray.EMPTY : Json.parse(objects.getBytes(StandardCharsets.UTF_8), bounds);
        if (!(arguments instanceof JsonArray array)) {
            throw new IModelException(Status.BAD_ARG, "the arguments of a request have to be an array");
        }
        RpcActivity activity = new RpcActivity(
                text(request, "id"),
                text(request, "applicationId"),
                text(request, "applicationVersion"),
                text(request, "sessionId"),
                text(request, "authorization"),
                version);
        return new RpcMessage(
                activity,
                text(operation, "interfaceDefinition"),
                text(operation, "interfaceVersion"),
                text(operation, "operationName"),
                array,
                data,
                whenAbandoned);
    }

    private static SerializedAnswer result(JsonObject request, RpcResult result) {
        return switch (result) {
            case RpcResult.Text text -> {
                try {
                    yield text(request, RESOLVED, text.json().bytes());
                } finally {
                    text.after().run();
                }
            }
            case RpcResult.Nothing nothing -> text(request, RESOLVED, new byte[0]);
            case RpcResult.Bytes bytes ->
                answer(request, RESOLVED, Json.writeBytes(RpcResult.marker(0, bytes.bytes())), List.of(bytes.bytes()));
            case RpcResult.Parts parts -> answer(request, RESOLVED, parts.json(), parts.data());
            case RpcResult.Streamed streamed -> {
                ByteArrayOutputStream all = new ByteArrayOutputStream();
                try {
                    streamed.body().writeTo(all);
                } catch (IOException e) {
                    throw new IModelException(Status.READ_ERROR, "the answer could not be completed", e);
                }
                yield text(request, RESOLVED, all.toByteArray());
            }
        };
    }

    private static SerializedAnswer text(JsonObject request, int status, byte[] objects) {
        return answer(request, status, objects, List.of());
    }

    private static SerializedAnswer answer(JsonObject request, int status, byte[] objects, List<byte[]> data) {
        JsonObject operation = request.object("operation");
        String interfaceName = operation == null ? "" : text(operation, "interfaceDefinition");
        return new SerializedAnswer(interfaceName, text(request, "id"), status, objects, data);
    }

    private static int protocolVersion(JsonObject request) {
        JsonValue.Number number = request.number("protocolVersion");
        return number == null ? 0 : (int) Math.max(0, Math.min(Short.MAX_VALUE, number.value()));
    }

    private static JsonObject member(JsonObject object, String name) {
        JsonObject member = object.object(name);
        if (member == null) {
            throw new IModelException(Status.BAD_ARG, "a request needs an object called " + name);
        }
        return member;
    }

    private static String text(JsonObject object, String name) {
        String text = object.text(name);
        return text == null ? "" : text;
    }
}
