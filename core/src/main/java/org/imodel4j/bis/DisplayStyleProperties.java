package org.imodel4j.bis;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.error.IModelException;
import org.imodel4j.id.CompressedId64Set;
import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;

/**
 * The JSON properties of a display style. {@code styles.excludedElements} may be stored as a compressed set of ids and is then
 * given as an array, unless the compressed form is asked for; a stored array stays one.
 */
final class DisplayStyleProperties extends JsonPart {
    DisplayStyleProperties(int column) {
        super("jsonProperties", column);
    }

    @Override
    void value(byte[] text, JsonScanner.Kind kind, Row row, JsonWriter out) {
        JsonValue value = JsonText.tryParse(text);
        if (value == null) {
            super.value(text, kind, row, out);
        } else {
            JsonText.write(ScheduleScript.with(value, "styles", styles -> changed(styles, row.options)), out);
        }
    }

    private static JsonValue changed(JsonValue styles, ElementOptions options) {
        JsonValue result = styles;
        if (!options.compressExcludedElementIds()) {
            result = ScheduleScript.with(result, "excludedElements", DisplayStyleProperties::expanded);
        }
        if (options.omitScheduleScriptElementIds()) {
            result = ScheduleScript.with(result, "scheduleScript", ScheduleScript::withoutElementIds);
        }
        return result;
    }

    private static JsonValue expanded(JsonValue excluded) {
        if (!(excluded instanceof JsonValue.Text text) || text.value().isEmpty()) {
            return excluded;
        }
        List<JsonValue> ids = new ArrayList<>();
        try {
            CompressedId64Set.decode(text.value()).forEach(id -> ids.add(JsonValue.of(Id64.toHex(id))));
        } catch (IModelException malformed) {
            return excluded;
        }
        return new JsonArray(ids);
    }
}
