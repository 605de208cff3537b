package org.imodel4j.ecsql.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.imodel4j.ecsql.resolve.ValueType;
import org.imodel4j.ecsql.translate.Translation;
import org.imodel4j.json.JsonWriter;

/** Chooses the reader of each column. */
final class ColumnReaders {
    private final ClassNames classNames;
    private final Rendering rendering;

    ColumnReaders(ClassNames classNames, Rendering rendering) {
        this.classNames = classNames;
        this.rendering = rendering;
    }

    ColumnReader[] of(List<Translation.Column> columns) {
        ColumnReader[] readers = new ColumnReader[columns.size()];
        for (int i = 0; i < readers.length; i++) {
            Translation.Column column = columns.get(i);
            readers[i] = column.json()
                    ? new ColumnReader.OfJson(column.first(), rendering.classNames() ? classNames : null)
                    : of(column.output().type(), column.first(), column.output().generated());
        }
        return readers;
    }

    private ColumnReader of(ValueType type, int column, boolean generated) {
        return switch (type) {
            case ValueType.Primitive primitive -> primitive(primitive, column, generated);
            case ValueType.Struct struct -> struct(struct, column);
            case ValueType.PrimitiveArray array ->
                new ColumnReader.OfArray(column, new ArrayItems(array.item(), rendering));
            case ValueType.StructArray array ->
                new ColumnReader.OfArray(column, new ArrayItems(array.item(), rendering));
            case ValueType.Navigation navigation -> navigation(column);
            case ValueType.Null none -> new ColumnReader.OfNothing();
            case ValueType.Unknown unknown -> new ColumnReader.OfAny(column);
            case ValueType.Dynamic dynamic -> new ColumnReader.OfAny(column);
        };
    }

    private ColumnReader primitive(ValueType.Primitive type, int column, boolean generated) {
        return switch (type.primitive()) {
            case BINARY -> binary(type, column);
            case GEOMETRY -> new ColumnReader.OfGeometry(column);
            case BOOLEAN -> new ColumnReader.OfBoolean(column);
            case DATE_TIME -> new ColumnReader.OfDateTime(column, type.dateTime());
            case DOUBLE -> rendering.instance() ? new ColumnReader.OfReal(column) : new ColumnReader.OfDouble(column);
            case INTEGER -> new ColumnReader.OfLong(column);
            case LONG -> integer(type, column, generated);
            case POINT2D, POINT3D -> point(type, column);
            case STRING -> new ColumnReader.OfText(column);
        };
    }

    private ColumnReader binary(ValueType.Primitive type, int column) {
        if ("BeGuid".equals(type.extendedType())) {
            return new ColumnReader.OfGuid(column);
        }
        boolean packed = "GeometryStream".equals(type.extendedType()) && !rendering.abbreviateBlobs();
        return packed
                ? new ColumnReader.OfGeometryStream(column)
                : new ColumnReader.OfBlob(column, rendering.abbreviateBlobs());
    }

    private ColumnReader integer(ValueType.Primitive type, int column, boolean generated) {
        String extended = type.extendedType();
        if (extended != null) {
            switch (extended) {
                case "Id", "SourceId", "TargetId", "NavId" -> {
                    return new ColumnReader.OfId(column);
                }
                case "ClassId", "SourceClassId", "TargetClassId", "NavRelClassId" -> {
                    return rendering.classNames() && !(generated && rendering.js())
                            ? new ColumnReader.OfClassName(column, classNames)
                            : new ColumnReader.OfId(column);
                }
                default -> {}
            }
        }
        return rendering.instance() ? new ColumnReader.OfReal(column) : new ColumnReader.OfLong(column);
    }

    private ColumnReader point(ValueType.Primitive type, int column) {
        List<byte[]> names = new ArrayList<>();
        for (String leaf : type.leaves()) {
            names.add(JsonWriter.encodeName(rendering.memberName(leaf)));
        }
        return new ColumnReader.OfPoint(column, names.toArray(new byte[0][]), rendering.instance());
    }

    private ColumnReader navigation(int column) {
        return new ColumnReader.OfNavigation(
                column,
                JsonWriter.encodeName(rendering.js() ? "id" : "Id"),
                JsonWriter.encodeName(rendering.js() ? "relClassName" : "RelECClassId"),
                rendering.classNames() ? classNames : null);
    }

    /** Members come in the order of their names, as the reference has it. */
    private ColumnReader struct(ValueType.Struct struct, int first) {
        record Placed(ValueType.Member member, int column) {}
        List<Placed> placed = new ArrayList<>();
        int column = first;
        for (ValueType.Member member : struct.members()) {
            placed.add(new Placed(member, column));
            column += member.type().leaves().size();
        }
        placed.sort(Comparator.comparing(p -> p.member().name()));
        byte[][] names = new byte[placed.size()][];
        ColumnReader[] members = new ColumnReader[placed.size()];
        for (int i = 0; i < members.length; i++) {
            names[i] = JsonWriter.encodeName(
                    rendering.memberName(placed.get(i).member().name()));
            members[i] = of(placed.get(i).member().type(), placed.get(i).column(), false);
        }
        return new ColumnReader.OfStruct(names, members);
    }
}
