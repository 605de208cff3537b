package org.imodel4j.cli;

import org.imodel4j.cli.output.CellText;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * One line of a batch file.
 *
 * @param id comes back with the answer
 * @param dataset the file that the query is for; null when the line does not say
 * @param statement whether the line wants the statement API instead of the reader
 * @param args by name or position; null without any
 */
record BatchLine(
        JsonValue id,
        @Nullable String dataset,
        boolean statement,
        String ecsql,
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
                ecsql(json, number),
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

    /** Several texts are one script to write statements with, and no query: their joined text says so when it is parsed. */
    private static String ecsql(JsonObject json, int number) {
        return switch (json.get("ecsql")) {
            case JsonValue.Text text -> text.value();
            case org.imodel4j.json.JsonArray texts ->
                String.join("; ", texts.items().stream().map(CellText::of).toList());
            case null, default ->
                throw new IModelException(Status.BAD_ARG, "Line of the batch has no ecsql").with("line", number);
        };
    }

    private static long number(JsonObject json, String name, long otherwise) {
        JsonValue.Number number = json.number(name);
        return number == null ? otherwise : number.exact();
    }
}
