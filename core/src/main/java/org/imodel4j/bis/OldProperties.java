package org.imodel4j.bis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/**
 * JSON properties that early iModels hold in another form, brought into today's as iTwin.js does: ids of sub-categories and textures that are
 * numbers become text, class names of relationships get a colon.
 */
final class OldProperties {
    private static final String[] NAMES = {"relClassName", "TextureId", "subCategory"};

    private OldProperties() {}

    /** Whether a member of that name may have to be changed. */
    static boolean concerns(byte[] text, int from, int to) {
        for (String name : NAMES) {
            if (to - from == name.length() && matches(name, text, from)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String name, byte[] text, int from) {
        for (int i = 0; i < name.length(); i++) {
            if (text[from + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static JsonValue upgraded(JsonValue properties) {
        JsonValue result = eachMember(properties, OldProperties::withColon);
        result = at(
                result,
                maps -> eachMember(maps, map -> withId(map, "TextureId")),
                "materialAssets",
                "renderMaterial",
                "Map");
        return at(result, all -> eachItem(all, each -> withId(each, "subCategory")), "styles", "subCategoryOvr");
    }

    private static JsonValue withColon(JsonValue member) {
        return ScheduleScript.with(
                member,
                "relClassName",
                name -> name instanceof JsonValue.Text text
                        ? JsonValue.of(text.value().replace('.', ':'))
                        : name);
    }

    /** A number that is not whole or not positive is the id of nothing. */
    private static JsonValue withId(JsonValue object, String name) {
        return ScheduleScript.with(object, name, id -> {
            if (!(id instanceof JsonValue.Number number)) {
                return id;
            }
            double value = number.value();
            boolean isId = value > 0 && value == Math.rint(value);
            return JsonValue.of(Id64.toHex(!isId ? 0 : number.integral() ? number.exact() : (long) value));
        });
    }

    private static JsonValue at(JsonValue value, UnaryOperator<JsonValue> change, String... path) {
        UnaryOperator<JsonValue> inner = change;
        for (int i = path.length - 1; i >= 0; i--) {
            String name = path[i];
            UnaryOperator<JsonValue> next = inner;
            inner = object -> ScheduleScript.with(object, name, next);
        }
        return inner.apply(value);
    }

    private static JsonValue eachMember(JsonValue value, UnaryOperator<JsonValue> change) {
        if (!(value instanceof JsonObject object)) {
            return value;
        }
        JsonObject.Builder changed = JsonObject.builder();
        object.members().forEach((name, member) -> changed.put(name, change.apply(member)));
        return changed.build();
    }

    private static JsonValue eachItem(JsonValue value, UnaryOperator<JsonValue> change) {
        if (!(value instanceof JsonArray array)) {
            return value;
        }
        List<JsonValue> changed = new ArrayList<>(array.size());
        array.items().forEach(item -> changed.add(change.apply(item)));
        return new JsonArray(changed);
    }
}
