package org.imodel4j.bis;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** JSON in a text that tells the version of its form: {@code {"version": "1.0.0", "data": {…}}}. */
public enum VersionedForm {
    /** The text of an annotation. */
    TEXT_ANNOTATION(List.of(1, 0, 0), List.of(1, 0, 0)),

    /** The settings of a text style. */
    TEXT_STYLE(List.of(0, 0, 0), List.of(1, 0, 2));

    private static final Pattern VERSION = Pattern.compile(
            "\\s*v?(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})(-[0-9A-Za-z.-]+)?(?:\\+[0-9A-Za-z.-]+)?\\s*");

    private final List<Integer> oldest;
    private final List<Integer> newest;

    /** Versions from the oldest to the newest can be read. */
    VersionedForm(List<Integer> oldest, List<Integer> newest) {
        this.oldest = oldest;
        this.newest = newest;
    }

    /** The JSON of a text, null when it is none. */
    public static @Nullable JsonValue tryParse(String text) {
        return JsonText.tryParse(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a value has data, in a version that is known. */
    public boolean isReadable(JsonValue value) {
        return value instanceof JsonObject object
                && isKnown(object.text("version"))
                && (object.get("data") instanceof JsonObject || object.get("data") instanceof JsonArray);
    }

    /** A readable value in the newest version. */
    JsonValue upgraded(JsonValue value) {
        return this == TEXT_STYLE && value instanceof JsonObject object && isOld(object.text("version"))
                ? OldTextStyle.upgraded(object)
                : value;
    }

    private boolean isOld(@Nullable String text) {
        Matcher version = VERSION.matcher(text == null ? "" : text);
        if (!version.matches()) {
            return false;
        }
        int order = compare(version, newest);
        return order < 0 || order == 0 && version.group(4) != null;
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

    private static int compare(Matcher version, List<Integer> other) {
        for (int i = 0; i < other.size(); i++) {
            int order = Integer.compare(Integer.parseInt(version.group(i + 1)), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
