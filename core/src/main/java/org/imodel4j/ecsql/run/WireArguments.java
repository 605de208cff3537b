package org.imodel4j.ecsql.run;

import java.util.Base64;
import java.util.Map;
import org.imodel4j.ecsql.resolve.ECSqlFailure;
import org.imodel4j.error.IModelException;
import org.imodel4j.id.CompressedId64Set;
import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Reads arguments as query requests carry them. */
final class WireArguments {
    private WireArguments() {}

    static QueryArguments read(JsonObject args) {
        QueryArguments.Builder builder = QueryArguments.builder();
        for (Map.Entry<String, JsonValue> entry : args.members().entrySet()) {
            QueryArgument value = argument(entry.getKey(), entry.getValue());
            String key = entry.getKey();
            if (isIndex(key)) {
                builder.set(Integer.parseInt(key), value);
            } else {
                builder.set(key, value);
            }
        }
        return builder.build();
    }

    private static boolean isIndex(String key) {
        if (key.isEmpty() || key.length() > 9) {
            return false;
        }
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) < '0' || key.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static QueryArgument argument(String key, JsonValue json) {
        if (!(json instanceof JsonObject object)) {
            throw bad(key, null);
        }
        JsonValue.Number type = object.number("type");
        JsonValue value = object.get("value");
        if (type == null) {
            throw bad(key, null);
        }
        if (value == null || value instanceof JsonValue.Null) {
            return QueryArgument.NULL;
        }
        try {
            return switch ((int) type.value()) {
                case 0 ->
                    new QueryArgument.OfBoolean(
                            value instanceof JsonValue.Bool bool
                                    ? bool.value()
                                    : number(key, value).value() != 0);
                case 1 -> new QueryArgument.OfDouble(number(key, value).value());
                case 2 -> new QueryArgument.OfId(Id64.parse(text(key, value)));
                case 3 ->
                    new QueryArgument.OfIdSet(
                            CompressedId64Set.decode(text(key, value)).toArray());
                case 4 -> new QueryArgument.OfInteger((int) integral(number(key, value)));
                case 5 -> new QueryArgument.OfLong(integral(number(key, value)));
                case 6 -> QueryArgument.NULL;
                case 7 -> new QueryArgument.OfPoint2d(member(key, value, "x"), member(key, value, "y"));
                case 8 ->
                    new QueryArgument.OfPoint3d(
                            member(key, value, "x"), member(key, value, "y"), member(key, value, "z"));
                case 9 -> new QueryArgument.OfString(text(key, value));
                case 10 -> new QueryArgument.OfBlob(Base64.getDecoder().decode(text(key, value)));
                case 11 -> {
                    if (value instanceof JsonObject members) {
                        yield new QueryArgument.OfStruct(members);
                    }
                    throw bad(key, null);
                }
                default -> throw bad(key, null);
            };
        } catch (IllegalArgumentException notBase64) {
            throw bad(key, notBase64);
        }
    }

    private static long integral(JsonValue.Number number) {
        return number.integral() ? number.exact() : (long) number.value();
    }

    private static JsonValue.Number number(String key, JsonValue value) {
        if (value instanceof JsonValue.Number number) {
            return number;
        }
        throw bad(key, null);
    }

    private static String text(String key, JsonValue value) {
        if (value instanceof JsonValue.Text text) {
            return text.value();
        }
        throw bad(key, null);
    }

    private static double member(String key, JsonValue value, String name) {
        JsonValue.Number number = value instanceof JsonObject object ? object.number(name) : null;
        if (number == null) {
            throw bad(key, null);
        }
        return number.value();
    }

    private static IModelException bad(String key, @Nullable Throwable cause) {
        IModelException failure = ECSqlFailure.of("The value of a query argument does not fit its type.");
        if (cause != null) {
            failure.addSuppressed(cause);
        }
        return failure.with("argument", key);
    }
}
