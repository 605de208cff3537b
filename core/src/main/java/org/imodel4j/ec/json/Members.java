package org.imodel4j.ec.json;

import java.util.Locale;
import org.imodel4j.ec.schema.ItemDef;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** Members that stand in JSON only where there is something to tell. */
final class Members {
    private Members() {}

    static void optional(JsonWriter json, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            json.name(name).value(value);
        }
    }

    static void optional(JsonWriter json, String name, @Nullable ItemName value) {
        if (value != null) {
            json.name(name).value(dotted(value));
        }
    }

    static void optional(JsonWriter json, String name, @Nullable Number value) {
        if (value != null) {
            number(json.name(name), value);
        }
    }

    /** All numbers of JavaScript are doubles. */
    static void number(JsonWriter json, Number value) {
        json.value(value.doubleValue());
    }

    static void labels(JsonWriter json, ItemDef item) {
        optional(json, "label", item.displayLabel());
        optional(json, "description", item.description());
    }

    /** {@code Schema.Item}. */
    static String dotted(ItemName name) {
        return name.schema() + '.' + name.name();
    }

    /** {@code ZERO_NORMALIZED} as {@code ZeroNormalized}. */
    static String camel(Enum<?> constant) {
        StringBuilder word = new StringBuilder();
        for (String part : constant.name().split("_", -1)) {
            word.append(part, 0, 1).append(part.substring(1).toLowerCase(Locale.ROOT));
        }
        return word.toString();
    }
}
