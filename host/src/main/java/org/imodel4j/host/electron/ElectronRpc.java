package org.imodel4j.host.electron;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.imodel4j.error.ErrorKind;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.host.ipc.IpcArguments;
import org.imodel4j.host.ipc.IpcChannel;
import org.imodel4j.host.ipc.IpcConnection;
import org.imodel4j.host.ipc.IpcSocket;
import org.imodel4j.host.rpc.RpcDispatcher;
import org.imodel4j.host.rpc.RpcLimits;
import org.imodel4j.host.rpc.SerializedAnswer;
import org.imodel4j.host.rpc.SerializedRpcProtocol;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * The RPC calls of ElectronApp, which are the same from 2.x to 5.x. Requests and answers go as one message on the channel {@code rpc.objects} each
 *
 * <pre>
 * {"id":I, … ,"parameters":{"objects":"JSON","data":[],"chunks":N}}
 * {"interfaceName":F,"id":I,"result":{"objects":"JSON","data":[],"chunks":N},"status":S,"allowCompression":false}
 * </pre>
 *
 * and as N messages {@code {"id":I,"index":K,"data":Uint8Array}} on {@code rpc.data}; the marker of a byte array of more than 48 MiB says of how many
 * of them it consists. Between this end and the bridge {@code objects} of answers is a Uint8Array of UTF-8.
 */
final class ElectronRpc {
    static final IpcChannel OBJECTS = IpcChannel.named("rpc.objects");
    static final IpcChannel DATA = IpcChannel.named("rpc.data");
    static final int CHUNK = 48 << 20;

    private final SerializedRpcProtocol protocol;
    private final RpcLimits limits;
    private final int chunk;
    private final Map<IpcConnection, PartialRequests> partial = new ConcurrentHashMap<>();

    ElectronRpc(RpcDispatcher dispatcher, RpcLimits limits, int chunk) {
        this.protocol = new SerializedRpcProtocol(dispatcher, limits);
        this.limits = limits;
        this.chunk = chunk;
    }

    /** Answers the calls of all frontends of a socket. */
    void listen(IpcSocket ipc) {
        ipc.addListener(OBJECTS, this::heardObjects);
        ipc.addListener(DATA, this::heardData);
        ipc.onDisconnected().addListener(partial::remove);
    }

    private void heardObjects(IpcConnection from, IpcArguments message) {
        List<byte[]> inline = new ArrayList<>();
        JsonValue argument = message.argument(0, (index, bytes) -> JsonValue.of((long) index), inline);
        if (!(argument instanceof JsonObject request) || request.text("id") == null) {
            throw unreadable();
        }
        JsonObject parameters = request.object("parameters");
        JsonValue.Number chunks = parameters == null ? null : parameters.number("chunks");
        if (chunks == null || chunks.exact() <= 0) {
            call(from, new PartialRequests.Complete(request, inline));
            return;
        }
        try {
            int count = (int) Math.min(Integer.MAX_VALUE, chunks.exact());
            call(from, partialOf(from).request(id(request), request, count));
        } catch (IModelException e) {
            answer(from, protocol.failure(request, e));
        }
    }

    private void heardData(IpcConnection from, IpcArguments message) {
        List<byte[]> bytes = new ArrayList<>();
        JsonValue argument = message.argument(0, (index, array) -> JsonValue.of((long) index), bytes);
        JsonValue.Number index = argument instanceof JsonObject object ? object.number("index") : null;
        if (!(argument instanceof JsonObject datum)
                || datum.text("id") == null
                || bytes.size() != 1
                || index == null
                || !index.integral()
                || index.exact() < 0
                || index.exact() >= limits.parts()) {
            throw unreadable();
        }
        try {
            call(from, partialOf(from).chunk(id(datum), (int) index.exact(), bytes.get(0)));
        } catch (PartialRequests.TooLarge e) {
            JsonObject request = e.request();
            if (request != null) {
                answer(from, protocol.failure(request, PartialRequests.tooLarge()));
            }
        }
    }

    private PartialRequests partialOf(IpcConnection from) {
        return partial.computeIfAbsent(from, page -> new PartialRequests(limits));
    }

    private void call(IpcConnection from, PartialRequests.@Nullable Complete whole) {
        if (whole != null
                && !from.beginCall(
                        whenAbandoned -> answer(from, protocol.answer(whole.request(), whole.data(), whenAbandoned)))) {
            answer(from, protocol.failure(whole.request(), tooMany()));
        }
    }

    private void answer(IpcConnection to, SerializedAnswer whole) {
        SerializedAnswer answer = ChunkedAnswer.of(whole, chunk);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("objects", answer.objects());
        result.put("data", List.of());
        if (!answer.data().isEmpty()) {
            result.put("chunks", answer.data().size());
        }
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("interfaceName", answer.interfaceName());
        message.put("id", answer.id());
        message.put("result", result);
        message.put("status", answer.status());
        message.put("allowCompression", false);
        to.send(OBJECTS, message);
        for (int index = 0; index < answer.data().size(); index++) {
            Map<String, Object> datum = new LinkedHashMap<>();
            datum.put("id", answer.id());
            datum.put("index", index);
            datum.put("data", answer.data().get(index));
            to.send(DATA, datum);
        }
    }

    private static String id(JsonObject message) {
        String id = message.text("id");
        return id == null ? "" : id;
    }

    private static IModelException unreadable() {
        return new IModelException(Status.BAD_ARG, "a message of the RPC channels that can not be read");
    }

    private static IModelException tooMany() {
        return new IModelException(32768, ErrorKind.USER, "too many calls wait for their answers", null);
    }
}
