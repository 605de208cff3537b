package org.imodel4j.parquet;

import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.schema.Types;
import org.imodel4j.ec.DateTimeInfo;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ecsql.resolve.ValueType;
import org.imodel4j.ecsql.run.ColumnInfo;
import org.imodel4j.ecsql.run.CompiledQuery;
import org.imodel4j.ecsql.run.RowFileOptions;
import org.imodel4j.ecsql.run.RowFormat;
import org.imodel4j.ecsql.run.ValueFormat;
import org.jspecify.annotations.Nullable;

/** Finds the type and the writer of each column. */
final class Columns {
    private final ECSchemas schemas;
    private final Names names;
    private final boolean hexIds;
    private final Items items;

    Columns(ECSchemas schemas, RowFileOptions options) {
        this.schemas = schemas;
        this.names = new Names(options.format());
        this.hexIds = options.hexIds();
        this.items = new Items(names);
    }

    /** A place in a row: a column, the first part of it that counts, and the name in the file. */
    private record Place(int column, int part, String name, boolean generated) {
        Place member(int partsBefore, String memberName) {
            return new Place(column, part + partsBefore, memberName, false);
        }
    }

    List<Column> of(CompiledQuery query) {
        List<Column> columns = new ArrayList<>();
        for (ColumnInfo info : query.columns()) {
            Place place = new Place(info.index(), 0, names.column(info), info.generated());
            columns.add(column(query.type(info.index()), place));
        }
        return columns;
    }

    private Column column(ValueType type, Place at) {
        return switch (type) {
            case ValueType.Primitive primitive -> primitive(primitive, at);
            case ValueType.Struct struct -> struct(struct, at);
            case ValueType.PrimitiveArray array -> list(array.item(), at);
            case ValueType.StructArray array -> list(array.item(), at);
            case ValueType.Navigation navigation -> navigation(at);
            case ValueType.Null none -> any(at);
            case ValueType.Unknown unknown -> any(at);
            case ValueType.Dynamic dynamic -> any(at);
        };
    }

    private Column primitive(ValueType.Primitive type, Place at) {
        int column = at.column();
        int part = at.part();
        String name = at.name();
        return switch (type.primitive()) {
            case BOOLEAN -> new Column(Types.optional(BOOLEAN).named(name), new ValueWriter.OfBoolean(column, part));
            case DOUBLE -> new Column(Types.optional(DOUBLE).named(name), new ValueWriter.OfDouble(column, part));
            case INTEGER ->
                at.generated()
                        ? new Column(Types.optional(INT64).named(name), new ValueWriter.OfLong(column, part))
                        : new Column(Types.optional(INT32).named(name), new ValueWriter.OfInteger(column, part, name));
            case LONG -> whole(type, at);
            case STRING -> new Column(Items.string(name), new ValueWriter.OfText(column, part));
            case DATE_TIME -> new Column(Items.dateTime(type.dateTime(), name), dateTime(type.dateTime(), at));
            case BINARY, GEOMETRY -> binary(type, at);
            case POINT2D, POINT3D -> point(type, at);
        };
    }

    private static ValueWriter dateTime(@Nullable DateTimeInfo info, Place at) {
        return switch (Instants.component(info)) {
            case DATE -> new ValueWriter.OfDate(at.column(), at.part());
            case TIME_OF_DAY -> new ValueWriter.OfMicros(at.column(), at.part(), true);
            case DATE_TIME -> new ValueWriter.OfMicros(at.column(), at.part(), false);
        };
    }

    private Column binary(ValueType.Primitive type, Place at) {
        if ("BeGuid".equals(type.extendedType())) {
            return new Column(Items.guid(at.name()), new ValueWriter.OfGuid(at.column(), at.part(), at.name()));
        }
        boolean packed = "GeometryStream".equals(type.extendedType()) && at.part() == 0;
        return new Column(
                Types.optional(BINARY).named(at.name()),
                packed
                        ? new ValueWriter.OfGeometryStream(at.column())
                        : new ValueWriter.OfBytes(at.column(), at.part()));
    }

    /** As in rows of JSON: class ids have names in the JavaScript form, but not where they are computed. */
    private Column whole(ValueType.Primitive type, Place at) {
        String extended = type.extendedType() == null ? "" : type.extendedType();
        return switch (extended) {
            case "Id", "SourceId", "TargetId", "NavId" -> id(at);
            case "ClassId", "SourceClassId", "TargetClassId", "NavRelClassId" ->
                names.js() && !at.generated() ? className(at) : id(at);
            default ->
                new Column(Types.optional(INT64).named(at.name()), new ValueWriter.OfLong(at.column(), at.part()));
        };
    }

    private Column id(Place at) {
        return new Column(
                hexIds ? Items.string(at.name()) : Types.optional(INT64).named(at.name()),
                new ValueWriter.OfId(at.column(), at.part(), hexIds, at.generated()));
    }

    private Column className(Place at) {
        return new Column(Items.string(at.name()), new ValueWriter.OfClassName(at.column(), at.part(), schemas));
    }

    private Column point(ValueType.Primitive type, Place at) {
        List<Column> members = new ArrayList<>();
        for (String leaf : type.leaves()) {
            Place member = at.member(members.size(), names.member(leaf));
            members.add(new Column(
                    Types.optional(DOUBLE).named(member.name()),
                    new ValueWriter.OfDouble(member.column(), member.part())));
        }
        return group(members, true, at);
    }

    private Column navigation(Place at) {
        Place relationship = at.member(1, names.js() ? "relClassName" : "RelECClassId");
        Column id = id(at.member(0, names.js() ? "id" : "Id"));
        return group(List.of(id, names.js() ? className(relationship) : id(relationship)), false, at);
    }

    private Column struct(ValueType.Struct struct, Place at) {
        List<Column> members = new ArrayList<>();
        int part = 0;
        for (ValueType.Member member : struct.members()) {
            members.add(column(member.type(), at.member(part, names.member(member.name()))));
            part += member.type().leaves().size();
        }
        return group(members, false, at);
    }

    /** @param whole null as soon as the first member is, else only when all are */
    private static Column group(List<Column> members, boolean whole, Place at) {
        return new Column(
                Items.group(members.stream().map(Column::type).toList(), at.name()),
                new ValueWriter.OfGroup(members, whole));
    }

    private Column list(ValueType item, Place at) {
        ItemWriter.Member list = items.list(item, at.name());
        return new Column(list.type(), new ValueWriter.OfItems(at.column(), at.part(), list.items()));
    }

    private Column any(Place at) {
        ValueFormat format = names.js() ? ValueFormat.JS_NAMES : ValueFormat.ECSQL_NAMES;
        return new Column(Items.string(at.name()), new ValueWriter.OfAny(at.column(), format));
    }

    /** How a row format calls things. */
    record Names(RowFormat format) {
        boolean js() {
            return format == RowFormat.JS;
        }

        String column(ColumnInfo info) {
            return switch (format) {
                case JS -> info.jsonName();
                case ECSQL -> info.name();
                case INDEX -> Integer.toString(info.index());
            };
        }

        String member(String name) {
            return js() && !name.isEmpty() ? Character.toLowerCase(name.charAt(0)) + name.substring(1) : name;
        }
    }
}
