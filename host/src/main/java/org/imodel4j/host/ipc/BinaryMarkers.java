package org.imodel4j.host.ipc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Exchanges the markers inside of a JSON document. */
final class BinaryMarkers {
    private BinaryMarkers() {}

    /** The document with the numbers of its markers raised. */
    static JsonValue shifted(JsonValue document, int by) {
        return replaced(document, value -> {
            BinaryMarker marker = BinaryMarker.of(value);
            return marker == null ? null : new BinaryMarker(marker.type(), marker.index() + by).toJson();
        });
    }

    /** The document with other values in place of those for which {@code other} gives one. */
    static JsonValue replaced(JsonValue document, Function<JsonValue, @Nullable JsonValue> other) {
        JsonValue instead = other.apply(document);
        if (instead != null) {
            return instead;
        }
        if (document instanceof JsonArray array) {
            List<JsonValue> items = new ArrayList<>(array.size());
            for (JsonValue item : array.items()) {
                items.add(replaced(item, other));
            }
            return new JsonArray(items);
        }
        if (document instanceof JsonObject object) {
            JsonObject.Builder copy = JsonObject.builder();
            for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                copy.put(member.getKey(), replaced(member.getValue(), other));
            }
            return copy.build();
        }
        return document;
    }
}
