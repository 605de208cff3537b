package org.imodel4j.bis.write;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECProperty;
import org.imodel4j.ec.ECProperty.Navigation;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.id.Guid;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Makes the setters of the properties of one class. */
final class PropertySetters {
    /** Structs in structs: no schema nests deeper. */
    private static final int DEEPEST = 32;

    private static final String[] AXES = {"X", "Y", "Z"};

    private final ECSchemas schemas;
    private final ClassTables tables;

    PropertySetters(ECSchemas schemas, ClassTables tables) {
        this.schemas = schemas;
        this.tables = tables;
    }

    /** Null for properties without a column. */
    @Nullable
    ValueSetter of(ECProperty property) {
        return of(property, property.name(), 0);
    }

    private @Nullable ValueSetter of(ECProperty property, String path, int depth) {
        return switch (property.kind()) {
            case PRIMITIVE -> primitive(property, path);
            case STRUCT -> struct(property, path, depth);
            case PRIMITIVE_ARRAY, STRUCT_ARRAY -> array(property, path);
            case NAVIGATION -> navigation(property, path);
        };
    }

    private @Nullable ValueSetter primitive(ECProperty property, String path) {
        PrimitiveType type = property.primitive();
        if (type == null) {
            return null;
        }
        if (type == PrimitiveType.POINT2D || type == PrimitiveType.POINT3D) {
            int[] columns = new int[type == PrimitiveType.POINT2D ? 2 : 3];
            for (int i = 0; i < columns.length; i++) {
                columns[i] = tables.column(path + '.' + AXES[i]);
                if (columns[i] < 0) {
                    return null;
                }
            }
            return new PointSetter(columns);
        }
        int column = tables.column(path);
        if (column < 0) {
            return null;
        }
        boolean guid = "BeGuid".equalsIgnoreCase(property.extendedType());
        return switch (type) {
            case STRING -> ScalarSetter.text(column);
            case INTEGER -> ScalarSetter.integer(column);
            case LONG -> ScalarSetter.longInteger(column);
            case DOUBLE -> ScalarSetter.real(column);
            case BOOLEAN -> ScalarSetter.bool(column);
            case DATE_TIME -> ScalarSetter.dateTime(column);
            case BINARY -> guid ? guid(column) : ScalarSetter.binary(column);
            case GEOMETRY -> ScalarSetter.geometry(column);
            case POINT2D, POINT3D -> null;
        };
    }

    /** Text that is no GUID clears the property. */
    private static ValueSetter guid(int column) {
        return (value, row) -> {
            Guid guid = value instanceof JsonValue.Text text ? Guid.tryParse(text.value()) : null;
            if (guid == null) {
                row.setNull(column);
            } else {
                row.setBlob(column, guid.toBytes());
            }
            return true;
        };
    }

    private @Nullable ValueSetter struct(ECProperty property, String path, int depth) {
        ECClass structClass = property.structClassId() == null ? null : schemas.tryClassById(property.structClassId());
        if (structClass == null || depth >= DEEPEST) {
            return null;
        }
        Map<String, ValueSetter> members = new HashMap<>();
        for (ECProperty member : structClass.properties()) {
            ValueSetter setter = of(member, path + '.' + member.name(), depth + 1);
            if (setter != null) {
                members.put(member.name().toLowerCase(Locale.ROOT), setter);
            }
        }
        return members.isEmpty() ? null : new StructSetter(members);
    }

    private @Nullable ValueSetter array(ECProperty property, String path) {
        int column = tables.column(path);
        if (column < 0) {
            return null;
        }
        return (value, row) -> {
            if (value instanceof JsonArray items && items.size() > 0) {
                row.setText(column, StoredArray.of(items, property, schemas));
                return true;
            }
            boolean clears = value instanceof JsonValue.Null || value instanceof JsonArray;
            if (clears) {
                row.setNull(column);
            }
            return clears;
        };
    }

    private @Nullable ValueSetter navigation(ECProperty property, String path) {
        Navigation navigation = property.navigation();
        int id = tables.column(path + ".Id");
        if (navigation == null || id < 0) {
            return null;
        }
        int relationship = tables.column(path + ".RelECClassId");
        return new NavigationSetter(schemas, id, relationship);
    }

    /** A point of finite coordinates. */
    private record PointSetter(int[] columns) implements ValueSetter {
        @Override
        public boolean set(JsonValue value, ValueRow row) {
            if (value instanceof JsonValue.Null) {
                for (int column : columns) {
                    row.setNull(column);
                }
                return true;
            }
            if (!JsonMember.isPoint(value, columns.length)) {
                return false;
            }
            double[] point = JsonMember.point(value, columns.length);
            for (int i = 0; i < columns.length; i++) {
                row.setDouble(columns[i], point[i]);
            }
            return true;
        }
    }

    /** Members that the struct does not have, or that do not fit, are left out and make the value unfit; the others are set. */
    private record StructSetter(Map<String, ValueSetter> members) implements ValueSetter {
        @Override
        public boolean set(JsonValue value, ValueRow row) {
            if (value instanceof JsonValue.Null) {
                members.values().forEach(member -> member.set(JsonValue.NULL, row));
                return true;
            }
            if (!(value instanceof JsonObject object)) {
                return false;
            }
            boolean fits = true;
            for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                ValueSetter setter = members.get(member.getKey().toLowerCase(Locale.ROOT));
                fits &= setter != null && setter.set(member.getValue(), row);
            }
            return fits;
        }
    }
}
