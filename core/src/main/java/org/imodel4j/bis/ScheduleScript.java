package org.imodel4j.bis;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/** The schedule script of a display style or a render timeline: an array of model timelines. */
final class ScheduleScript {
    private ScheduleScript() {}

    /** A copy in which {@code elementIds} of all element timelines is empty text: viewers work with batch ids. */
    static JsonValue withoutElementIds(JsonValue script) {
        return mapItems(script, model -> with(model, "elementTimelines", ScheduleScript::emptied));
    }

    private static JsonValue emptied(JsonValue timelines) {
        return mapItems(timelines, timeline -> with(timeline, "elementIds", ids -> JsonValue.of("")));
    }

    private static JsonValue mapItems(JsonValue array, java.util.function.UnaryOperator<JsonValue> change) {
        if (!(array instanceof JsonArray items)) {
            return array;
        }
        List<JsonValue> changed = new ArrayList<>(items.size());
        items.items().forEach(item -> changed.add(change.apply(item)));
        return new JsonArray(changed);
    }

    /** A copy of an object with one member changed, if it has it; other values as they are. */
    static JsonValue with(JsonValue value, String name, java.util.function.UnaryOperator<JsonValue> change) {
        if (!(value instanceof JsonObject object) || object.get(name) == null) {
            return value;
        }
        JsonObject.Builder changed = JsonObject.builder();
        object.members().forEach((member, old) -> changed.put(member, member.equals(name) ? change.apply(old) : old));
        return changed.build();
    }
}
