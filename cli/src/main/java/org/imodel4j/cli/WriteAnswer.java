package org.imodel4j.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.imodel4j.cli.query.ArgumentReader;
import org.imodel4j.ecsql.run.Door;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.ecsql.run.ECSqlWrite;
import org.imodel4j.ecsql.run.QueryArguments;
import org.imodel4j.ecsql.run.RowFormat;
import org.imodel4j.ecsql.run.RowOptions;
import org.imodel4j.ecsql.run.WriteResult;
import org.imodel4j.error.IModelException;
import org.imodel4j.id.Id64;
import org.imodel4j.imodel.ECDb;
import org.imodel4j.imodel.WritableECDb;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one line of a batch that writes: what each statement gave, the first failure that is no status, and the rows of the queries
 * that are asked afterwards on the same connection. Nothing is saved.
 */
final class WriteAnswer {
    private final BatchLine line;
    private final List<JsonValue> steps = new ArrayList<>();
    private @Nullable JsonValue error;

    private WriteAnswer(BatchLine line) {
        this.line = line;
    }

    /** Writes the members of the answer that stand behind its id. */
    static void write(BatchLine line, Path file, JsonWriter out) {
        WriteAnswer answer = new WriteAnswer(line);
        List<JsonValue> verify = new ArrayList<>();
        try (WritableECDb db = ECDb.openForWrite(file)) {
            answer.run(db);
            for (String query : line.verify()) {
                verify.add(rows(db, query));
            }
        }
        out.name("steps").value(new JsonArray(answer.steps));
        if (answer.error != null) {
            out.name("error").value(answer.error);
        }
        out.name("verify").value(new JsonArray(verify));
    }

    private void run(WritableECDb db) {
        String phase = "prepare";
        try {
            for (String ecsql : line.texts()) {
                phase = "prepare";
                try (ECSqlWrite statement = db.prepare(ecsql)) {
                    phase = "bind";
                    statement.bind(arguments(db));
                    phase = "step";
                    steps.add(step(statement));
                }
            }
        } catch (IModelException e) {
            error = BatchAnswer.error(phase, e);
        }
    }

    private QueryArguments arguments(WritableECDb db) {
        JsonValue args = line.args();
        return args == null ? QueryArguments.NONE : new ArgumentReader(db.schemas()).read(args);
    }

    private static JsonValue step(ECSqlWrite statement) {
        WriteResult result = statement.step();
        JsonObject.Builder step = JsonObject.builder().put("status", result.statusName());
        if (statement.compiled().isInsert() && result.isDone()) {
            step.put("id", Id64.toHex(result.id()));
        }
        return step.build();
    }

    private static JsonValue rows(WritableECDb db, String query) {
        List<JsonValue> rows = new ArrayList<>();
        JsonWriter row = new JsonWriter();
        try (ECSqlCursor cursor = db.reader().query(db.reader().compile(query, Door.STATEMENT), QueryArguments.NONE)) {
            while (cursor.step()) {
                row.reset();
                cursor.writeRowObject(row, RowFormat.ECSQL, RowOptions.DEFAULT);
                rows.add(BatchAnswer.marked(Json.parse(row.bytes())));
            }
        } catch (IModelException e) {
            return JsonObject.builder()
                    .put("error", BatchAnswer.error("step", e))
                    .build();
        }
        return JsonObject.builder().put("rows", new JsonArray(rows)).build();
    }
}
