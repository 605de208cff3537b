package org.imodel4j.host.ipc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.host.rpc.IModelNotOpenException;
import org.imodel4j.host.rpc.RpcActivity;
import org.imodel4j.host.rpc.RpcDispatcher;
import org.imodel4j.host.rpc.RpcMessage;
import org.imodel4j.host.rpc.RpcPendingException;
import org.imodel4j.host.rpc.RpcResult;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/**
 * RPC operations over the channel that frontends from 3.x on have for them. The argument is
 *
 * <pre>
 * {"definition":{"interfaceName":N,"interfaceVersion":V},"operation":O,"parameters":[…],
 *  "context":{"applicationId":A,"applicationVersion":B,"id":I,"sessionId":S,"protocolVersion":"2"}}
 * </pre>
 *
 * and the result that of the operation. What steers a frontend instead comes in an envelope, to those of protocol version 2 and later:
 *
 * <pre>{"iTwinRpcCoreResponse":true,"managedStatus":"pending" | "notFound" | "noContent","responseValue":value}</pre>
 */
final class RpcOverIpc implements RpcFunctions {
    static final IpcChannel CHANNEL = new IpcChannel("itwinjs-core/rpc-over-ipc", "RPC");

    private static final JsonObject NOT_OPEN = JsonObject.builder()
            .put("message", "iModel not found")
            .put("isIModelNotFoundResponse", true)
            .build();

    private final RpcDispatcher dispatcher;

    RpcOverIpc(RpcDispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Override
    public IpcValue request(IpcCall call) {
        List<byte[]> arrays = new ArrayList<>();
        JsonValue argument = call.arguments().argument(0, RpcResult::marker, arrays);
        JsonObject info = argument instanceof JsonObject object ? object : wrong("the argument of an RPC request");
        JsonObject definition = member(info, "definition");
        JsonObject context = member(info, "context");
        JsonArray parameters = info.array("parameters");
        RpcActivity activity = new RpcActivity(
                text(context, "id"),
                text(context, "applicationId"),
                text(context, "applicationVersion"),
                text(context, "sessionId"),
                "",
                RpcActivity.protocolVersion(text(context, "protocolVersion")));
        try {
            return value(dispatcher.call(new RpcMessage(
                    activity,
                    text(definition, "interfaceName"),
                    text(definition, "interfaceVersion"),
                    text(info, "operation"),
                    parameters == null ? JsonArray.EMPTY : parameters,
                    arrays,
                    call::whenAbandoned)));
        } catch (RpcPendingException e) {
            return managed(activity, "pending", message(e));
        } catch (IModelNotOpenException e) {
            return managed(activity, "notFound", NOT_OPEN);
        } catch (IModelException e) {
            if (e.errorNumber() == Status.NO_CONTENT.number() && activity.protocolVersion() >= 2) {
                return managed(activity, "noContent", message(e));
            }
            throw e;
        }
    }

    private static JsonObject message(IModelException e) {
        return JsonObject.builder().put("message", e.text()).build();
    }

    private static IpcValue managed(RpcActivity activity, String status, JsonObject value) {
        return IpcValue.of(
                activity.protocolVersion() < 2
                        ? value
                        : JsonObject.builder()
                                .put("iTwinRpcCoreResponse", true)
                                .put("managedStatus", status)
                                .put("responseValue", value)
                                .build());
    }

    private static IpcValue value(RpcResult result) {
        return switch (result) {
            case RpcResult.Text text -> {
                try {
                    yield IpcValue.ofText(text.json().bytes());
                } finally {
                    text.after().run();
                }
            }
            case RpcResult.Nothing nothing -> IpcValue.undefined();
            case RpcResult.Bytes bytes -> IpcValue.of(bytes.bytes());
            case RpcResult.Parts parts -> IpcValue.of(BinaryMarkers.ofRpc(Json.parse(parts.json())), parts.data());
            case RpcResult.Streamed streamed -> {
                ByteArrayOutputStream all = new ByteArrayOutputStream();
                try {
                    streamed.body().writeTo(all);
                } catch (IOException e) {
                    throw new IModelException(Status.READ_ERROR, "the answer could not be completed", e);
                }
                yield IpcValue.ofText(all.toByteArray());
            }
        };
    }

    private static JsonObject member(JsonObject object, String name) {
        JsonObject member = object.object(name);
        return member == null ? wrong(name + " of an RPC request") : member;
    }

    private static String text(JsonObject object, String name) {
        String text = object.text(name);
        return text == null ? "" : text;
    }

    private static JsonObject wrong(String what) {
        throw new IModelException(Status.BAD_ARG, what + " has to be an object");
    }
}
