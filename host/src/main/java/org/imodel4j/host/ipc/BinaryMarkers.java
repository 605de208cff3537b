package org.imodel4j.host.ipc;

import java.util.List;
import org.imodel4j.host.rpc.RpcResult;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/** Exchanges the markers inside of a JSON document: those of IPC, and those that RPC has for the same. */
public final class BinaryMarkers {
    private BinaryMarkers() {}

    /** A document of RPC, where a byte array is {@code {"isBinary":true,"index":I,"size":S,"chunks":1}}, as one of IPC. */
    public static JsonValue ofRpc(JsonValue document) {
        return Json.replaced(document, value -> {
            if (!(value instanceof JsonObject object) || !Boolean.TRUE.equals(object.bool("isBinary"))) {
                return null;
            }
            JsonValue.Number index = object.number("index");
            return index == null ? null : IpcValue.marker((int) index.value());
        });
    }

    /** A document of IPC as one of RPC. RPC knows byte arrays only, so arrays of other numbers arrive as their bytes. */
    public static JsonValue toRpc(JsonValue document, List<byte[]> binary) {
        return Json.replaced(document, value -> {
            BinaryMarker marker = BinaryMarker.of(value);
            return marker == null || marker.index() >= binary.size()
                    ? null
                    : RpcResult.marker(marker.index(), binary.get(marker.index()));
        });
    }

    /** The document with the numbers of its markers raised. */
    static JsonValue shifted(JsonValue document, int by) {
        return Json.replaced(document, value -> {
            BinaryMarker marker = BinaryMarker.of(value);
            return marker == null ? null : new BinaryMarker(marker.type(), marker.index() + by).toJson();
        });
    }
}
