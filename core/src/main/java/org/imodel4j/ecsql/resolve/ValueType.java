package org.imodel4j.ecsql.resolve;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.ec.DateTimeInfo;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.PrimitiveType;
import org.jspecify.annotations.Nullable;

/**
 * The type of a value in ECSQL.
 *
 * <p>A value occupies one or more SQL columns, its <em>leaves</em>; each has an access string below the value itself, such as
 * {@code X} of a point, and the empty one for a scalar.
 */
public sealed interface ValueType {
    /** As column metadata spells it. */
    String typeName();

    /** Access strings of the leaves below the value, in the order of their SQL columns. */
    List<String> leaves();

    /** The extended type that column metadata shows, or null. */
    default @Nullable String extendedType() {
        return null;
    }

    /**
     * Numbers, strings, points and the like.
     *
     * @param dateTime null when nothing says how a DateTime is meant
     * @param enumeration {@code Schema.Enumeration} when an enumeration types the value
     */
    record Primitive(
            PrimitiveType primitive,
            @Nullable String extendedType,
            @Nullable DateTimeInfo dateTime,
            @Nullable String enumeration)
            implements ValueType {
        public Primitive(PrimitiveType primitive) {
            this(primitive, null, null, null);
        }

        public Primitive(PrimitiveType primitive, String extendedType) {
            this(primitive, extendedType, null, null);
        }

        @Override
        public String typeName() {
            return enumeration == null ? primitive.typeName() : enumeration;
        }

        @Override
        public List<String> leaves() {
            return switch (primitive) {
                case POINT2D -> POINT2D_LEAVES;
                case POINT3D -> POINT3D_LEAVES;
                default -> SCALAR_LEAVES;
            };
        }

        public boolean isPoint() {
            return primitive == PrimitiveType.POINT2D || primitive == PrimitiveType.POINT3D;
        }
    }

    /** @param members in declared order, inherited ones first */
    record Struct(ECClass struct, List<Member> members) implements ValueType {
        public Struct {
            members = List.copyOf(members);
        }

        @Override
        public String typeName() {
            return struct.dottedName();
        }

        @Override
        public List<String> leaves() {
            List<String> leaves = new ArrayList<>();
            for (Member member : members) {
                for (String leaf : member.type().leaves()) {
                    leaves.add(leaf.isEmpty() ? member.name() : member.name() + '.' + leaf);
                }
            }
            return leaves;
        }

        /** The type of the value that a leaf is, or is a coordinate or an end of; null when there is none of that name. */
        public @Nullable ValueType leafType(String leaf) {
            int dot = leaf.indexOf('.');
            String first = dot < 0 ? leaf : leaf.substring(0, dot);
            for (Member member : members) {
                if (member.name().equals(first)) {
                    return dot < 0
                            ? member.type()
                            : switch (member.type()) {
                                case Struct inner -> inner.leafType(leaf.substring(dot + 1));
                                case Navigation ends -> leaf.endsWith("Id") ? NAV_ID : null;
                                default -> DOUBLE;
                            };
                }
            }
            return null;
        }

        /** True when a struct array is somewhere inside. */
        public boolean hasStructArray() {
            for (Member member : members) {
                if (member.type() instanceof StructArray
                        || (member.type() instanceof Struct inner && inner.hasStructArray())) {
                    return true;
                }
            }
            return false;
        }
    }

    /** @param declaringClass {@code Schema:Class} of the struct class that declares the member */
    record Member(String name, String declaringClass, ValueType type) {}

    /** Stored as JSON text in one column. */
    record PrimitiveArray(Primitive item) implements ValueType {
        @Override
        public String typeName() {
            return item.typeName();
        }

        @Override
        public List<String> leaves() {
            return SCALAR_LEAVES;
        }
    }

    /** Stored as JSON text in one column. */
    record StructArray(Struct item) implements ValueType {
        @Override
        public String typeName() {
            return item.typeName();
        }

        @Override
        public List<String> leaves() {
            return SCALAR_LEAVES;
        }
    }

    record Navigation(long relationshipClassId) implements ValueType {
        @Override
        public String typeName() {
            return "navigation";
        }

        @Override
        public List<String> leaves() {
            return NAVIGATION_LEAVES;
        }
    }

    /** The NULL literal: fits everywhere. */
    record Null() implements ValueType {
        @Override
        public String typeName() {
            return PrimitiveType.INTEGER.typeName();
        }

        @Override
        public List<String> leaves() {
            return SCALAR_LEAVES;
        }

        @Override
        public String extendedType() {
            return "NULL";
        }
    }

    /** A parameter whose place does not say what it must be. */
    record Unknown() implements ValueType {
        @Override
        public String typeName() {
            return PrimitiveType.STRING.typeName();
        }

        @Override
        public List<String> leaves() {
            return SCALAR_LEAVES;
        }
    }

    /** The value of an instance property: number, text or blob as each row has it. */
    record Dynamic() implements ValueType {
        @Override
        public String typeName() {
            return PrimitiveType.STRING.typeName();
        }

        @Override
        public List<String> leaves() {
            return SCALAR_LEAVES;
        }

        @Override
        public String extendedType() {
            return "json";
        }
    }

    List<String> SCALAR_LEAVES = List.of("");
    List<String> POINT2D_LEAVES = List.of("X", "Y");
    List<String> POINT3D_LEAVES = List.of("X", "Y", "Z");
    List<String> NAVIGATION_LEAVES = List.of("Id", "RelECClassId");

    ValueType NULL = new Null();
    ValueType UNKNOWN = new Unknown();
    ValueType DYNAMIC = new Dynamic();
    Primitive BOOLEAN = new Primitive(PrimitiveType.BOOLEAN);
    Primitive INTEGER = new Primitive(PrimitiveType.INTEGER);
    Primitive LONG = new Primitive(PrimitiveType.LONG);
    Primitive DOUBLE = new Primitive(PrimitiveType.DOUBLE);
    Primitive STRING = new Primitive(PrimitiveType.STRING);
    Primitive BINARY = new Primitive(PrimitiveType.BINARY);
    Primitive ID = new Primitive(PrimitiveType.LONG, "Id");
    Primitive CLASS_ID = new Primitive(PrimitiveType.LONG, "ClassId");
    Primitive SOURCE_ID = new Primitive(PrimitiveType.LONG, "SourceId");
    Primitive SOURCE_CLASS_ID = new Primitive(PrimitiveType.LONG, "SourceClassId");
    Primitive TARGET_ID = new Primitive(PrimitiveType.LONG, "TargetId");
    Primitive TARGET_CLASS_ID = new Primitive(PrimitiveType.LONG, "TargetClassId");
    Primitive NAV_ID = new Primitive(PrimitiveType.LONG, "NavId");
    Primitive NAV_CLASS_ID = new Primitive(PrimitiveType.LONG, "NavRelClassId");

    /** True for what fits one SQL column and can be an operand: no point, struct, array, geometry or navigation value. */
    static boolean isScalar(ValueType type) {
        return switch (type) {
            case Primitive primitive -> !primitive.isPoint();
            case Null none -> true;
            case Unknown unknown -> true;
            case Dynamic dynamic -> true;
            case Struct struct -> false;
            case PrimitiveArray array -> false;
            case StructArray array -> false;
            case Navigation navigation -> false;
        };
    }
}
