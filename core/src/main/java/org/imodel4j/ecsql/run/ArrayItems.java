package org.imodel4j.ecsql.run;

import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.imodel4j.ec.StoredNumber;
import org.imodel4j.ecsql.resolve.ValueType;
import org.imodel4j.error.IModelException;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;

/**
 * Writes arrays, which files hold as JSON text: Julian days become ISO text, base64 text becomes a blob, members get the names
 * of the format. Items that are null are left out, as the reference does.
 */
record ArrayItems(ValueType item, Rendering rendering) {
    /** @param json what the column holds; anything but an array counts as NULL */
    void write(byte[] json, RowSink sink) {
        JsonValue parsed;
        try {
            parsed = Json.parse(json);
        } catch (IModelException notJson) {
            return;
        }
        if (parsed instanceof JsonArray array) {
            JsonWriter out = sink.begin().beginArray();
            for (JsonValue value : array.items()) {
                if (!(value instanceof JsonValue.Null)) {
                    value(value, item, out);
                }
            }
            out.endArray();
        }
    }

    private void value(JsonValue value, ValueType type, JsonWriter out) {
        switch (type) {
            case ValueType.Primitive primitive -> primitive(value, primitive, out);
            case ValueType.Struct struct -> struct(value, struct, out);
            case ValueType.PrimitiveArray array -> items(value, array.item(), out);
            case ValueType.StructArray array -> items(value, array.item(), out);
            case ValueType.Navigation navigation -> out.value(value);
            case ValueType.Null none -> out.value(value);
            case ValueType.Unknown unknown -> out.value(value);
            case ValueType.Dynamic dynamic -> out.value(value);
        }
    }

    private void items(JsonValue value, ValueType type, JsonWriter out) {
        out.beginArray();
        if (value instanceof JsonArray array) {
            for (JsonValue each : array.items()) {
                if (!(each instanceof JsonValue.Null)) {
                    value(each, type, out);
                }
            }
        }
        out.endArray();
    }

    private void primitive(JsonValue value, ValueType.Primitive type, JsonWriter out) {
        switch (type.primitive()) {
            case DATE_TIME -> {
                if (value instanceof JsonValue.Number number) {
                    ColumnReader.OfDateTime.text(out, number.value(), type.dateTime());
                } else {
                    out.value(value);
                }
            }
            case BINARY, GEOMETRY -> binary(value, type, out);
            case POINT2D, POINT3D -> point(value, type, out);
            case BOOLEAN ->
                out.value(
                        value instanceof JsonValue.Bool bool
                                ? bool.value()
                                : value instanceof JsonValue.Number number && number.value() != 0);
            case DOUBLE, LONG -> real(value, out);
            default -> out.value(value);
        }
    }

    private void real(JsonValue value, JsonWriter out) {
        if (rendering.instance() && value instanceof JsonValue.Number number) {
            InstanceNumbers.write(out, number.value());
        } else {
            out.value(
                    value instanceof JsonValue.Number number && !number.integral()
                            ? JsonValue.of(StoredNumber.reread(number.value()))
                            : value);
        }
    }

    private void binary(JsonValue value, ValueType.Primitive type, JsonWriter out) {
        if (!(value instanceof JsonValue.Text text)) {
            out.value(value);
            return;
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text.value());
        } catch (IllegalArgumentException notBase64) {
            out.value(value);
            return;
        }
        if ("BeGuid".equals(type.extendedType()) && bytes.length == 16) {
            out.guid(bytes);
        } else {
            ColumnReader.OfBlob.blob(out, bytes, rendering.abbreviateBlobs());
        }
    }

    private void point(JsonValue value, ValueType.Primitive type, JsonWriter out) {
        out.beginObject();
        if (value instanceof JsonObject object) {
            for (String leaf : type.leaves()) {
                String stored = leaf.toLowerCase(Locale.ROOT);
                JsonValue coordinate = object.get(stored);
                if (coordinate != null) {
                    out.name(rendering.js() ? stored : leaf);
                    real(coordinate, out);
                }
            }
        }
        out.endObject();
    }

    private void struct(JsonValue value, ValueType.Struct type, JsonWriter out) {
        out.beginObject();
        if (value instanceof JsonObject object) {
            for (Map.Entry<String, JsonValue> entry : object.members().entrySet()) {
                if (entry.getValue() instanceof JsonValue.Null) {
                    continue;
                }
                out.name(rendering.memberName(entry.getKey()));
                ValueType member = ValueType.UNKNOWN;
                for (ValueType.Member candidate : type.members()) {
                    member = candidate.name().equalsIgnoreCase(entry.getKey()) ? candidate.type() : member;
                }
                value(entry.getValue(), member, out);
            }
        }
        out.endObject();
    }
}
