package org.imodel4j.ec;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.error.IModelException;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * An enumeration.
 *
 * @param type INTEGER or STRING
 * @param strict only its own values are meant to be used; nothing enforces it
 */
public record ECEnumeration(SchemaItem item, PrimitiveType type, boolean strict, List<Enumerator> enumerators) {
    /** One value; the number or the text is set, by the type of the enumeration. */
    public record Enumerator(
            String name,
            @Nullable Long number,
            @Nullable String text,
            @Nullable String displayLabel,
            @Nullable String description) {}

    public ECEnumeration {
        enumerators = List.copyOf(enumerators);
    }

    /** By name without regard to case. */
    public @Nullable Enumerator tryEnumerator(String name) {
        String key = Names.key(name);
        for (Enumerator enumerator : enumerators) {
            if (Names.key(enumerator.name).equals(key)) {
                return enumerator;
            }
        }
        return null;
    }

    /** Reads {@code ec_Enumeration.EnumValues}. */
    public static List<Enumerator> parse(String values) {
        List<Enumerator> enumerators = new ArrayList<>();
        if (json(values) instanceof JsonArray array) {
            for (JsonValue value : array.items()) {
                if (value instanceof JsonObject object) {
                    enumerators.add(read(object));
                }
            }
        }
        return enumerators;
    }

    private static Enumerator read(JsonObject object) {
        JsonValue.Number number = object.number("IntValue");
        String text = object.text("StringValue");
        String name = object.text("Name");
        return new Enumerator(
                name == null ? "" : name,
                number == null ? null : (Long) number.exact(),
                text,
                object.text("DisplayLabel"),
                object.text("Description"));
    }

    private static JsonValue json(String values) {
        try {
            return Json.parse(values);
        } catch (IModelException notJson) {
            throw MetadataConnection.damaged("the values of an enumeration are no JSON");
        }
    }
}
