package org.imodel4j.host.electron;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.imodel4j.host.rpc.SerializedAnswer;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** An answer whose larger byte arrays are several shorter ones. */
final class ChunkedAnswer {
    private final SerializedAnswer whole;
    private final int chunk;
    private final List<byte[]> data = new ArrayList<>();
    private final int[] first;
    private final int[] count;

    private ChunkedAnswer(SerializedAnswer whole, int chunk) {
        this.whole = whole;
        this.chunk = chunk;
        this.first = new int[whole.data().size()];
        this.count = new int[first.length];
    }

    static SerializedAnswer of(SerializedAnswer whole, int chunk) {
        return whole.data().stream().allMatch(bytes -> bytes.length <= chunk)
                ? whole
                : new ChunkedAnswer(whole, chunk).split();
    }

    private SerializedAnswer split() {
        for (int i = 0; i < first.length; i++) {
            byte[] bytes = whole.data().get(i);
            first[i] = data.size();
            for (int from = 0; from == 0 || from < bytes.length; from += chunk) {
                data.add(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + chunk)));
            }
            count[i] = data.size() - first[i];
        }
        JsonValue objects = Json.replaced(Json.parse(whole.objects()), this::otherMarker);
        return new SerializedAnswer(whole.interfaceName(), whole.id(), whole.status(), Json.writeBytes(objects), data);
    }

    private @Nullable JsonValue otherMarker(JsonValue value) {
        if (!(value instanceof JsonObject object) || !Boolean.TRUE.equals(object.bool("isBinary"))) {
            return null;
        }
        JsonValue.Number index = object.number("index");
        if (index == null || index.exact() < 0 || index.exact() >= first.length) {
            return null;
        }
        int known = (int) index.exact();
        return JsonObject.builder()
                .put("isBinary", true)
                .put("index", first[known])
                .put("size", whole.data().get(known).length)
                .put("chunks", count[known])
                .build();
    }
}
