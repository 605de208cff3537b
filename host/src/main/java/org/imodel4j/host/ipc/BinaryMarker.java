package org.imodel4j.host.ipc;

import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a message for a binary value:
 *
 * <pre>{"ipc":"binary","type":T,"index":I}</pre>
 *
 * where T is the kind of typed array (0 Uint8Array, 1 Int8Array, 2 Uint8ClampedArray, 3 Int16Array, 4 Uint16Array, 5 Int32Array, 6 Uint32Array,
 * 7 Float32Array, 8 Float64Array, 9 DataView) and I the binary frame that holds its bytes, little-endian.
 */
record BinaryMarker(int type, int index) {
    static final int UINT8 = 0;
    static final int INT16 = 3;
    static final int INT32 = 5;
    static final int FLOAT32 = 7;
    static final int FLOAT64 = 8;
    static final int DATA_VIEW = 9;

    private static final int[] WIDTHS = {1, 1, 1, 2, 2, 4, 4, 4, 8, 1};

    /** The marker that a value is; null when it is something else, also when only its numbers make no sense. */
    static @Nullable BinaryMarker of(JsonValue value) {
        if (!(value instanceof JsonObject object) || !"binary".equals(object.text("ipc"))) {
            return null;
        }
        int type = small(object.number("type"));
        int index = small(object.number("index"));
        return type >= 0 && type <= DATA_VIEW && index >= 0 ? new BinaryMarker(type, index) : null;
    }

    private static int small(JsonValue.@Nullable Number number) {
        return number != null && number.integral() && number.exact() >= 0 && number.exact() <= Integer.MAX_VALUE
                ? (int) number.exact()
                : -1;
    }

    /** Bytes for each element. */
    int width() {
        return WIDTHS[type];
    }

    void write(JsonWriter json) {
        json.beginObject().name("ipc").value("binary");
        json.name("type").value((long) type).name("index").value((long) index).endObject();
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("ipc", "binary")
                .put("type", type)
                .put("index", index)
                .build();
    }
}
