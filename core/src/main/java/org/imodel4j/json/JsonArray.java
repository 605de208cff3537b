package org.imodel4j.json;

import java.util.ArrayList;
import java.util.List;

/** A JSON array. */
public record JsonArray(List<JsonValue> items) implements JsonValue {
    public static final JsonArray EMPTY = new JsonArray(List.of());

    public JsonArray {
        items = List.copyOf(items);
    }

    public static JsonArray of(JsonValue... items) {
        return new JsonArray(List.of(items));
    }

    public static JsonArray of(double... numbers) {
        List<JsonValue> items = new ArrayList<>(numbers.length);
        for (double number : numbers) {
            items.add(JsonValue.of(number));
        }
        return new JsonArray(items);
    }

    public int size() {
        return items.size();
    }

    public JsonValue get(int index) {
        return items.get(index);
    }
}
