package org.imodel4j.jdbc;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.ec.DateTimeInfo;
import org.imodel4j.ecsql.resolve.Output;
import org.imodel4j.ecsql.resolve.ValueType;
import org.imodel4j.ecsql.run.ColumnInfo;
import org.imodel4j.ecsql.run.CompiledQuery;
import org.imodel4j.jdbc.ConnectionUrl.Composites;
import org.jspecify.annotations.Nullable;

/**
 * One column of a result set.
 *
 * <p>A column of ECSQL becomes one of JDBC, but: a navigation property becomes two, {@code Nav.Id} and {@code Nav.RelECClassId}; a point
 * that {@code *} gave is followed by its coordinates {@code P.X}, {@code P.Y}, {@code P.Z}. So the columns of {@code SELECT * FROM
 * schema.Class} are exactly those that {@code DatabaseMetaData.getColumns} tells, in the same order.
 *
 * @param source number of the ECSQL column, from 0
 * @param part which part of a composite value it is, -1 for a whole value
 * @param label the alias or the path of the property
 * @param className {@code Schema:Class} of the class that declares the property, empty for others
 * @param kind how the value is read
 * @param type what the standard is told
 * @param valueType the type of the whole ECSQL value
 */
record ResultColumn(
        int source, int part, String label, String className, Kind kind, SqlType type, ValueType valueType) {
    /** How a value is read and what it is in Java. */
    enum Kind {
        /** Long. */
        LONG,
        /** Long, and hexadecimal as text. */
        ID,
        BOOLEAN,
        DOUBLE,
        /** String. */
        TEXT,
        /** byte[]. */
        BYTES,
        /** byte[], and a GUID as text. */
        GUID,
        /** A Julian day. */
        MOMENT,
        /** Long, Double, String or byte[] as each row has it. */
        ANY,
        /** Struct, Array or, where those are shown as JSON, String. */
        COMPOSITE
    }

    /** A column of a result that the driver makes itself. */
    static ResultColumn made(int index, String label, SqlType type) {
        Kind kind =
                switch (type.name()) {
                    case "VARCHAR" -> Kind.TEXT;
                    case "BOOLEAN" -> Kind.BOOLEAN;
                    default -> Kind.LONG;
                };
        return new ResultColumn(index, -1, label, "", kind, type, ValueType.UNKNOWN);
    }

    static List<ResultColumn> of(CompiledQuery query, Composites composites) {
        List<ResultColumn> columns = new ArrayList<>();
        List<Output> outputs = query.outputs();
        for (int i = 0; i < outputs.size(); i++) {
            Output output = outputs.get(i);
            ColumnInfo info = query.columns().get(i);
            String label = output.generated() ? info.name() : output.path();
            add(columns, i, label, output, query.type(i), composites);
        }
        return List.copyOf(columns);
    }

    /** Adds the columns that an ECSQL column becomes. */
    static void add(
            List<ResultColumn> to, int source, String label, Output output, ValueType type, Composites composites) {
        if (type instanceof ValueType.Navigation) {
            to.add(new ResultColumn(
                    source, 0, label + ".Id", output.className(), Kind.ID, SqlType.BIGINT, ValueType.NAV_ID));
            to.add(new ResultColumn(
                    source,
                    1,
                    label + ".RelECClassId",
                    output.className(),
                    Kind.ID,
                    SqlType.BIGINT,
                    ValueType.NAV_CLASS_ID));
            return;
        }
        to.add(new ResultColumn(source, -1, label, output.className(), kind(type), SqlType.of(type, composites), type));
        if (output.fromStar() && type instanceof ValueType.Primitive point && point.isPoint()) {
            for (int part = 0; part < point.leaves().size(); part++) {
                String name = label + '.' + point.leaves().get(part);
                to.add(new ResultColumn(
                        source, part, name, output.className(), Kind.DOUBLE, SqlType.DOUBLE, ValueType.DOUBLE));
            }
        }
    }

    private static Kind kind(ValueType type) {
        return switch (type) {
            case ValueType.Primitive primitive -> kind(primitive);
            case ValueType.Struct struct -> Kind.COMPOSITE;
            case ValueType.PrimitiveArray array -> Kind.COMPOSITE;
            case ValueType.StructArray array -> Kind.COMPOSITE;
            case ValueType.Navigation navigation -> Kind.ID;
            case ValueType.Null none -> Kind.ANY;
            case ValueType.Unknown unknown -> Kind.ANY;
            case ValueType.Dynamic dynamic -> Kind.ANY;
        };
    }

    private static Kind kind(ValueType.Primitive type) {
        return switch (type.primitive()) {
            case BINARY -> "BeGuid".equals(type.extendedType()) ? Kind.GUID : Kind.BYTES;
            case GEOMETRY -> Kind.BYTES;
            case BOOLEAN -> Kind.BOOLEAN;
            case DATE_TIME -> Kind.MOMENT;
            case DOUBLE -> Kind.DOUBLE;
            case INTEGER -> Kind.LONG;
            case LONG -> isId(type) ? Kind.ID : Kind.LONG;
            case POINT2D, POINT3D -> Kind.COMPOSITE;
            case STRING -> Kind.TEXT;
        };
    }

    static boolean isId(ValueType type) {
        String extended = type.extendedType();
        return extended != null
                && switch (extended) {
                    case "Id",
                            "ClassId",
                            "SourceId",
                            "SourceClassId",
                            "TargetId",
                            "TargetClassId",
                            "NavId",
                            "NavRelClassId" -> true;
                    default -> false;
                };
    }

    /** How a DateTime is meant; null when nothing says it. */
    @Nullable
    DateTimeInfo dateTime() {
        return valueType instanceof ValueType.Primitive primitive ? primitive.dateTime() : null;
    }

    /** The instance id of a row is never NULL. */
    boolean isNeverNull() {
        return part < 0 && className.isEmpty() && label.equals("ECInstanceId") && kind == Kind.ID;
    }
}
