package org.imodel4j.cli.edit;

import java.util.List;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * One line of a batch of edits.
 *
 * @param id comes back with the answer
 * @param args those of the function; a value that is no array is the only one
 */
record EditLine(JsonValue id, String op, List<JsonValue> args) {
    /** Stands for bytes, as in the files of recorded edits. */
    private static final String BYTES = "$bytes";

    /** @throws IModelException the line is no JSON object, or lacks its op */
    static EditLine parse(String line, int number) {
        if (!(parseJson(line, number) instanceof JsonObject json)) {
            throw new IModelException(Status.BAD_ARG, "Line of the batch is no JSON object").with("line", number);
        }
        JsonValue id = json.get("id");
        String op = json.text("op");
        if (op == null) {
            throw new IModelException(Status.BAD_ARG, "Line of the batch has no op").with("line", number);
        }
        JsonValue args = json.get("args");
        List<JsonValue> list =
                switch (args) {
                    case null -> List.of();
                    case JsonArray array -> array.items();
                    default -> List.of(args);
                };
        return new EditLine(
                id == null ? JsonValue.of(number) : id,
                op,
                list.stream().map(EditLine::withBytes).toList());
    }

    private static JsonValue parseJson(String line, int number) {
        try {
            return Json.parse(line);
        } catch (IModelException e) {
            throw e.with("line", number);
        }
    }

    /** Bytes as edits take them. */
    private static JsonValue withBytes(JsonValue value) {
        return switch (value) {
            case JsonArray array ->
                new JsonArray(array.items().stream().map(EditLine::withBytes).toList());
            case JsonObject object -> {
                String bytes = object.text(BYTES);
                if (bytes != null) {
                    yield JsonValue.of("encoding=base64;" + bytes);
                }
                JsonObject.Builder members = JsonObject.builder();
                object.members().forEach((name, member) -> members.put(name, withBytes(member)));
                yield members.build();
            }
            default -> value;
        };
    }

    /** An argument by its position, null when it is missing or JSON's null. */
    @Nullable
    JsonValue tryArg(int index) {
        JsonValue arg = index < args.size() ? args.get(index) : null;
        return arg instanceof JsonValue.Null ? null : arg;
    }

    /** @throws IModelException BadArg when the argument is no object */
    JsonObject object(int index) {
        if (tryArg(index) instanceof JsonObject object) {
            return object;
        }
        throw unfit("an object", index);
    }

    /** @throws IModelException BadArg when the argument is no text */
    String text(int index) {
        if (tryArg(index) instanceof JsonValue.Text text) {
            return text.value();
        }
        throw unfit("a text", index);
    }

    /**
     * The texts of an argument that is one text or an array of them.
     *
     * @throws IModelException BadArg when it is something else
     */
    List<String> texts(int index) {
        return switch (tryArg(index)) {
            case JsonValue.Text text -> List.of(text.value());
            case JsonArray array ->
                array.items().stream().map(item -> item(item, index)).toList();
            case null, default -> throw unfit("a text or an array of texts", index);
        };
    }

    private String item(JsonValue item, int index) {
        if (item instanceof JsonValue.Text text) {
            return text.value();
        }
        throw unfit("an array of texts", index);
    }

    private IModelException unfit(String wanted, int index) {
        return new IModelException(Status.BAD_ARG, op + " needs " + wanted + " as argument " + (index + 1));
    }
}
