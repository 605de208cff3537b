package org.imodel4j.host.rpc.read;

import java.util.Map;
import org.imodel4j.ecsql.run.QueryArgument;
import org.imodel4j.ecsql.run.QueryArguments;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Values for parameters without their types: an array by position or an object by name. A string that has the form of an id is one, since
 * frontends have no other way to send it.
 */
final class PlainArguments {
    private PlainArguments() {}

    static QueryArguments read(@Nullable JsonValue bindings) {
        QueryArguments.Builder builder = QueryArguments.builder();
        switch (bindings) {
            case null -> {
                return QueryArguments.NONE;
            }
            case JsonValue.Null ignored -> {
                return QueryArguments.NONE;
            }
            case JsonArray array -> {
                for (int i = 0; i < array.size(); i++) {
                    builder.set(i + 1, argument(array.get(i)));
                }
            }
            case JsonObject object -> {
                for (Map.Entry<String, JsonValue> entry : object.members().entrySet()) {
                    builder.set(entry.getKey(), argument(entry.getValue()));
                }
            }
            default -> throw new IModelException(Status.BAD_ARG, "bindings have to be an array or an object");
        }
        return builder.build();
    }

    private static QueryArgument argument(JsonValue value) {
        return switch (value) {
            case JsonValue.Null ignored -> QueryArgument.NULL;
            case JsonValue.Bool bool -> QueryArgument.of(bool.value());
            case JsonValue.Number number ->
                number.integral() ? QueryArgument.of(number.exact()) : QueryArgument.of(number.value());
            case JsonValue.Text text ->
                text.value().length() > 2 && Id64.isId(text.value())
                        ? QueryArgument.id(Id64.parse(text.value()))
                        : QueryArgument.of(text.value());
            case JsonArray array -> new QueryArgument.OfArray(array);
            case JsonObject object -> point(object);
        };
    }

    private static QueryArgument point(JsonObject object) {
        JsonValue.Number x = object.number("x");
        JsonValue.Number y = object.number("y");
        JsonValue.Number z = object.number("z");
        String id = object.text("id");
        if (x != null && y != null) {
            return z == null
                    ? new QueryArgument.OfPoint2d(x.value(), y.value())
                    : new QueryArgument.OfPoint3d(x.value(), y.value(), z.value());
        } else if (id != null && Id64.isId(id)) {
            return QueryArgument.id(Id64.parse(id));
        }
        return new QueryArgument.OfStruct(object);
    }
}
