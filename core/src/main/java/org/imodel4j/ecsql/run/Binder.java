package org.imodel4j.ecsql.run;

import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ecsql.resolve.ECSqlFailure;
import org.imodel4j.ecsql.resolve.ValueType;
import org.imodel4j.ecsql.translate.Translation;
import org.imodel4j.id.Guid;
import org.imodel4j.id.Id64;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.sqlite.SqliteStatement;

/** Binds arguments to the SQL parameters that they go to. What does not fit a parameter is bound as NULL and matches nothing. */
final class Binder {
    private Binder() {}

    static void bind(CompiledQuery query, QueryArguments arguments, SqliteStatement statement) {
        requireKnownNames(query, arguments);
        if (query.door() == Door.STATEMENT) {
            requireKnownIndexes(query, arguments);
        }
        int parameter = 1;
        for (Translation.Slot slot : query.translation().parameters()) {
            QueryArgument argument = arguments.find(slot.index(), slot.name());
            if (slot.idSet()) {
                statement.bindText(parameter, argument instanceof QueryArgument.OfIdSet set ? json(set.ids()) : "[]");
            } else if (argument != null) {
                bind(argument, slot, statement, parameter);
            }
            parameter++;
        }
    }

    private static void requireKnownNames(CompiledQuery query, QueryArguments arguments) {
        for (String name : arguments.names()) {
            boolean known = false;
            for (Translation.Slot slot : query.translation().parameters()) {
                known |= name.equalsIgnoreCase(slot.name());
            }
            if (!known) {
                throw ECSqlFailure.of("fail to find param index for named param '" + name + "'");
            }
        }
    }

    /** The reader ignores positions that the statement does not have, the statement API does not. */
    private static void requireKnownIndexes(CompiledQuery query, QueryArguments arguments) {
        for (int index : arguments.indexes()) {
            boolean known = false;
            for (Translation.Slot slot : query.translation().parameters()) {
                known |= slot.index() == index;
            }
            if (!known) {
                throw ECSqlFailure.of("Error binding parameter " + index);
            }
        }
    }

    private static String json(long[] ids) {
        StringBuilder text = new StringBuilder(ids.length * 8 + 2).append('[');
        for (int i = 0; i < ids.length; i++) {
            text.append(i == 0 ? "" : ",").append(ids[i]);
        }
        return text.append(']').toString();
    }

    private static void bind(QueryArgument argument, Translation.Slot slot, SqliteStatement to, int at) {
        switch (argument) {
            case QueryArgument.OfBoolean value -> to.bindLong(at, value.value() ? 1 : 0);
            case QueryArgument.OfDouble value -> to.bindDouble(at, value.value());
            case QueryArgument.OfId value -> to.bindLong(at, value.value());
            case QueryArgument.OfIdSet value -> to.bindNull(at);
            case QueryArgument.OfInteger value -> to.bindLong(at, value.value());
            case QueryArgument.OfLong value -> to.bindLong(at, value.value());
            case QueryArgument.OfNull value -> to.bindNull(at);
            case QueryArgument.OfPoint2d value -> coordinate(slot, to, at, value.x(), value.y(), Double.NaN);
            case QueryArgument.OfPoint3d value -> {
                // A point of three coordinates is no point of two, not even where they agree.
                boolean fits = slot.type().leaves().size() == 3;
                coordinate(slot, to, at, fits ? value.x() : Double.NaN, value.y(), value.z());
            }
            case QueryArgument.OfString value -> text(value.value(), slot.type(), to, at);
            case QueryArgument.OfBlob value -> to.bindBlob(at, value.bytes());
            case QueryArgument.OfStruct value -> member(value.members(), slot, to, at);
            case QueryArgument.OfDateTime value -> to.bindDouble(at, value.julianDay());
            case QueryArgument.OfNavigation value -> navigation(value, slot, to, at);
            case QueryArgument.OfArray value -> to.bindText(at, Json.write(value.items()));
        }
    }

    private static void coordinate(Translation.Slot slot, SqliteStatement to, int at, double x, double y, double z) {
        switch (slot.leaf()) {
            case "X" -> {
                if (Double.isNaN(x)) {
                    to.bindNull(at);
                } else {
                    to.bindDouble(at, x);
                }
            }
            case "Y" -> to.bindDouble(at, y);
            case "Z" -> {
                if (Double.isNaN(z)) {
                    to.bindNull(at);
                } else {
                    to.bindDouble(at, z);
                }
            }
            default -> to.bindNull(at);
        }
    }

    /** A text that is compared with an id, a DateTime or a GUID is read as one, unlike a literal. */
    private static void text(String text, ValueType type, SqliteStatement to, int at) {
        if (isId(type) && Id64.isId(text)) {
            to.bindLong(at, Id64.parse(text));
        } else if (type instanceof ValueType.Primitive primitive && primitive.primitive() == PrimitiveType.DATE_TIME) {
            // Texts of another form stay texts, and match nothing.
            double day = JulianDay.parse(text);
            if (Double.isNaN(day)) {
                to.bindText(at, text);
            } else {
                to.bindDouble(at, day);
            }
        } else if ("BeGuid".equals(type.extendedType()) && Guid.isGuid(text)) {
            to.bindBlob(at, Guid.parse(text).toBytes());
        } else {
            to.bindText(at, text);
        }
    }

    private static boolean isId(ValueType type) {
        String extended = type.extendedType();
        return type instanceof ValueType.Primitive && extended != null && (extended.endsWith("Id"));
    }

    private static void member(JsonObject members, Translation.Slot slot, SqliteStatement to, int at) {
        JsonValue value = members;
        for (String step : slot.leaf().split("\\.")) {
            JsonValue next = null;
            if (value instanceof JsonObject object) {
                for (String name : object.members().keySet()) {
                    next = name.equalsIgnoreCase(step) ? object.get(name) : next;
                }
            }
            if (next == null) {
                to.bindNull(at);
                return;
            }
            value = next;
        }
        switch (value) {
            case JsonValue.Text text -> to.bindText(at, text.value());
            case JsonValue.Bool bool -> to.bindLong(at, bool.value() ? 1 : 0);
            case JsonValue.Number number -> {
                if (number.integral()) {
                    to.bindLong(at, number.exact());
                } else {
                    to.bindDouble(at, number.value());
                }
            }
            case JsonValue other -> to.bindNull(at);
        }
    }

    private static void navigation(
            QueryArgument.OfNavigation value, Translation.Slot slot, SqliteStatement to, int at) {
        switch (slot.leaf()) {
            case "RelECClassId" -> {
                if (value.relationshipClassId() != 0) {
                    to.bindLong(at, value.relationshipClassId());
                } else if (slot.type() instanceof ValueType.Navigation navigation) {
                    to.bindLong(at, navigation.relationshipClassId());
                }
            }
            default -> to.bindLong(at, value.id());
        }
    }
}
