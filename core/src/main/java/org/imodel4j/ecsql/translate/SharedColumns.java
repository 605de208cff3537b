package org.imodel4j.ecsql.translate;

import org.imodel4j.ec.ClassMap.Column;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECProperty;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ecsql.resolve.Types;
import org.imodel4j.ecsql.resolve.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * Gives columns that several properties share the type of the property that is meant. They have none of their own, so that {@code Rank='5'}
 * would never be true of a number there. Statements that write do so, and queries do not; observed at the reference.
 */
final class SharedColumns {
    private static final int SHARED = 4;

    private final ECClass ecClass;
    private final Types types;

    SharedColumns(ECSchemas schemas, ECClass ecClass) {
        this.ecClass = ecClass;
        this.types = new Types(schemas);
    }

    /** @param sql the column as the statement names it */
    String typed(Column column, String sql) {
        String type = (column.kind() & SHARED) == 0 ? null : sqlType(column.accessString());
        return type == null ? sql : "CAST(" + sql + " AS " + type + ')';
    }

    private @Nullable String sqlType(String path) {
        int dot = path.indexOf('.');
        ECProperty property = ecClass.tryProperty(dot < 0 ? path : path.substring(0, dot));
        if (property == null) {
            return null;
        }
        ValueType whole = types.of(property);
        if (dot < 0) {
            return sqlType(whole);
        }
        if (whole instanceof ValueType.Struct struct) {
            ValueType leaf = struct.leafType(path.substring(dot + 1));
            return leaf == null ? null : sqlType(leaf);
        }
        return whole instanceof ValueType.Navigation ? "INTEGER" : "REAL";
    }

    private static @Nullable String sqlType(ValueType type) {
        return switch (type) {
            case ValueType.Primitive primitive ->
                switch (primitive.primitive()) {
                    case STRING -> "TEXT";
                    case INTEGER, LONG -> "INTEGER";
                    case DOUBLE, POINT2D, POINT3D -> "REAL";
                    case DATE_TIME -> "TIMESTAMP";
                    case BOOLEAN -> "BOOLEAN";
                    case BINARY, GEOMETRY -> null;
                };
            case ValueType.PrimitiveArray array -> "TEXT";
            case ValueType.StructArray array -> "TEXT";
            default -> null;
        };
    }
}
