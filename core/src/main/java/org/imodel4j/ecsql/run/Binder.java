package org.imodel4j.ecsql.run;

import org.imodel4j.ecsql.resolve.ECSqlFailure;
import org.imodel4j.ecsql.translate.Translation;
import org.imodel4j.sqlite.SqliteStatement;
import org.jspecify.annotations.Nullable;

/**
 * Binds arguments to the SQL parameters that they go to.
 *
 * <p>An argument whose kind does not fit its parameter is left out by {@link Door#READER}: NULL stands in its place, which
 * matches nothing. {@link Door#STATEMENT} fails. Observed at the reference.
 */
final class Binder {
    private Binder() {}

    /** @throws org.imodel4j.error.IModelException number 1 for names and positions that the statement does not have */
    static void bind(CompiledQuery query, QueryArguments arguments, SqliteStatement statement) {
        requireKnownNames(query, arguments);
        if (query.door() == Door.STATEMENT) {
            requireKnownIndexes(query, arguments);
        }
        int parameter = 1;
        for (Translation.Slot slot : query.translation().parameters()) {
            QueryArgument argument = arguments.find(slot.index(), slot.name());
            if (argument instanceof QueryArgument.OfStruct && query.door() == Door.READER) {
                throw ECSqlFailure.of("Struct type binding not supported");
            }
            if (!bind(argument, slot, statement, parameter)) {
                if (query.door() == Door.STATEMENT) {
                    throw ECSqlFailure.of("Error binding " + kind(argument));
                }
                statement.bindNull(parameter);
            }
            parameter++;
        }
    }

    /** False, and nothing bound, when the argument does not fit. */
    static boolean bind(
            @Nullable QueryArgument argument, Translation.Slot slot, SqliteStatement statement, int parameter) {
        if (slot.idSet()) {
            statement.bindText(parameter, argument instanceof QueryArgument.OfIdSet set ? json(set.ids()) : "[]");
            return argument == null
                    || argument instanceof QueryArgument.OfIdSet
                    || argument instanceof QueryArgument.OfNull;
        }
        return argument == null || new SlotBinder(slot, statement, parameter).bind(argument);
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

    static String kind(@Nullable QueryArgument argument) {
        return switch (argument) {
            case null -> "NULL";
            case QueryArgument.OfNull value -> "NULL";
            case QueryArgument.OfBoolean value -> "boolean";
            case QueryArgument.OfDouble value -> "double";
            case QueryArgument.OfId value -> "Id";
            case QueryArgument.OfIdSet value -> "id set";
            case QueryArgument.OfInteger value -> "integer";
            case QueryArgument.OfLong value -> "integer";
            case QueryArgument.OfPoint2d value -> "Point2d";
            case QueryArgument.OfPoint3d value -> "Point3d";
            case QueryArgument.OfString value -> "string";
            case QueryArgument.OfBlob value -> "blob";
            case QueryArgument.OfStruct value -> "struct";
            case QueryArgument.OfDateTime value -> "DateTime";
            case QueryArgument.OfNavigation value -> "navigation property";
            case QueryArgument.OfArray value -> "array";
        };
    }
}
