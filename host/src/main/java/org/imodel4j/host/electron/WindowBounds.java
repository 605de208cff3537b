package org.imodel4j.host.electron;

import org.imodel4j.error.IModelException;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Where a window is on the desktop, in pixels that do not depend on the density of the screen.
 *
 * @param x of the left edge
 * @param y of the upper edge
 */
public record WindowBounds(int x, int y, int width, int height) {
    /** Null when it is nothing that a window can have. */
    static @Nullable WindowBounds of(JsonObject json) {
        JsonValue.Number x = json.number("x");
        JsonValue.Number y = json.number("y");
        JsonValue.Number width = json.number("width");
        JsonValue.Number height = json.number("height");
        return x == null || y == null || width == null || height == null || width.value() < 1 || height.value() < 1
                ? null
                : new WindowBounds((int) x.value(), (int) y.value(), (int) width.value(), (int) height.value());
    }

    static @Nullable WindowBounds parse(String text) {
        try {
            return Json.parse(text) instanceof JsonObject object ? of(object) : null;
        } catch (IModelException e) {
            return null;
        }
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("x", x)
                .put("y", y)
                .put("width", width)
                .put("height", height)
                .build();
    }
}
