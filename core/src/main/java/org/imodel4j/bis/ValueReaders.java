package org.imodel4j.bis;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.ec.DateTimeInfo;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECProperty;
import org.imodel4j.ec.ECProperty.Navigation;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ec.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** Makes the value readers of the properties of one class. */
final class ValueReaders {
    /** Structs in structs: no schema nests deeper. Damaged ones contain themselves, but then nothing is stored for them. */
    private static final int DEEPEST = 32;

    private final ECSchemas schemas;
    private final Selection selection;
    private final ValueStyle style;

    ValueReaders(ECSchemas schemas, Selection selection, ValueStyle style) {
        this.schemas = schemas;
        this.selection = selection;
        this.style = style;
    }

    /** Null for properties that have no column. */
    @Nullable
    ValueReader of(ECProperty property) {
        return of(property, property.name(), 0);
    }

    private @Nullable ValueReader of(ECProperty property, String path, int depth) {
        return switch (property.kind()) {
            case PRIMITIVE -> primitive(property, path, depth);
            case STRUCT -> struct(property, path, depth);
            case PRIMITIVE_ARRAY, STRUCT_ARRAY -> array(property, path, depth);
            case NAVIGATION -> navigation(property, path);
        };
    }

    private @Nullable ValueReader primitive(ECProperty property, String path, int depth) {
        PrimitiveType type = property.primitive();
        if (type == PrimitiveType.POINT2D || type == PrimitiveType.POINT3D) {
            int x = selection.column(path + ".X");
            int y = selection.column(path + ".Y");
            int z = type == PrimitiveType.POINT3D ? selection.column(path + ".Z") : x;
            if (x < 0 || y < 0 || z < 0) {
                return null;
            }
            boolean asArray = style.pointsAreArrays() && depth == 0;
            return new PointReader(x, y, type == PrimitiveType.POINT3D ? z : Selection.NONE, asArray);
        }
        int column = selection.column(path);
        if (column < 0 || type == null) {
            return null;
        }
        return switch (type) {
            case STRING -> new ColumnReader.Text(column);
            case INTEGER, LONG -> new ColumnReader.Integer(column);
            case DOUBLE -> new ColumnReader.Number(column);
            case BOOLEAN -> new ColumnReader.Bool(column);
            case DATE_TIME -> new ColumnReader.DateTime(column, info(property));
            case BINARY -> new ColumnReader.Binary(column, isGuid(property), style);
            case GEOMETRY -> new ColumnReader.Geometry(column);
            case POINT2D, POINT3D -> null;
        };
    }

    static DateTimeInfo info(ECProperty property) {
        DateTimeInfo info = property.dateTime();
        return info == null ? DateTimeInfo.NONE : info;
    }

    static boolean isGuid(ECProperty property) {
        return "BeGuid".equalsIgnoreCase(property.extendedType());
    }

    private @Nullable ValueReader struct(ECProperty property, String path, int depth) {
        ECClass structClass = property.structClassId() == null ? null : schemas.tryClassById(property.structClassId());
        if (structClass == null || depth >= DEEPEST || !selection.hasMembers(path)) {
            return null;
        }
        List<NamedValue> members = new ArrayList<>();
        for (ECProperty member : structClass.properties()) {
            ValueReader reader = of(member, path + '.' + member.name(), depth + 1);
            if (reader != null) {
                members.add(new NamedValue(member.name(), reader));
            }
        }
        return members.isEmpty() ? null : new StructReader(List.copyOf(members));
    }

    private @Nullable ValueReader array(ECProperty property, String path, int depth) {
        int column = selection.column(path);
        return column < 0 ? null : new ArrayReader(column, property, style, depth);
    }

    private @Nullable ValueReader navigation(ECProperty property, String path) {
        Navigation navigation = property.navigation();
        return navigation == null ? null : navigation(path, true);
    }

    /** The reader of a navigation property as {@code {id, relClassName}}, with a dot or a colon in the name. */
    @Nullable
    ValueReader navigation(String path, boolean dotted) {
        int id = selection.column(path + ".Id");
        if (id < 0) {
            return null;
        }
        int classId = selection.column(path + ".RelECClassId");
        return new NavigationReader(id, classId, selection.constantClassId(path + ".RelECClassId"), dotted);
    }
}
