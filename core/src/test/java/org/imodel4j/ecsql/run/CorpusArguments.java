package org.imodel4j.ecsql.run;

import java.util.Map;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Reads the arguments of recorded statements: {@code [type, value]} by index or name. */
final class CorpusArguments {
    private CorpusArguments() {}

    static QueryArguments of(@Nullable JsonObject args, ECSchemas schemas) {
        QueryArguments.Builder builder = QueryArguments.builder();
        if (args != null) {
            for (Map.Entry<String, JsonValue> entry : args.members().entrySet()) {
                JsonArray pair = (JsonArray) entry.getValue();
                QueryArgument value = argument(
                        ((JsonValue.Text) pair.get(0)).value(),
                        pair.size() > 1 ? pair.get(1) : JsonValue.NULL,
                        schemas);
                if (Character.isDigit(entry.getKey().charAt(0))) {
                    builder.set(Integer.parseInt(entry.getKey()), value);
                } else {
                    builder.set(entry.getKey(), value);
                }
            }
        }
        return builder.build();
    }

    private static QueryArgument argument(String type, JsonValue value, ECSchemas schemas) {
        return switch (type) {
            case "int" -> integer((long) number(value));
            case "long" -> new QueryArgument.OfLong((long) number(value));
            case "double" -> new QueryArgument.OfDouble(number(value));
            case "bool" -> new QueryArgument.OfBoolean(((JsonValue.Bool) value).value());
            case "string" -> new QueryArgument.OfString(text(value));
            case "id" -> new QueryArgument.OfId(Id64.parse(text(value)));
            case "idset" ->
                new QueryArgument.OfIdSet(((JsonArray) value)
                        .items().stream().mapToLong(id -> Id64.parse(text(id))).toArray());
            case "p2" -> new QueryArgument.OfPoint2d(member(value, "x"), member(value, "y"));
            case "p3" -> new QueryArgument.OfPoint3d(member(value, "x"), member(value, "y"), member(value, "z"));
            case "struct" -> new QueryArgument.OfStruct((JsonObject) binary(value));
            case "datetime" -> QueryArgument.dateTime(text(value));
            case "nav" -> navigation((JsonObject) value, schemas);
            case "array" -> new QueryArgument.OfArray((JsonArray) binary(value));
            case "blob" -> new QueryArgument.OfBlob(bytes((JsonArray) value));
            default -> QueryArgument.NULL;
        };
    }

    /** Binary values inside of others, in the form of the wire. */
    private static JsonValue binary(JsonValue value) {
        return switch (value) {
            case JsonObject object
            when object.text("$bin") != null -> JsonValue.of("encoding=base64;" + object.text("$bin"));
            case JsonObject object -> {
                JsonObject.Builder members = JsonObject.builder();
                object.members().forEach((name, member) -> members.put(name, binary(member)));
                yield members.build();
            }
            case JsonArray array ->
                new JsonArray(
                        array.items().stream().map(CorpusArguments::binary).toList());
            default -> value;
        };
    }

    /** A relationship class that does not exist is none, as in the JavaScript API. */
    private static QueryArgument navigation(JsonObject value, ECSchemas schemas) {
        String id = value.text("id");
        String relationship = value.text("relClassName");
        ECClass known = relationship == null ? null : schemas.tryClass(relationship);
        return new QueryArgument.OfNavigation(id == null ? 0 : Id64.parse(id), known == null ? 0 : known.id());
    }

    private static QueryArgument integer(long value) {
        return value == (int) value ? new QueryArgument.OfInteger((int) value) : new QueryArgument.OfLong(value);
    }

    private static byte[] bytes(JsonArray items) {
        byte[] bytes = new byte[items.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) number(items.get(i));
        }
        return bytes;
    }

    private static double member(JsonValue value, String name) {
        JsonValue member = ((JsonObject) value).get(name);
        return member == null ? 0 : number(member);
    }

    private static double number(JsonValue value) {
        return ((JsonValue.Number) value).value();
    }

    private static String text(JsonValue value) {
        return ((JsonValue.Text) value).value();
    }
}
