package org.imodel4j.bis;

import java.util.Base64;
import java.util.Map;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECProperty;
import org.imodel4j.ec.ECProperty.Kind;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ec.StoredNumber;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * Reads an array from its stored JSON text: members of structs are renamed, times become ISO text, bytes are decoded, null
 * items are left out, but for structs, which are without members then. Text that is no JSON array reads as an empty one.
 *
 * @param depth how many structs the array stands in
 */
record ArrayReader(int column, ECProperty property, ValueStyle style, int depth) implements ValueReader {
    @Override
    public boolean isNull(Row row) {
        return row.isNull(column) || row.bytes(column).length == 0;
    }

    @Override
    public void write(Row row, JsonWriter out) {
        byte[] stored = row.bytes(column);
        JsonScanner.Kind kind = isStoredAsGiven() ? JsonText.scan(stored) : JsonScanner.Kind.ODD;
        if (stored[0] == '[' && (kind == JsonScanner.Kind.PLAIN || kind == JsonScanner.Kind.MIXED)) {
            JsonText.write(stored, kind, out);
        } else {
            items(JsonText.tryParse(stored), property, depth, row, out);
        }
    }

    private boolean isStoredAsGiven() {
        PrimitiveType type = property.primitive();
        return property.kind() == Kind.PRIMITIVE_ARRAY
                && (type == PrimitiveType.STRING
                        || type == PrimitiveType.INTEGER
                        || type == PrimitiveType.LONG
                        || type == PrimitiveType.DOUBLE
                        || type == PrimitiveType.BOOLEAN);
    }

    private void items(@Nullable JsonValue stored, ECProperty array, int depth, Row row, JsonWriter out) {
        out.beginArray();
        if (stored instanceof JsonArray items) {
            for (JsonValue item : items.items()) {
                if (array.kind() == Kind.STRUCT_ARRAY) {
                    struct(item, array, depth, row, out);
                } else {
                    primitive(item, array, depth, row, out);
                }
            }
        }
        out.endArray();
    }

    private void struct(JsonValue item, ECProperty property, int depth, Row row, JsonWriter out) {
        ECClass structClass =
                property.structClassId() == null ? null : row.schemas.tryClassById(property.structClassId());
        if (structClass == null) {
            return;
        }
        JsonObject object = item instanceof JsonObject members ? members : JsonObject.EMPTY;
        out.beginObject();
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            ECProperty declared = structClass.tryProperty(member.getKey());
            if (declared != null && isWritable(declared, member.getValue())) {
                out.name(NamedValue.jsonName(declared.name()));
                member(member.getValue(), declared, depth + 1, row, out);
            }
        }
        out.endObject();
    }

    private void member(JsonValue value, ECProperty declared, int depth, Row row, JsonWriter out) {
        switch (declared.kind()) {
            case PRIMITIVE, NAVIGATION -> primitive(value, declared, depth, row, out);
            case STRUCT -> struct(value, declared, depth, row, out);
            case PRIMITIVE_ARRAY, STRUCT_ARRAY -> items(value, declared, depth, row, out);
        }
    }

    /** Whether {@link #member} writes exactly one value. */
    private static boolean isWritable(ECProperty declared, JsonValue value) {
        return switch (declared.kind()) {
            case PRIMITIVE -> isWritable(declared.primitive(), value);
            case STRUCT -> value instanceof JsonObject && declared.structClassId() != null;
            case PRIMITIVE_ARRAY, STRUCT_ARRAY -> value instanceof JsonArray;
            case NAVIGATION -> false;
        };
    }

    private static boolean isWritable(@Nullable PrimitiveType type, JsonValue value) {
        return switch (type) {
            case null -> false;
            case STRING -> value instanceof JsonValue.Text;
            case INTEGER, LONG, DOUBLE, DATE_TIME -> value instanceof JsonValue.Number;
            case BOOLEAN -> value instanceof JsonValue.Bool;
            case BINARY -> value instanceof JsonValue.Text;
            case POINT2D, POINT3D -> value instanceof JsonObject;
            case GEOMETRY -> false;
        };
    }

    private void primitive(JsonValue value, ECProperty declared, int depth, Row row, JsonWriter out) {
        if (!isWritable(declared.primitive(), value)) {
            return;
        }
        if (value instanceof JsonValue.Number number && declared.primitive() == PrimitiveType.DATE_TIME) {
            row.writeDateTime(number.value(), ValueReaders.info(declared), out);
        } else if (value instanceof JsonValue.Text text && declared.primitive() == PrimitiveType.BINARY) {
            binary(text.value(), declared, row, out);
        } else if (value instanceof JsonObject point) {
            point(point, declared.primitive() == PrimitiveType.POINT3D, depth, out);
        } else {
            JsonText.write(value, out);
        }
    }

    private void binary(String base64, ECProperty declared, Row row, JsonWriter out) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            bytes = new byte[0];
        }
        if (bytes.length == 16 && ValueReaders.isGuid(declared)) {
            out.guid(bytes);
        } else {
            style.writeBinary(bytes, row, out);
        }
    }

    private void point(JsonObject point, boolean solid, int depth, JsonWriter out) {
        boolean asArray = style.pointsAreArrays() && depth == 0;
        if (asArray) {
            out.beginArray().value(coordinate(point, "x")).value(coordinate(point, "y"));
            if (solid) {
                out.value(coordinate(point, "z"));
            }
            out.endArray();
            return;
        }
        out.beginObject().name("x").value(coordinate(point, "x"));
        out.name("y").value(coordinate(point, "y"));
        if (solid) {
            out.name("z").value(coordinate(point, "z"));
        }
        out.endObject();
    }

    private static double coordinate(JsonObject point, String axis) {
        JsonValue.Number number = point.number(axis);
        return number == null ? 0 : StoredNumber.reread(number.value());
    }
}
