package org.imodel4j.parquet;

import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.imodel4j.ec.DateTimeInfo;
import org.imodel4j.ecsql.resolve.ValueType;
import org.jspecify.annotations.Nullable;

/** Finds the type and the writer of what stands inside arrays, and makes the types that both kinds of columns share. */
final class Items {
    private final Columns.Names names;

    Items(Columns.Names names) {
        this.names = names;
    }

    /** The three levels that the format prescribes for lists. */
    ItemWriter.Member list(ValueType itemType, String name) {
        ItemWriter.Member item = item(itemType, "element");
        Type type = Types.optionalList().element(item.type()).named(name);
        return new ItemWriter.Member(name, type, new ItemWriter.OfList(item.items()));
    }

    private ItemWriter.Member item(ValueType type, String name) {
        return switch (type) {
            case ValueType.Primitive primitive -> primitive(primitive, name);
            case ValueType.Struct struct -> struct(struct, name);
            case ValueType.PrimitiveArray array -> list(array.item(), name);
            case ValueType.StructArray array -> list(array.item(), name);
            case ValueType.Navigation navigation -> text(name);
            case ValueType.Null none -> text(name);
            case ValueType.Unknown unknown -> text(name);
            case ValueType.Dynamic dynamic -> text(name);
        };
    }

    private ItemWriter.Member primitive(ValueType.Primitive type, String name) {
        return switch (type.primitive()) {
            case BOOLEAN -> new ItemWriter.Member(name, optional(BOOLEAN, name), new ItemWriter.OfBoolean());
            case DOUBLE -> new ItemWriter.Member(name, optional(DOUBLE, name), new ItemWriter.OfDouble());
            case INTEGER -> new ItemWriter.Member(name, optional(INT32, name), new ItemWriter.OfInteger(name));
            case LONG -> new ItemWriter.Member(name, optional(INT64, name), new ItemWriter.OfLong());
            case STRING -> text(name);
            case DATE_TIME ->
                new ItemWriter.Member(
                        name,
                        dateTime(type.dateTime(), name),
                        switch (Instants.component(type.dateTime())) {
                            case DATE -> new ItemWriter.OfDate();
                            case TIME_OF_DAY -> new ItemWriter.OfMicros(true);
                            case DATE_TIME -> new ItemWriter.OfMicros(false);
                        });
            case BINARY, GEOMETRY -> {
                boolean guid = "BeGuid".equals(type.extendedType());
                yield new ItemWriter.Member(
                        name, guid ? guid(name) : optional(BINARY, name), new ItemWriter.OfBytes(name, guid));
            }
            case POINT2D, POINT3D -> point(type, name);
        };
    }

    private ItemWriter.Member point(ValueType.Primitive type, String name) {
        List<ItemWriter.Member> members = new ArrayList<>();
        for (String leaf : type.leaves()) {
            members.add(new ItemWriter.Member(leaf, optional(DOUBLE, names.member(leaf)), new ItemWriter.OfDouble()));
        }
        return grouped(members, name);
    }

    private ItemWriter.Member struct(ValueType.Struct struct, String name) {
        List<ItemWriter.Member> members = new ArrayList<>();
        for (ValueType.Member member : struct.members()) {
            ItemWriter.Member item = item(member.type(), names.member(member.name()));
            members.add(new ItemWriter.Member(member.name(), item.type(), item.items()));
        }
        return grouped(members, name);
    }

    private static ItemWriter.Member grouped(List<ItemWriter.Member> members, String name) {
        Type type = group(members.stream().map(ItemWriter.Member::type).toList(), name);
        return new ItemWriter.Member(name, type, new ItemWriter.OfGroup(members));
    }

    private static ItemWriter.Member text(String name) {
        return new ItemWriter.Member(name, string(name), new ItemWriter.OfText());
    }

    private static Type optional(PrimitiveTypeName type, String name) {
        return Types.optional(type).named(name);
    }

    static Type string(String name) {
        return Types.optional(BINARY).as(LogicalTypeAnnotation.stringType()).named(name);
    }

    static Type guid(String name) {
        return Types.optional(FIXED_LEN_BYTE_ARRAY)
                .length(16)
                .as(LogicalTypeAnnotation.uuidType())
                .named(name);
    }

    static Type group(List<Type> members, String name) {
        return new GroupType(Repetition.OPTIONAL, name, members);
    }

    static Type dateTime(@Nullable DateTimeInfo info, String name) {
        return switch (Instants.component(info)) {
            case DATE ->
                Types.optional(INT32).as(LogicalTypeAnnotation.dateType()).named(name);
            case TIME_OF_DAY ->
                Types.optional(INT64)
                        .as(LogicalTypeAnnotation.timeType(false, TimeUnit.MICROS))
                        .named(name);
            case DATE_TIME ->
                Types.optional(INT64)
                        .as(LogicalTypeAnnotation.timestampType(Instants.isUtc(info), TimeUnit.MICROS))
                        .named(name);
        };
    }
}
