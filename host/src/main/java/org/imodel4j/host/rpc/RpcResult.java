package org.imodel4j.host.rpc;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;

/** What an operation answers. */
public sealed interface RpcResult {
    /** JSON text that a writer holds in memory; {@code after} runs once it was sent. */
    record Text(JsonWriter json, Runnable after) implements RpcResult {}

    /** {@code undefined}, which is not the same as {@code null}. */
    record Nothing() implements RpcResult {}

    /** A byte array. */
    record Bytes(byte[] bytes) implements RpcResult {}

    /** JSON with byte arrays inside; each stands in it as a {@link #marker}. */
    record Parts(byte[] json, List<byte[]> data) implements RpcResult {
        public Parts {
            data = List.copyOf(data);
        }
    }

    /** JSON text that comes into being while it is sent. */
    record Streamed(Body body) implements RpcResult {}

    /** Writes an answer; what it throws cuts the answer off. */
    @FunctionalInterface
    interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    static RpcResult json(JsonValue value) {
        return json(new JsonWriter().value(value));
    }

    static RpcResult json(JsonWriter writer) {
        return new Text(writer, () -> {});
    }

    static RpcResult bool(boolean value) {
        return json(new JsonWriter().value(value));
    }

    static RpcResult nothing() {
        return new Nothing();
    }

    static RpcResult bytes(byte[] bytes) {
        return new Bytes(bytes);
    }

    /** JSON whose markers have the numbers of these byte arrays. */
    static RpcResult parts(JsonValue json, List<byte[]> data) {
        return new Parts(Json.writeBytes(json), data);
    }

    /** What stands in JSON for a byte array. */
    static JsonObject marker(int index, byte[] bytes) {
        return JsonObject.builder()
                .put("isBinary", true)
                .put("index", index)
                .put("size", bytes.length)
                .put("chunks", 1)
                .build();
    }
}
