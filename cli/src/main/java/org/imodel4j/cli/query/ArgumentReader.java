package org.imodel4j.cli.query;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ecsql.run.QueryArgument;
import org.imodel4j.ecsql.run.QueryArguments;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/**
 * Reads the values for ECSQL parameters as people and test files write them.
 *
 * <p>An array holds the values by position, an object by name or by position from 1. A value is plain JSON, or a pair {@code
 * ["type", value]} with one of the types int, long, double, string, bool, id, idset, null, p2, p3, blob, struct, datetime, nav and
 * array. Plain numbers without a fraction are long, points are recognised by their members, an array is a set of ids.
 */
public final class ArgumentReader {
    private static final Set<String> TYPES = Set.of(
            "int",
            "long",
            "double",
            "string",
            "bool",
            "id",
            "idset",
            "null",
            "p2",
            "p3",
            "blob",
            "struct",
            "datetime",
            "nav",
            "array");

    private final ECSchemas schemas;

    public ArgumentReader(ECSchemas schemas) {
        this.schemas = schemas;
    }

    public QueryArguments read(JsonValue json) {
        QueryArguments.Builder arguments = QueryArguments.builder();
        switch (json) {
            case JsonArray array -> {
                for (int i = 0; i < array.size(); i++) {
                    arguments.set(i + 1, argument(array.get(i)));
                }
            }
            case JsonObject object -> {
                for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                    String key = member.getKey();
                    if (key.matches("[1-9][0-9]{0,8}")) {
                        arguments.set(Integer.parseInt(key), argument(member.getValue()));
                    } else {
                        arguments.set(key, argument(member.getValue()));
                    }
                }
            }
            default -> throw wrong("an array or an object", json);
        }
        return arguments.build();
    }

    private QueryArgument argument(JsonValue json) {
        if (json instanceof JsonArray pair
                && pair.size() == 2
                && pair.get(0) instanceof JsonValue.Text type
                && TYPES.contains(type.value())) {
            return typed(type.value(), pair.get(1));
        }
        return plain(json);
    }

    private static QueryArgument plain(JsonValue json) {
        return switch (json) {
            case JsonValue.Text text -> QueryArgument.of(text.value());
            case JsonValue.Number number ->
                number.integral() ? QueryArgument.of(number.exact()) : QueryArgument.of(number.value());
            case JsonValue.Bool bool -> QueryArgument.of(bool.value());
            case JsonValue.Null nothing -> QueryArgument.NULL;
            case JsonArray array -> idSet(array);
            case JsonObject object ->
                object.number("x") == null || object.number("y") == null
                        ? new QueryArgument.OfStruct(object)
                        : object.number("z") == null ? point2d(object) : point3d(object);
        };
    }

    private QueryArgument typed(String type, JsonValue json) {
        if (json instanceof JsonValue.Null) {
            return QueryArgument.NULL;
        }
        return switch (type) {
            case "int" -> integer(number(json).exact());
            case "long" -> QueryArgument.of(number(json).exact());
            case "double" -> QueryArgument.of(number(json).value());
            case "string" -> QueryArgument.of(text(json));
            case "bool" -> QueryArgument.of(bool(json));
            case "id" -> QueryArgument.id(Id64.parse(text(json)));
            case "idset" -> idSet(array(json));
            case "p2" -> point2d(object(json));
            case "p3" -> point3d(object(json));
            case "blob" -> blob(array(json));
            case "struct" -> new QueryArgument.OfStruct(object(binary(json)));
            case "datetime" -> dateTime(text(json));
            case "nav" -> navigation(object(json));
            case "array" -> new QueryArgument.OfArray(array(binary(json)));
            default -> QueryArgument.NULL;
        };
    }

    private static QueryArgument integer(long value) {
        return value == (int) value ? new QueryArgument.OfInteger((int) value) : QueryArgument.of(value);
    }

    /** Binary values inside of others, {@code {"$bin": base64}} in test files, in the form of the wire. */
    private static JsonValue binary(JsonValue json) {
        return switch (json) {
            case JsonObject object
            when object.text("$bin") != null -> JsonValue.of("encoding=base64;" + object.text("$bin"));
            case JsonObject object -> {
                JsonObject.Builder members = JsonObject.builder();
                object.members().forEach((name, member) -> members.put(name, binary(member)));
                yield members.build();
            }
            case JsonArray array ->
                new JsonArray(array.items().stream().map(ArgumentReader::binary).toList());
            default -> json;
        };
    }

    private static QueryArgument idSet(JsonArray ids) {
        List<Long> parsed = ids.items().stream().map(id -> Id64.parse(text(id))).toList();
        return QueryArgument.idSet(parsed);
    }

    private static QueryArgument point2d(JsonObject point) {
        return new QueryArgument.OfPoint2d(member(point, "x"), member(point, "y"));
    }

    private static QueryArgument point3d(JsonObject point) {
        return new QueryArgument.OfPoint3d(member(point, "x"), member(point, "y"), member(point, "z"));
    }

    private static QueryArgument blob(JsonArray bytes) {
        byte[] blob = new byte[bytes.size()];
        for (int i = 0; i < blob.length; i++) {
            blob[i] = (byte) number(bytes.get(i)).exact();
        }
        return new QueryArgument.OfBlob(blob);
    }

    /** The Julian day of a date, with or without a time and an offset. */
    private static QueryArgument dateTime(String iso) {
        String full = iso.contains("T") ? iso : iso + "T00:00:00";
        String local = full.endsWith("Z") ? full.substring(0, full.length() - 1) : full;
        try {
            long millis = LocalDateTime.parse(local).toInstant(ZoneOffset.UTC).toEpochMilli();
            return new QueryArgument.OfDateTime(millis / 86_400_000.0 + 2_440_587.5);
        } catch (DateTimeParseException e) {
            throw wrong("a date and time", JsonValue.of(iso));
        }
    }

    private QueryArgument navigation(JsonObject json) {
        String relationship = json.text("relClassName");
        long classId = 0;
        if (relationship != null) {
            ECClass found = schemas.tryClass(relationship);
            if (found == null) {
                throw new IModelException(Status.BAD_ARG, "Relationship class of an argument does not exist")
                        .with("class", relationship);
            }
            classId = found.id();
        }
        JsonValue id = json.get("id");
        return new QueryArgument.OfNavigation(Id64.parse(id == null ? "" : text(id)), classId);
    }

    private static double member(JsonObject point, String name) {
        JsonValue.Number number = point.number(name);
        if (number == null) {
            throw wrong("a point", point);
        }
        return number.value();
    }

    private static String text(JsonValue json) {
        return json instanceof JsonValue.Text text ? text.value() : ArgumentReader.<String>fail("a string", json);
    }

    private static JsonValue.Number number(JsonValue json) {
        return json instanceof JsonValue.Number number
                ? number
                : ArgumentReader.<JsonValue.Number>fail("a number", json);
    }

    private static boolean bool(JsonValue json) {
        return json instanceof JsonValue.Bool bool ? bool.value() : ArgumentReader.<Boolean>fail("true or false", json);
    }

    private static JsonArray array(JsonValue json) {
        return json instanceof JsonArray array ? array : ArgumentReader.<JsonArray>fail("an array", json);
    }

    private static JsonObject object(JsonValue json) {
        return json instanceof JsonObject object ? object : ArgumentReader.<JsonObject>fail("an object", json);
    }

    private static <T> T fail(String wanted, JsonValue json) {
        throw wrong(wanted, json);
    }

    private static IModelException wrong(String wanted, JsonValue json) {
        return new IModelException(Status.BAD_ARG, "Arguments hold a value that does not fit")
                .with("wanted", wanted)
                .with("value", org.imodel4j.json.Json.write(json));
    }
}
