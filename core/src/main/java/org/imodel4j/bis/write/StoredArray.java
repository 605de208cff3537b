package org.imodel4j.bis.write;

import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.Map;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECProperty;
import org.imodel4j.ec.ECProperty.Kind;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ecsql.run.DateTimeText;
import org.imodel4j.id.Guid;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * The JSON text that a file holds for an array that came in props. It has as many items: from the first primitive value on that does not fit they are
 * null, and so is what is no struct: observed at the reference.
 */
final class StoredArray {
    private static final int DEEPEST = 32;

    private final ECSchemas schemas;
    private final JsonWriter out = new JsonWriter();

    private StoredArray(ECSchemas schemas) {
        this.schemas = schemas;
    }

    static String of(JsonArray items, ECProperty property, ECSchemas schemas) {
        StoredArray array = new StoredArray(schemas);
        array.items(items, property, 0);
        return new String(array.out.bytes(), StandardCharsets.UTF_8);
    }

    private void items(JsonArray items, ECProperty property, int depth) {
        boolean fits = true;
        out.beginArray();
        for (JsonValue item : items.items()) {
            if (property.kind() == Kind.STRUCT_ARRAY) {
                struct(item, property, depth);
            } else if (item instanceof JsonValue.Null || !fits) {
                out.nullValue();
            } else {
                fits = primitive(item, property.primitive(), null);
                if (!fits) {
                    out.nullValue();
                }
            }
        }
        out.endArray();
    }

    /** Its members in the order in which its class has them; one without any is null. */
    private void struct(JsonValue item, ECProperty property, int depth) {
        ECClass structClass = property.structClassId() == null ? null : schemas.tryClassById(property.structClassId());
        long before = out.mark();
        out.beginObject();
        long empty = out.size();
        if (structClass != null && item instanceof JsonObject object && depth < DEEPEST) {
            Map<ECProperty, JsonValue> values = new IdentityHashMap<>();
            object.members().forEach((name, value) -> {
                ECProperty declared = structClass.tryProperty(name);
                if (declared != null) {
                    values.put(declared, value);
                }
            });
            for (ECProperty declared : structClass.properties()) {
                JsonValue value = values.get(declared);
                if (value != null) {
                    member(declared, value, depth + 1);
                }
            }
        }
        if (out.size() == empty && out.rollback(before)) {
            out.nullValue();
        } else {
            out.endObject();
        }
    }

    private void member(ECProperty declared, JsonValue value, int depth) {
        long before = out.mark();
        out.name(declared.name());
        boolean written =
                switch (declared.kind()) {
                    case PRIMITIVE -> primitive(value, declared.primitive(), declared.extendedType());
                    case STRUCT -> {
                        if (value instanceof JsonObject) {
                            struct(value, declared, depth);
                        }
                        yield value instanceof JsonObject;
                    }
                    case PRIMITIVE_ARRAY, STRUCT_ARRAY -> {
                        boolean fits = value instanceof JsonArray array && array.size() > 0;
                        if (fits) {
                            items((JsonArray) value, declared, depth);
                        }
                        yield fits;
                    }
                    case NAVIGATION -> false;
                };
        if (!written && !out.rollback(before)) {
            throw new IllegalStateException("what was written has left");
        }
    }

    /** False, and nothing written, for what does not fit. */
    private boolean primitive(JsonValue value, @Nullable PrimitiveType type, @Nullable String extendedType) {
        if (value instanceof JsonValue.Null) {
            return false;
        }
        switch (type) {
            case STRING -> {
                if (!(value instanceof JsonValue.Text text)) {
                    return false;
                }
                out.value(StoredText.of(text.value()));
            }
            case INTEGER -> out.value((long) JsonMember.integer(value));
            case LONG -> out.value(JsonMember.longInteger(value));
            case DOUBLE -> {
                if (!(value instanceof JsonValue.Number number)) {
                    return false;
                }
                real(number.value());
            }
            case BOOLEAN -> {
                if (!(value instanceof JsonValue.Bool bool)) {
                    return false;
                }
                out.value(bool.value());
            }
            case DATE_TIME -> {
                DateTimeText moment = value instanceof JsonValue.Text text ? DateTimeText.tryParse(text.value()) : null;
                if (moment == null) {
                    return false;
                }
                real(moment.julianDay());
            }
            case BINARY -> {
                return binary(value, "BeGuid".equalsIgnoreCase(extendedType));
            }
            case POINT2D, POINT3D -> {
                return point(value, type == PrimitiveType.POINT2D ? 2 : 3);
            }
            case null, default -> {
                return false;
            }
        }
        return true;
    }

    private boolean binary(JsonValue value, boolean guid) {
        Guid parsed = guid && value instanceof JsonValue.Text text ? Guid.tryParse(text.value()) : null;
        byte[] bytes = parsed == null ? ScalarSetter.tryBytes(value) : parsed.toBytes();
        if (bytes == null || bytes.length == 0) {
            return false;
        }
        out.base64("", bytes);
        return true;
    }

    private boolean point(JsonValue value, int dimensions) {
        if (!JsonMember.isPoint(value, dimensions)) {
            return false;
        }
        double[] point = JsonMember.point(value, dimensions);
        out.beginObject().name("x");
        real(point[0]);
        out.name("y");
        real(point[1]);
        if (dimensions == 3) {
            out.name("z");
            real(point[2]);
        }
        out.endObject();
        return true;
    }

    private void real(double value) {
        StoredReal.write(value, out);
    }
}
