package org.imodel4j.cli;

import java.util.List;
import org.imodel4j.cli.output.CellText;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * One line of a batch file.
 *
 * @param id comes back with the answer
 * @param dataset the file that the query is for; null when the line does not say
 * @param statement whether the line wants the statement API instead of the reader
 * @param write whether its statements change the file
 * @param texts one or, where they write, several statements
 * @param verify queries to be asked after the statements of a line that writes
 * @param args by name or position; null without any
 */
record BatchLine(
        JsonValue id,
        @Nullable String dataset,
        boolean statement,
        boolean write,
        List<String> texts,
        List<String> verify,
        @Nullable JsonValue args,
        boolean abbreviateBlobs,
        boolean classIdsToNames,
        long limit,
        long offset) {

    /** @throws IModelException the line is no JSON object, or lacks its ECSQL */
    static BatchLine parse(String line, int number) {
        if (!(parseJson(line, number) instanceof JsonObject json)) {
            throw new IModelException(Status.BAD_ARG, "Line of the batch is no JSON object").with("line", number);
        }
        JsonObject options = json.object("options");
        options = options == null ? JsonObject.EMPTY : options;
        JsonObject limit = options.object("limit");
        limit = limit == null ? JsonObject.EMPTY : limit;
        JsonValue id = json.get("id");
        return new BatchLine(
                id == null ? JsonValue.of(number) : id,
                json.text("dataset"),
                "stmt".equals(json.text("kind")),
                "write".equals(json.text("kind")),
                texts(json, number),
                verify(json),
                json.get("args"),
                Boolean.TRUE.equals(options.bool("abbreviateBlobs")),
                Boolean.TRUE.equals(options.bool("convertClassIdsToClassNames")),
                number(limit, "count", -1),
                number(limit, "offset", 0));
    }

    private static JsonValue parseJson(String line, int number) {
        try {
            return Json.parse(line);
        } catch (IModelException e) {
            throw e.with("line", number);
        }
    }

    /** Several texts are no query: their joined text says so when it is parsed as one. */
    String ecsql() {
        return String.join("; ", texts);
    }

    private static List<String> texts(JsonObject json, int number) {
        return switch (json.get("ecsql")) {
            case JsonValue.Text text -> List.of(text.value());
            case JsonArray texts -> texts.items().stream().map(CellText::of).toList();
            case null, default ->
                throw new IModelException(Status.BAD_ARG, "Line of the batch has no ecsql").with("line", number);
        };
    }

    private static List<String> verify(JsonObject json) {
        JsonArray verify = json.array("verify");
        return verify == null
                ? List.of()
                : verify.items().stream().map(CellText::of).toList();
    }

    private static long number(JsonObject json, String name, long otherwise) {
        JsonValue.Number number = json.number(name);
        return number == null ? otherwise : number.exact();
    }
}
