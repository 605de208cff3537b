package org.imodel4j.bis.write;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * The member {@code formatter} that the JSON properties of geometric models always have: how coordinates are shown. One that is given is reduced to
 * the members that are known and say more than their default.
 */
final class ModelFormatter {
    private static final String DEFAULT =
            "{\"fmtFlags\":{\"linMode\":1,\"linPrec\":108,\"angMode\":1,\"angPrec\":8,\"dirMode\":1},"
                    + "\"mastUnit\":{\"label\":\"m\"},\"subUnit\":{\"label\":\"mm\",\"num\":1000.0}}";
    private static final String[] FLAGS = {"linMode", "linType", "linPrec", "angMode", "angPrec", "dirMode"};

    private ModelFormatter() {}

    /** The JSON properties as they are stored: what was given, and the formatter behind it. */
    static String stored(JsonObject given) {
        JsonWriter out = new JsonWriter();
        out.beginObject();
        for (Map.Entry<String, JsonValue> member : given.members().entrySet()) {
            if (!member.getKey().equals("formatter")) {
                out.name(member.getKey()).value(member.getValue());
            }
        }
        out.name("formatter");
        JsonValue formatter = given.get("formatter");
        if (JsonMember.isNull(formatter)) {
            byte[] text = DEFAULT.getBytes(StandardCharsets.US_ASCII);
            out.raw(text, 0, text.length);
        } else {
            write(formatter instanceof JsonObject object ? object : JsonObject.EMPTY, out);
        }
        out.endObject();
        return new String(out.bytes(), StandardCharsets.UTF_8);
    }

    private static void write(JsonObject formatter, JsonWriter out) {
        out.beginObject().name("fmtFlags").beginObject();
        JsonObject flags = formatter.object("fmtFlags") == null ? JsonObject.EMPTY : formatter.object("fmtFlags");
        for (String flag : FLAGS) {
            int value = JsonMember.integer(flags.get(flag));
            if (value != 0) {
                out.name(flag).value(Integer.toUnsignedLong(value));
            }
        }
        if (JsonMember.bool(flags.get("clockwise"))) {
            out.name("clockwise").value(true);
        }
        out.endObject();
        unit("mastUnit", formatter.object("mastUnit"), out);
        unit("subUnit", formatter.object("subUnit"), out);
        for (String number : new String[] {"rndUnit", "rndRatio", "fmtDir"}) {
            double value = JsonMember.real(formatter.get(number));
            if (value != 0) {
                StoredReal.write(value, out.name(number));
            }
        }
        out.endObject();
    }

    private static void unit(String name, @Nullable JsonObject given, JsonWriter out) {
        JsonObject unit = given == null ? JsonObject.EMPTY : given;
        String label = JsonMember.text(unit.get("label"));
        out.name(name).beginObject().name("label").value(label.isEmpty() ? "m" : label);
        for (String number : new String[] {"num", "den"}) {
            double value = JsonMember.real(unit.get(number));
            if (value != 0 && value != 1) {
                StoredReal.write(value, out.name(number));
            }
        }
        out.endObject();
    }
}
