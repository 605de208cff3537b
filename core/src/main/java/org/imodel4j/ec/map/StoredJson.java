package org.imodel4j.ec.map;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.imodel4j.ec.StoredNumber;
import org.imodel4j.ec.schema.EnumerationDef;
import org.imodel4j.ec.schema.EnumerationDef.EnumeratorDef;
import org.imodel4j.ec.schema.FormatDef;
import org.imodel4j.ec.schema.NumericFormat;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** The JSON that the tables of metadata hold, member for member and digit for digit as iTwin.js writes it. */
final class StoredJson {
    private StoredJson() {}

    /** Such as {@code [{"Name":"Red","IntValue":1,"DisplayLabel":"red"}]}. */
    static String enumerators(EnumerationDef enumeration) {
        JsonWriter json = new JsonWriter();
        json.beginArray();
        for (EnumeratorDef enumerator : enumeration.enumerators()) {
            json.beginObject().name("Name").value(enumerator.name());
            Integer number = enumerator.number();
            String text = enumerator.text();
            if (number != null) {
                json.name("IntValue").value((long) number);
            } else {
                json.name("StringValue").value(text == null ? "" : text);
            }
            optional(json, "DisplayLabel", enumerator.displayLabel());
            optional(json, "Description", enumerator.description());
            json.endObject();
        }
        return text(json.endArray());
    }

    private static void optional(JsonWriter json, String name, @Nullable String value) {
        if (value != null) {
            json.name(name).value(value);
        }
    }

    /** Null when there are none. */
    static @Nullable String presentationFormats(List<String> formats) {
        if (formats.isEmpty()) {
            return null;
        }
        JsonWriter json = new JsonWriter().beginArray();
        formats.forEach(json::value);
        return text(json.endArray());
    }

    /** Only what was given, in the order of the names. */
    static String numericFormat(NumericFormat format) {
        JsonWriter json = new JsonWriter().beginObject();
        optional(json, "decimalSeparator", format.decimalSeparator());
        if (!format.traits().isEmpty()) {
            json.name("formatTraits").beginArray();
            format.traits().forEach(trait -> json.value(camel(trait, false)));
            json.endArray();
        }
        if (format.minWidth() != null) {
            json.name("minWidth").value((long) format.minWidth());
        }
        json.name("precision").value((long) format.precision());
        if (format.roundFactor() != null) {
            byte[] number = StoredNumber.text(format.roundFactor()).getBytes(StandardCharsets.US_ASCII);
            json.name("roundFactor").raw(number, 0, number.length);
        }
        if (format.scientificType() != null) {
            json.name("scientificType").value(camel(format.scientificType(), true));
        }
        if (format.showSignOption() != null) {
            json.name("showSignOption").value(camel(format.showSignOption(), true));
        }
        if (format.stationOffsetSize() != null) {
            json.name("stationOffsetSize").value((long) format.stationOffsetSize());
        }
        optional(json, "stationSeparator", format.stationSeparator());
        optional(json, "thousandSeparator", format.thousandSeparator());
        json.name("type").value(camel(format.type(), true));
        optional(json, "uomSeparator", format.uomSeparator());
        return text(json.endObject());
    }

    /** Null for a format without units. */
    static @Nullable String compositeFormat(FormatDef.@Nullable Composite composite) {
        if (composite == null) {
            return null;
        }
        JsonWriter json = new JsonWriter().beginObject().name("includeZero").value(composite.includeZero());
        optional(json, "spacer", composite.spacer());
        return text(json.endObject());
    }

    private static String camel(Enum<?> constant, boolean capital) {
        StringBuilder word = new StringBuilder();
        for (String part : constant.name().split("_", -1)) {
            String lower = part.toLowerCase(Locale.ROOT);
            boolean upper = capital || word.length() > 0;
            word.append(upper ? lower.substring(0, 1).toUpperCase(Locale.ROOT) : lower.substring(0, 1))
                    .append(lower, 1, lower.length());
        }
        return word.toString();
    }

    private static String text(JsonWriter json) {
        return new String(json.bytes(), StandardCharsets.UTF_8);
    }
}
