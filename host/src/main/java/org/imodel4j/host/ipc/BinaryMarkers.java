package org.imodel4j.host.ipc;

import org.imodel4j.json.Json;
import org.imodel4j.json.JsonValue;

/** Exchanges the markers inside of a JSON document. */
final class BinaryMarkers {
    private BinaryMarkers() {}

    /** The document with the numbers of its markers raised. */
    static JsonValue shifted(JsonValue document, int by) {
        return Json.replaced(document, value -> {
            BinaryMarker marker = BinaryMarker.of(value);
            return marker == null ? null : new BinaryMarker(marker.type(), marker.index() + by).toJson();
        });
    }
}
