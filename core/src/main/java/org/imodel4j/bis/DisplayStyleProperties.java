package org.imodel4j.bis;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.error.IModelException;
import org.imodel4j.id.CompressedId64Set;
import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * The JSON properties of a display style. {@code styles.excludedElements} may be stored as a compressed set of ids and is then
 * given as an array, unless the compressed form is asked for; a stored array stays one. A style is unreadable when what has to be
 * changed in it is malformed.
 */
final class DisplayStyleProperties extends JsonPart {
    DisplayStyleProperties(int column) {
        super("jsonProperties", column);
    }

    @Override
    public boolean accepts(Row row) {
        if (!super.accepts(row)) {
            return false;
        }
        JsonValue value = JsonText.tryParse(row.json);
        return value == null || changed(value, row.options) != null;
    }

    @Override
    void value(byte[] text, JsonScanner.Kind kind, Row row, JsonWriter out) {
        JsonValue value = JsonText.tryParse(text);
        JsonValue changed = value == null ? null : changed(value, row.options);
        if (changed == null) {
            super.value(text, kind, row, out);
        } else {
            JsonText.write(OldProperties.upgraded(changed), out);
        }
    }

    private static @Nullable JsonValue changed(JsonValue properties, ElementOptions options) {
        JsonObject styles = properties instanceof JsonObject object ? object.object("styles") : null;
        JsonValue result = properties;
        JsonValue excluded = styles == null ? null : styles.get("excludedElements");
        if (excluded != null && !options.compressExcludedElementIds()) {
            JsonValue expanded = expanded(excluded);
            result = expanded == null ? null : with(result, "excludedElements", expanded);
        }
        JsonValue script = styles == null ? null : styles.get("scheduleScript");
        if (result != null
                && script != null
                && ScheduleScript.isTrue(script)
                && options.omitScheduleScriptElementIds()) {
            JsonValue smaller = ScheduleScript.withoutElementIds(script);
            result = smaller == null ? null : with(result, "scheduleScript", smaller);
        }
        return result;
    }

    private static JsonValue with(JsonValue properties, String style, JsonValue value) {
        return ScheduleScript.with(
                properties, "styles", styles -> ScheduleScript.with(styles, style, ignored -> value));
    }

    private static @Nullable JsonValue expanded(JsonValue excluded) {
        if (!(excluded instanceof JsonValue.Text text) || !text.value().startsWith("+")) {
            return excluded;
        }
        List<JsonValue> ids = new ArrayList<>();
        try {
            CompressedId64Set.decode(text.value()).forEach(id -> ids.add(JsonValue.of(Id64.toHex(id))));
        } catch (IModelException malformed) {
            return null;
        }
        return new JsonArray(ids);
    }
}
