package org.imodel4j.ecsql.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.imodel4j.ec.DateTimeInfo;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECProperty;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ec.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** The types of properties, and of what a path finds inside a value. */
public final class Types {
    private static final int MAX_STRUCT_DEPTH = 40;
    private static final Set<String> ID_TYPES =
            Set.of("Id", "ClassId", "SourceId", "SourceClassId", "TargetId", "TargetClassId", "NavId", "NavRelClassId");
    static final String POINT_CLASS = "ECDbSystem:PointECSqlSystemProperties";

    private final ECSchemas schemas;

    public Types(ECSchemas schemas) {
        this.schemas = schemas;
    }

    /** What a path found: the type, and how metadata names it. */
    record Found(ValueType type, String name, String className) {}

    public ValueType of(ECProperty property) {
        return of(property, 0);
    }

    private ValueType of(ECProperty property, int depth) {
        return switch (property.kind()) {
            case PRIMITIVE -> primitive(property);
            case PRIMITIVE_ARRAY -> new ValueType.PrimitiveArray(primitive(property));
            case STRUCT -> struct(property.structClassId(), depth);
            case STRUCT_ARRAY -> new ValueType.StructArray(struct(property.structClassId(), depth));
            case NAVIGATION -> {
                ECProperty.Navigation navigation = property.navigation();
                yield new ValueType.Navigation(navigation == null ? 0 : navigation.relationshipClassId());
            }
        };
    }

    private ValueType.Primitive primitive(ECProperty property) {
        PrimitiveType type = property.primitive() == null ? PrimitiveType.INTEGER : property.primitive();
        // Without the custom attribute a property says nothing about its kind.
        DateTimeInfo dateTime = property.dateTime() == DateTimeInfo.NONE ? null : property.dateTime();
        return new ValueType.Primitive(type, property.extendedType(), dateTime, enumeration(property.enumerationId()));
    }

    private @Nullable String enumeration(@Nullable Long id) {
        return id == null ? null : schemas.enumeration(id).item().dottedName();
    }

    private ValueType.Struct struct(@Nullable Long structClassId, int depth) {
        if (structClassId == null || depth > MAX_STRUCT_DEPTH) {
            throw ECSqlFailure.of("A struct property has no struct class or nests without end.");
        }
        ECClass struct = schemas.classById(structClassId);
        List<ValueType.Member> members = new ArrayList<>();
        for (ECProperty member : struct.properties()) {
            members.add(new ValueType.Member(member.name(), declaringClass(member), of(member, depth + 1)));
        }
        return new ValueType.Struct(struct, members);
    }

    String declaringClass(ECProperty property) {
        return schemas.classById(property.declaringClassId()).fullName();
    }

    /** True for values that hold the id of an instance or a class. */
    public static boolean isId(ValueType type) {
        return type instanceof ValueType.Primitive primitive
                && primitive.primitive() == PrimitiveType.LONG
                && primitive.extendedType() != null
                && ID_TYPES.contains(primitive.extendedType());
    }

    /** Values that say nothing about their kind fit all others; a date fits every kind. */
    public static boolean sameDateTime(@Nullable DateTimeInfo left, @Nullable DateTimeInfo right) {
        if (left == null || right == null) {
            return true;
        }
        boolean leftTime = left.component() == DateTimeInfo.Component.TIME_OF_DAY;
        boolean rightTime = right.component() == DateTimeInfo.Component.TIME_OF_DAY;
        if (leftTime || rightTime) {
            return leftTime && rightTime;
        }
        boolean date =
                left.component() == DateTimeInfo.Component.DATE || right.component() == DateTimeInfo.Component.DATE;
        return date || left.kind() == right.kind();
    }

    static boolean sameTime(ValueType left, ValueType right) {
        return !(left instanceof ValueType.Primitive a && right instanceof ValueType.Primitive b)
                || sameDateTime(a.dateTime(), b.dateTime());
    }

    /** One step down from a value, or null when it has no such part. */
    static @Nullable Found step(ValueType type, String name) {
        return switch (type) {
            case ValueType.Primitive point when point.isPoint() -> coordinate(point, name);
            case ValueType.Struct struct -> member(struct, name);
            case ValueType.Navigation navigation -> navigationPart(name);
            default -> null;
        };
    }

    private static @Nullable Found coordinate(ValueType.Primitive point, String name) {
        for (String leaf : point.leaves()) {
            if (leaf.equalsIgnoreCase(name)) {
                return new Found(ValueType.DOUBLE, leaf, POINT_CLASS);
            }
        }
        return null;
    }

    private static @Nullable Found member(ValueType.Struct struct, String name) {
        for (ValueType.Member member : struct.members()) {
            if (member.name().equalsIgnoreCase(name)) {
                return new Found(member.type(), member.name(), member.declaringClass());
            }
        }
        return null;
    }

    private static @Nullable Found navigationPart(String name) {
        if (name.equalsIgnoreCase("Id")) {
            return new Found(ValueType.NAV_ID, "Id", "");
        }
        return name.equalsIgnoreCase("RelECClassId") ? new Found(ValueType.NAV_CLASS_ID, "RelECClassId", "") : null;
    }
}
