package org.imodel4j.ecsql.run;

import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ecsql.resolve.Types;
import org.imodel4j.ecsql.resolve.ValueType;
import org.imodel4j.ecsql.translate.Translation;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.sqlite.SqliteStatement;
import org.jspecify.annotations.Nullable;

/**
 * Binds one leaf of a struct value. Members are found without regard to case; a missing one is NULL, one that the struct does not have
 * makes the value unfit.
 */
final class StructMembers {
    private static final String BASE64 = "encoding=base64;";

    private final Translation.Slot slot;
    private final SqliteStatement to;
    private final int at;

    StructMembers(Translation.Slot slot, SqliteStatement to, int at) {
        this.slot = slot;
        this.to = to;
        this.at = at;
    }

    /** False, and nothing bound, when the value does not fit. */
    boolean bind(ValueType.Struct struct, JsonObject members) {
        return leaf(struct, slot.leaf(), members);
    }

    private boolean leaf(ValueType type, String leaf, JsonValue value) {
        if (value instanceof JsonValue.Null) {
            to.bindNull(at);
            return true;
        }
        return switch (type) {
            case ValueType.Struct struct -> value instanceof JsonObject members && member(struct, leaf, members);
            case ValueType.Primitive point when point.isPoint() -> coordinate(point, leaf, value);
            case ValueType.PrimitiveArray array -> array(array, value);
            case ValueType.StructArray array -> array(array, value);
            default -> scalar(type, value);
        };
    }

    private boolean member(ValueType.Struct struct, String leaf, JsonObject members) {
        int dot = leaf.indexOf('.');
        String wanted = dot < 0 ? leaf : leaf.substring(0, dot);
        JsonValue value = JsonValue.NULL;
        for (String name : members.members().keySet()) {
            ValueType.Member known = tryMember(struct, name);
            JsonValue found = members.get(name);
            if (known == null || found == null) {
                return false;
            }
            value = known.name().equals(wanted) ? found : value;
        }
        ValueType.Member member = tryMember(struct, wanted);
        return member != null && leaf(member.type(), dot < 0 ? "" : leaf.substring(dot + 1), value);
    }

    private boolean coordinate(ValueType.Primitive point, String leaf, JsonValue value) {
        double[] coordinates = tryPoint(value, point);
        if (coordinates == null) {
            return false;
        }
        to.bindDouble(at, coordinates[point.leaves().indexOf(leaf)]);
        return true;
    }

    private boolean array(ValueType array, JsonValue value) {
        return value instanceof JsonArray items && inner(array).bind(new QueryArgument.OfArray(items));
    }

    private SlotBinder inner(ValueType type) {
        return new SlotBinder(
                new Translation.Slot(slot.index(), slot.name(), "", type, Types.isId(type), false), to, at);
    }

    private boolean scalar(ValueType type, JsonValue value) {
        return switch (value) {
            case JsonValue.Text text -> text(type, text);
            case JsonValue.Bool bool -> inner(type).bind(QueryArgument.of(bool.value()));
            case JsonValue.Number number ->
                inner(type)
                        .bind(number.integral() ? QueryArgument.of(number.exact()) : QueryArgument.of(number.value()));
            default -> false;
        };
    }

    private boolean text(ValueType type, JsonValue.Text text) {
        String base64 = tryBase64(text);
        boolean binary = type instanceof ValueType.Primitive primitive && primitive.primitive() == PrimitiveType.BINARY;
        if (base64 == null || !binary) {
            return inner(type).bind(QueryArgument.of(text.value()));
        }
        try {
            return inner(type)
                    .bind(new QueryArgument.OfBlob(java.util.Base64.getDecoder().decode(base64)));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    static ValueType.@Nullable Member tryMember(ValueType.Struct struct, String name) {
        for (ValueType.Member member : struct.members()) {
            if (member.name().equalsIgnoreCase(name)) {
                return member;
            }
        }
        return null;
    }

    /** The coordinates of an object that has exactly those of the type; else null. */
    static double @Nullable [] tryPoint(JsonValue value, ValueType.Primitive type) {
        if (!(value instanceof JsonObject object)
                || object.members().size() != type.leaves().size()) {
            return null;
        }
        JsonValue.Number x = object.number("x");
        JsonValue.Number y = object.number("y");
        JsonValue.Number z = object.number("z");
        if (x == null || y == null) {
            return null;
        }
        if (type.primitive() == PrimitiveType.POINT2D) {
            return new double[] {x.value(), y.value()};
        }
        return z == null ? null : new double[] {x.value(), y.value(), z.value()};
    }

    /** What follows the prefix that the wire gives binary values, or null for another text. */
    static @Nullable String tryBase64(JsonValue.Text text) {
        return text.value().startsWith(BASE64) ? text.value().substring(BASE64.length()) : null;
    }
}
