package org.imodel4j.bis.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.imodel4j.id.CompressedId64Set;
import org.imodel4j.id.Id64;
import org.imodel4j.id.IdSet;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** What a display style says of single sub-categories and elements, as files have it. */
final class StyleOverrides {
    private static final String SUB_CATEGORY = "subCategory";

    private StyleOverrides() {}

    /** The overrides of sub-categories by id, the last one of each; null when there are none. */
    static @Nullable JsonArray tryOrder(JsonValue given) {
        Map<Long, JsonValue> overrides = new TreeMap<>(Long::compareUnsigned);
        if (given instanceof JsonArray array) {
            for (JsonValue item : array.items()) {
                long id = item instanceof JsonObject object ? JsonMember.idOrNumber(object.get(SUB_CATEGORY)) : 0;
                if (id != 0) {
                    overrides.put(id, override(id, (JsonObject) item));
                }
            }
        }
        return overrides.isEmpty() ? null : new JsonArray(new ArrayList<>(overrides.values()));
    }

    private static JsonObject override(long id, JsonObject given) {
        JsonObject.Builder override = JsonObject.builder().put(SUB_CATEGORY, Id64.toHex(id));
        for (String name : List.of("invisible", "color", "weight", "style", "material", "priority", "transp")) {
            JsonValue value = given.get(name);
            if (value != null) {
                override.put(name, stored(name, value));
            }
        }
        return override.build();
    }

    private static JsonValue stored(String name, JsonValue value) {
        return switch (name) {
            case "invisible" -> JsonValue.of(JsonMember.isTruthy(value));
            case "style", "material" -> JsonValue.of(Id64.toHex(JsonMember.idOrNumber(value)));
            case "priority" -> JsonValue.of(JsonMember.integer(value));
            case "transp" -> JsonValue.of(JsonMember.real(value));
            default -> JsonValue.of(JsonMember.unsigned(value));
        };
    }

    /** An array of ids as a compressed set, null when it is empty; anything else as it is. */
    static @Nullable JsonValue tryCompress(JsonValue given) {
        if (!(given instanceof JsonArray array)) {
            return given;
        }
        if (array.items().isEmpty()) {
            return null;
        }
        IdSet ids = IdSet.of(
                array.items().stream().mapToLong(JsonMember::idOrNumber).toArray());
        return JsonValue.of(CompressedId64Set.encode(ids));
    }
}
