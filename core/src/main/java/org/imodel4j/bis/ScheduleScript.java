package org.imodel4j.bis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** The schedule script of a display style or a render timeline: an array of model timelines. */
final class ScheduleScript {
    private ScheduleScript() {}

    /**
     * A copy in which {@code elementIds} of all element timelines is empty text: viewers work with batch ids. Null for what is no
     * script, which makes the element that holds it unreadable, as in iTwin.js.
     */
    static @Nullable JsonValue withoutElementIds(JsonValue script) {
        return mapItems(script, model -> {
            if (model instanceof JsonValue.Null) {
                return model;
            }
            JsonValue timelines = model instanceof JsonObject object ? object.get("elementTimelines") : null;
            JsonValue changed = timelines == null ? null : mapItems(timelines, ScheduleScript::withoutIds);
            return changed == null ? null : with(model, "elementTimelines", ignored -> changed);
        });
    }

    private static JsonValue withoutIds(JsonValue timeline) {
        return with(timeline, "elementIds", ids -> isTrue(ids) ? JsonValue.of("") : ids);
    }

    /** Null when it is no array, or one of the changes is null. */
    private static @Nullable JsonValue mapItems(JsonValue array, ItemChange change) {
        if (!(array instanceof JsonArray items)) {
            return null;
        }
        List<JsonValue> changed = new ArrayList<>(items.size());
        for (JsonValue item : items.items()) {
            JsonValue result = change.apply(item);
            if (result == null) {
                return null;
            }
            changed.add(result);
        }
        return new JsonArray(changed);
    }

    /** A copy of an object with one member changed, if it has it; other values as they are. */
    static JsonValue with(JsonValue value, String name, UnaryOperator<JsonValue> change) {
        if (!(value instanceof JsonObject object) || object.get(name) == null) {
            return value;
        }
        JsonObject.Builder changed = JsonObject.builder();
        object.members().forEach((member, old) -> changed.put(member, member.equals(name) ? change.apply(old) : old));
        return changed.build();
    }

    /** What JavaScript takes for true. */
    static boolean isTrue(JsonValue value) {
        return switch (value) {
            case JsonValue.Null ignored -> false;
            case JsonValue.Bool bool -> bool.value();
            case JsonValue.Number number -> number.value() != 0;
            case JsonValue.Text text -> !text.value().isEmpty();
            case JsonArray ignored -> true;
            case JsonObject ignored -> true;
        };
    }

    private interface ItemChange {
        @Nullable
        JsonValue apply(JsonValue item);
    }
}
