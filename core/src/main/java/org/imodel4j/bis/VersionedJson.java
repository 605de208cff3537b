package org.imodel4j.bis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * A member that is JSON in a text, with the version of its form: {@code {"version": "1.0.0", "data": {…}}}. Text that is no JSON reads as
 * absent; JSON of another shape, or of a version that the reader does not know, makes the element unreadable, as in iTwin.js.
 */
final class VersionedJson implements Part {
    private static final Pattern VERSION = Pattern.compile(
            "\\s*v?(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})(-[0-9A-Za-z.-]+)?(?:\\+[0-9A-Za-z.-]+)?\\s*");

    private final byte[] name;
    private final int column;
    private final int[] oldest;
    private final int[] newest;

    /** Versions from the oldest to the newest can be read. */
    VersionedJson(String name, int column, int[] oldest, int[] newest) {
        this.name = JsonWriter.encodeName(name);
        this.column = column;
        this.oldest = oldest;
        this.newest = newest;
    }

    @Override
    public boolean accepts(Row row) {
        JsonValue value = tryParse(row);
        return value == null
                || (value instanceof JsonObject object
                        && isKnown(object.text("version"))
                        && (object.get("data") instanceof JsonObject || object.get("data") instanceof JsonArray));
    }

    @Override
    public void write(Row row, JsonWriter out) {
        JsonValue value = tryParse(row);
        if (value != null) {
            out.name(name).value(Json.write(value));
        }
    }

    private @Nullable JsonValue tryParse(Row row) {
        return row.isNull(column) ? null : JsonText.tryParse(row.bytes(column));
    }

    private boolean isKnown(@Nullable String text) {
        Matcher version = VERSION.matcher(text == null ? "" : text);
        if (!version.matches()) {
            return false;
        }
        boolean preview = version.group(4) != null;
        int atOldest = compare(version, oldest);
        return (preview ? atOldest > 0 : atOldest >= 0) && compare(version, newest) <= 0;
    }

    private static int compare(Matcher version, int[] other) {
        for (int i = 0; i < other.length; i++) {
            int order = Integer.compare(Integer.parseInt(version.group(i + 1)), other[i]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
