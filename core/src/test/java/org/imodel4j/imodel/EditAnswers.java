package org.imodel4j.imodel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.imodel4j.error.IModelException;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Compares what edits answer and leave behind with what was recorded. */
final class EditAnswers {
    private EditAnswers() {}

    /** Null when both succeed with the same result, or fail with the same number; recorded failures without a number can have any. */
    static @Nullable String difference(JsonObject expected, JsonObject actual) {
        JsonObject refused = expected.object("error");
        if (refused == null) {
            JsonValue result = expected.get("result");
            return same(result == null ? JsonValue.NULL : result, or(actual.get("result"), JsonValue.of("failed")))
                    ? null
                    : Json.write(actual);
        }
        JsonObject failed = actual.object("error");
        JsonValue number = refused.get("errorNumber");
        boolean fits = failed != null
                && (number == null || number instanceof JsonValue.Null || number.equals(failed.get("errorNumber")));
        return fits ? null : Json.write(actual);
    }

    private static JsonValue or(@Nullable JsonValue value, JsonValue otherwise) {
        return value == null ? otherwise : value;
    }

    /** @param anyBox boxes of elements are not compared */
    static List<String> differences(
            @Nullable JsonObject recorded, Map<String, Map<String, JsonValue>> actual, boolean anyBox) {
        List<String> found = new ArrayList<>();
        JsonObject changed = recorded == null ? JsonObject.EMPTY : recorded;
        for (Map.Entry<String, JsonValue> section : changed.members().entrySet()) {
            if (section.getKey().equals("rows")) {
                ((JsonObject) section.getValue())
                        .members()
                        .forEach((table, rows) -> compare("rows/" + table, (JsonObject) rows, actual, anyBox, found));
            } else {
                compare(section.getKey(), (JsonObject) section.getValue(), actual, anyBox, found);
            }
        }
        for (String section : actual.keySet()) {
            boolean known = section.startsWith("rows/")
                    ? changed.object("rows") != null && changed.object("rows").get(section.substring(5)) != null
                    : changed.get(section) != null;
            if (!known) {
                found.add(section + ": only ours changed " + actual.get(section));
            }
        }
        return found;
    }

    private static void compare(
            String section,
            JsonObject expected,
            Map<String, Map<String, JsonValue>> actual,
            boolean anyBox,
            List<String> found) {
        Map<String, JsonValue> ours = actual.getOrDefault(section, Map.of());
        TreeSet<String> keys = new TreeSet<>(expected.members().keySet());
        keys.addAll(ours.keySet());
        for (String key : keys) {
            JsonValue theirs = expected.get(key);
            JsonValue mine = ours.get(key);
            if (section.equals("fileProperties") || section.equals("codeSpecs") && mine != null) {
                continue;
            }
            boolean isBox = anyBox && section.equals("spatialIndex");
            if (theirs == null || mine == null || !isBox && !same(theirs, anyBox ? withBoxOf(mine, theirs) : mine)) {
                found.add(section + ' ' + key + "\n   theirs " + (theirs == null ? "unchanged" : Json.write(theirs))
                        + "\n   ours   " + (mine == null ? "unchanged" : Json.write(mine)));
            }
        }
    }

    /** The value with the box of another one. */
    private static JsonValue withBoxOf(JsonValue value, JsonValue other) {
        if (!(value instanceof JsonObject object) || !(other instanceof JsonObject boxed)) {
            return value;
        }
        JsonObject.Builder changed = JsonObject.builder();
        object.members().forEach((name, member) -> {
            boolean box = name.equals("bbox") || name.startsWith("BBox");
            JsonValue theirs = boxed.get(name);
            changed.put(name, theirs == null ? member : box ? theirs : withBoxOf(member, theirs));
        });
        return changed.build();
    }

    /** Equal but for the last digits of numbers, also of those in stored JSON. */
    static boolean same(JsonValue expected, JsonValue actual) {
        if (expected.equals(actual)) {
            return true;
        }
        return switch (expected) {
            case JsonObject object -> sameObject(object, actual);
            case JsonArray array -> actual instanceof JsonArray other && sameItems(array, other);
            case JsonValue.Number number ->
                actual instanceof JsonValue.Number other && close(number.value(), other.value());
            case JsonValue.Text text -> sameText(text.value(), actual);
            default -> expected.equals(actual);
        };
    }

    private static boolean close(double a, double b) {
        return a == b || Math.abs(a - b) <= 1e-9 * Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
    }

    private static boolean sameItems(JsonArray expected, JsonArray actual) {
        if (expected.size() != actual.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            if (!same(expected.items().get(i), actual.items().get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameText(String expected, JsonValue actual) {
        if (expected.equals("<now>") || expected.equals("<same>")) {
            return actual instanceof JsonValue.Number;
        }
        return actual instanceof JsonValue.Text text
                && (expected.equals("<guid>")
                        || expected.equals("<stream>")
                        || expected.equals(text.value())
                        || isSameJson(expected, text.value()));
    }

    /** Numbers in stored JSON may be spelled in other ways. */
    private static boolean isSameJson(String expected, String actual) {
        if (!expected.startsWith("{") && !expected.startsWith("[")) {
            return false;
        }
        try {
            return same(json(expected), json(actual));
        } catch (IModelException malformed) {
            return false;
        }
    }

    private static JsonValue json(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean sameObject(JsonObject expected, JsonValue actual) {
        if (expected.object("error") != null) {
            return actual instanceof JsonObject other && other.object("error") != null;
        }
        if (expected.get("$real") != null) {
            return same(expected.get("$real"), actual);
        }
        if (expected.text("$bytes") != null) {
            String bytes = actual instanceof JsonValue.Text text ? text.value() : "";
            return bytes.replace("encoding=base64;", "").equals(expected.text("$bytes"));
        }
        if (expected.text("sha1") != null) {
            return actual instanceof JsonValue.Text text && digest(text.value()).equals(expected.text("sha1"));
        }
        if (actual instanceof JsonArray point && expected.get("x") != null) {
            // Aspects have points as arrays, where the recorder had the objects of a query.
            return sameItems(new JsonArray(List.copyOf(expected.members().values())), point);
        }
        if (!(actual instanceof JsonObject other)) {
            return false;
        }
        TreeSet<String> names = new TreeSet<>(expected.members().keySet());
        names.addAll(other.members().keySet());
        for (String name : names) {
            JsonValue theirs = expected.get(name);
            JsonValue mine = other.get(name);
            if (theirs == null || mine == null || !same(theirs, mine)) {
                return false;
            }
        }
        return true;
    }

    private static String digest(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException | IllegalArgumentException e) {
            return "";
        }
    }
}
