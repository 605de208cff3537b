package org.imodel4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.imodel4j.cli.query.ArgumentReader;
import org.imodel4j.cli.query.OpenFile;
import org.imodel4j.ecsql.run.CompiledQuery;
import org.imodel4j.ecsql.run.Door;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.ecsql.run.QueryArguments;
import org.imodel4j.ecsql.run.RowFormat;
import org.imodel4j.ecsql.run.RowOptions;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** The answer to one line of a batch. */
final class BatchAnswer {
    private static final String BLOB = "encoding=base64;";

    private record Rows(JsonValue columns, List<JsonValue> js, List<JsonValue> ecsql, List<JsonValue> index) {}

    private BatchAnswer() {}

    /** Writes the members of the answer that stand behind its id. */
    static void write(BatchLine line, OpenFile file, JsonWriter out) {
        Rows rows;
        try {
            rows = run(line, file);
        } catch (IModelException e) {
            error(e, out);
            return;
        }
        out.name("columns").value(rows.columns());
        out.name("rows").beginObject();
        out.name("js").value(new JsonArray(rows.js()));
        out.name("ecsql").value(new JsonArray(rows.ecsql()));
        out.name("index").value(new JsonArray(rows.index()));
        out.endObject();
    }

    private static Rows run(BatchLine line, OpenFile file) {
        if (line.write()) {
            throw new IModelException(Status.BE_SQLITE_READONLY, "Lines that write need --each-on-copy");
        }
        JsonValue args = line.args();
        QueryArguments arguments = args == null ? QueryArguments.NONE : new ArgumentReader(file.schemas()).read(args);
        return file.read(connection -> {
            CompiledQuery query = connection.compile(line.ecsql(), line.statement() ? Door.STATEMENT : Door.READER);
            try (ECSqlCursor cursor = connection.query(query, arguments, line.limit(), line.offset())) {
                return rows(cursor, line);
            }
        });
    }

    private static Rows rows(ECSqlCursor cursor, BatchLine line) {
        JsonWriter columns = new JsonWriter();
        columns.beginArray();
        RowOptions options = new RowOptions(line.abbreviateBlobs(), line.classIdsToNames());
        cursor.query().columns(options).forEach(column -> column.writeMeta(columns));
        columns.endArray();
        Rows rows = new Rows(Json.parse(columns.bytes()), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        JsonWriter row = new JsonWriter();
        while (cursor.step()) {
            rows.js().add(row(cursor, RowFormat.JS, options, row));
            rows.ecsql().add(row(cursor, RowFormat.ECSQL, options, row));
            rows.index().add(row(cursor, RowFormat.INDEX, options, row));
        }
        return rows;
    }

    private static JsonValue row(ECSqlCursor cursor, RowFormat format, RowOptions options, JsonWriter row) {
        row.reset();
        cursor.writeRowObject(row, format, options);
        return marked(Json.parse(row.bytes()));
    }

    /** Binary values in the form of test files, {@code {"$bin": base64}}, instead of that of the wire. */
    static JsonValue marked(JsonValue value) {
        return switch (value) {
            case JsonValue.Text text
            when text.value().startsWith(BLOB) ->
                JsonObject.builder()
                        .put("$bin", text.value().substring(BLOB.length()))
                        .build();
            case JsonArray array ->
                new JsonArray(array.items().stream().map(BatchAnswer::marked).toList());
            case JsonObject object -> {
                JsonObject.Builder marked = JsonObject.builder();
                for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                    marked.put(member.getKey(), marked(member.getValue()));
                }
                yield marked.build();
            }
            default -> value;
        };
    }

    private static void error(IModelException failure, JsonWriter out) {
        out.name("error").value(error(null, failure));
    }

    /** @param phase what was being done; null where there is only one thing to do */
    static JsonValue error(@Nullable String phase, IModelException failure) {
        return JsonObject.builder()
                .putIfPresent("phase", phase)
                .put("errorNumber", failure.errorNumber())
                .put("status", statusName(Status.tryOf(failure.errorNumber()), failure.errorNumber()))
                .put("message", failure.text())
                .build();
    }

    private static String statusName(@Nullable Status status, int number) {
        return status == null ? Status.textOf(number) : status.name();
    }
}
