package org.imodel4j.ecsql.run;

import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ecsql.resolve.ValueType;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * The JSON text that a file holds for an array.
 *
 * <ul>
 *   <li>DateTimes are Julian days, coordinates {@code x}, {@code y} and {@code z} are written as real numbers, binary values are base64
 *   <li>members of structs have the names of the schema, whatever the case of those in the argument; they keep its order
 *   <li>an empty array is NULL at the top and null inside of others, and so are structs without members and binary values without bytes
 *   <li>other values stand as they are, whatever the type of the item says; observed at the reference
 * </ul>
 */
final class ArrayText {
    private static final int MAX_DEPTH = 100;

    private final JsonWriter out = new JsonWriter();

    private ArrayText() {}

    /** The text, or null when an item does not fit. */
    static @Nullable String of(JsonArray items, ValueType array) {
        ArrayText text = new ArrayText();
        return text.array(items, array, 0)
                ? new String(text.out.bytes(), java.nio.charset.StandardCharsets.UTF_8)
                : null;
    }

    private boolean array(JsonArray items, ValueType array, int depth) {
        ValueType item =
                switch (array) {
                    case ValueType.PrimitiveArray primitives -> primitives.item();
                    case ValueType.StructArray structs -> structs.item();
                    default -> null;
                };
        if (item == null || depth > MAX_DEPTH) {
            return false;
        }
        out.beginArray();
        for (JsonValue each : items.items()) {
            if (!value(each, item, depth)) {
                return false;
            }
        }
        out.endArray();
        return true;
    }

    private boolean value(JsonValue value, ValueType type, int depth) {
        if (value instanceof JsonValue.Null) {
            out.nullValue();
            return true;
        }
        return switch (type) {
            case ValueType.Struct struct -> value instanceof JsonObject members && struct(members, struct, depth);
            case ValueType.PrimitiveArray array -> inner(value, array, depth);
            case ValueType.StructArray array -> inner(value, array, depth);
            case ValueType.Primitive primitive -> primitive(value, primitive);
            default -> false;
        };
    }

    private boolean inner(JsonValue value, ValueType array, int depth) {
        if (value instanceof JsonArray items && items.size() == 0) {
            out.nullValue();
            return true;
        }
        return value instanceof JsonArray items && array(items, array, depth + 1);
    }

    private boolean struct(JsonObject members, ValueType.Struct struct, int depth) {
        if (members.members().isEmpty()) {
            out.nullValue();
            return true;
        }
        out.beginObject();
        for (var member : members.members().entrySet()) {
            ValueType.Member known = StructMembers.tryMember(struct, member.getKey());
            if (known == null) {
                return false;
            }
            out.name(known.name());
            if (!value(member.getValue(), known.type(), depth + 1)) {
                return false;
            }
        }
        out.endObject();
        return true;
    }

    private boolean primitive(JsonValue value, ValueType.Primitive type) {
        return switch (type.primitive()) {
            case POINT2D, POINT3D -> point(value, type);
            case DATE_TIME -> dateTime(value);
            case GEOMETRY -> false;
            default -> scalar(value, type.primitive());
        };
    }

    private boolean point(JsonValue value, ValueType.Primitive type) {
        double[] coordinates = StructMembers.tryPoint(value, type);
        if (coordinates == null) {
            return false;
        }
        out.beginObject();
        for (int i = 0; i < coordinates.length; i++) {
            out.name(type.leaves().get(i).equals("X") ? "x" : i == 1 ? "y" : "z");
            real(coordinates[i]);
        }
        out.endObject();
        return true;
    }

    /** With a decimal point also when it is whole. */
    private void real(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            byte[] text = (Long.toString((long) value) + ".0").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            out.raw(text, 0, text.length);
        } else {
            out.value(value);
        }
    }

    private boolean dateTime(JsonValue value) {
        DateTimeText moment = value instanceof JsonValue.Text text ? DateTimeText.tryParse(text.value()) : null;
        if (moment == null) {
            return false;
        }
        out.value(moment.julianDay());
        return true;
    }

    private boolean scalar(JsonValue value, PrimitiveType type) {
        switch (value) {
            case JsonValue.Text text -> {
                String prefixed = StructMembers.tryBase64(text);
                if (type != PrimitiveType.BINARY || prefixed == null) {
                    out.value(text.value());
                } else if (prefixed.isEmpty()) {
                    out.nullValue();
                } else {
                    out.value(prefixed);
                }
            }
            case JsonValue.Number number -> {
                if (number.integral()) {
                    out.value(number.exact());
                } else {
                    out.value(number.value());
                }
            }
            case JsonValue.Bool bool -> out.value(bool.value());
            default -> {
                return false;
            }
        }
        return true;
    }
}
