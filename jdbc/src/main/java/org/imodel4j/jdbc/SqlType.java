package org.imodel4j.jdbc;

import java.sql.Array;
import java.sql.JDBCType;
import java.sql.Struct;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import org.imodel4j.ec.DateTimeInfo;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ecsql.resolve.ValueType;
import org.imodel4j.jdbc.ConnectionUrl.Composites;

/**
 * What the standard is told of a type.
 *
 * @param code of {@link Types}
 * @param name such as {@code BIGINT}, {@code DOUBLE ARRAY}, {@code Point3d} or {@code Schema.Struct}
 * @param size characters, bytes or digits; 0 where it means nothing
 */
record SqlType(int code, String name, int size, int scale) {
    /** As good as unlimited; one less than the greatest int, because tools add one. */
    private static final int ANY_LENGTH = Integer.MAX_VALUE - 1;

    static final SqlType BIGINT = new SqlType(Types.BIGINT, "BIGINT", 19, 0);
    static final SqlType INTEGER = new SqlType(Types.INTEGER, "INTEGER", 10, 0);
    static final SqlType SMALLINT = new SqlType(Types.SMALLINT, "SMALLINT", 5, 0);
    static final SqlType BOOLEAN = new SqlType(Types.BOOLEAN, "BOOLEAN", 1, 0);
    static final SqlType DOUBLE = new SqlType(Types.DOUBLE, "DOUBLE", 17, 0);
    static final SqlType VARCHAR = new SqlType(Types.VARCHAR, "VARCHAR", ANY_LENGTH, 0);
    static final SqlType GUID = new SqlType(Types.VARCHAR, "VARCHAR", 36, 0);
    static final SqlType VARBINARY = new SqlType(Types.VARBINARY, "VARBINARY", ANY_LENGTH, 0);
    static final SqlType DATE = new SqlType(Types.DATE, "DATE", 10, 0);
    static final SqlType TIME = new SqlType(Types.TIME, "TIME", 12, 3);
    static final SqlType TIMESTAMP = new SqlType(Types.TIMESTAMP, "TIMESTAMP", 23, 3);

    /** The types of columns that are no composites, in the order of their codes. */
    static final List<SqlType> SIMPLE =
            List.of(BIGINT, VARBINARY, INTEGER, DOUBLE, VARCHAR, BOOLEAN, DATE, TIME, TIMESTAMP);

    static SqlType of(ValueType type, Composites composites) {
        return switch (type) {
            case ValueType.Primitive point
            when point.isPoint() ->
                composite(composites, Types.STRUCT, point.leaves().size() == 2 ? "Point2d" : "Point3d");
            case ValueType.Primitive primitive -> primitive(primitive);
            case ValueType.Struct struct -> composite(composites, Types.STRUCT, struct.typeName());
            case ValueType.PrimitiveArray array ->
                composite(composites, Types.ARRAY, of(array.item(), Composites.STRUCT).name + " ARRAY");
            case ValueType.StructArray array ->
                composite(composites, Types.ARRAY, of(array.item(), Composites.STRUCT).name + " ARRAY");
            case ValueType.Navigation navigation -> BIGINT;
            case ValueType.Null none -> VARCHAR;
            case ValueType.Unknown unknown -> VARCHAR;
            case ValueType.Dynamic dynamic -> VARCHAR;
        };
    }

    private static SqlType composite(Composites composites, int code, String name) {
        return composites == Composites.JSON ? VARCHAR : new SqlType(code, name, 0, 0);
    }

    private static SqlType primitive(ValueType.Primitive type) {
        return switch (type.primitive()) {
            case BINARY -> "BeGuid".equals(type.extendedType()) ? GUID : VARBINARY;
            case GEOMETRY -> VARBINARY;
            case BOOLEAN -> BOOLEAN;
            case DATE_TIME -> moment(type.dateTime() == null ? DateTimeInfo.NONE : type.dateTime());
            case DOUBLE -> DOUBLE;
            case INTEGER -> INTEGER;
            case LONG -> BIGINT;
            case POINT2D, POINT3D -> throw new IllegalArgumentException("A point is composite");
            case STRING -> VARCHAR;
        };
    }

    private static SqlType moment(DateTimeInfo info) {
        return switch (info.component()) {
            case DATE_TIME -> TIMESTAMP;
            case DATE -> DATE;
            case TIME_OF_DAY -> TIME;
        };
    }

    /** The class of what {@code getObject} gives. */
    Class<?> javaClass() {
        return switch (code) {
            case Types.BIGINT -> Long.class;
            case Types.INTEGER, Types.SMALLINT -> Integer.class;
            case Types.BOOLEAN -> Boolean.class;
            case Types.DOUBLE -> Double.class;
            case Types.VARBINARY -> byte[].class;
            case Types.DATE -> java.sql.Date.class;
            case Types.TIME -> java.sql.Time.class;
            case Types.TIMESTAMP -> Timestamp.class;
            case Types.STRUCT -> Struct.class;
            case Types.ARRAY -> Array.class;
            default -> String.class;
        };
    }

    boolean isNumber() {
        return code == Types.BIGINT || code == Types.INTEGER || code == Types.SMALLINT || code == Types.DOUBLE;
    }

    boolean isComposite() {
        return code == Types.STRUCT || code == Types.ARRAY;
    }

    /** How wide a column is when it is printed. */
    int displaySize() {
        return switch (code) {
            case Types.BIGINT -> 20;
            case Types.INTEGER -> 11;
            case Types.SMALLINT -> 6;
            case Types.BOOLEAN -> 5;
            case Types.DOUBLE -> 24;
            case Types.STRUCT, Types.ARRAY -> ANY_LENGTH;
            default -> size;
        };
    }

    /** Whether a value of another type of the standard can stand for one of this type, as parameters allow it. */
    static boolean isKnown(int code) {
        try {
            JDBCType.valueOf(code);
            return true;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    static boolean isText(ValueType type) {
        return type instanceof ValueType.Primitive primitive && primitive.primitive() == PrimitiveType.STRING;
    }
}
