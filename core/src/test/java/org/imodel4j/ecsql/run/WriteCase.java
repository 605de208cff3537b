package org.imodel4j.ecsql.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.imodel4j.error.IModelException;
import org.imodel4j.id.Id64;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Recorded statements that write: run on a fresh copy of their file, and compared with what iTwin.js answered. */
record WriteCase(JsonObject json) {
    String id() {
        return text(json, "id");
    }

    String dataset() {
        return text(json, "dataset");
    }

    List<String> statements() {
        return json.get("ecsql") instanceof JsonArray several ? texts(several) : List.of(text(json, "ecsql"));
    }

    private static List<String> texts(@Nullable JsonArray array) {
        List<String> texts = new ArrayList<>();
        if (array != null) {
            array.items().forEach(item -> texts.add(((JsonValue.Text) item).value()));
        }
        return texts;
    }

    private static String text(JsonObject object, String name) {
        String text = object.text(name);
        return text == null ? "" : text;
    }

    boolean fails() {
        return expect().get("error") != null;
    }

    private JsonObject expect() {
        JsonObject expect = json.object("expect");
        return expect == null ? JsonObject.EMPTY : expect;
    }

    /** What differs from the record, or null when nothing does. */
    @Nullable
    String difference(String fixture, Path folder) {
        try (WritableCopy copy = WritableCopy.of(fixture, folder)) {
            String done = run(copy);
            String wanted = recorded();
            return done.equals(wanted) ? differenceOfRows(copy) : "expected " + wanted + "\n  got      " + done;
        }
    }

    private String run(WritableCopy copy) {
        StringBuilder done = new StringBuilder();
        String phase = "prepare";
        try {
            for (String ecsql : statements()) {
                phase = "prepare";
                try (ECSqlWrite statement = copy.connection().prepare(ecsql)) {
                    phase = "bind";
                    statement.bind(CorpusArguments.of(json.object("args"), copy.schemas()));
                    phase = "step";
                    WriteResult result = statement.step();
                    String id = statement.compiled().isInsert() && result.isDone() ? Id64.toHex(result.id()) : "";
                    done.append(result.statusName()).append(' ').append(id).append(';');
                }
            }
        } catch (IModelException failure) {
            done.append(phase).append(' ').append(failure.errorNumber());
        }
        return done.toString();
    }

    private String recorded() {
        StringBuilder recorded = new StringBuilder();
        JsonArray steps = expect().array("steps");
        for (JsonValue step : steps == null ? JsonArray.EMPTY.items() : steps.items()) {
            recorded.append(text((JsonObject) step, "status")).append(' ');
            recorded.append(text((JsonObject) step, "id")).append(';');
        }
        JsonObject error = expect().object("error");
        JsonValue.Number number = error == null ? null : error.number("errorNumber");
        if (error != null && number != null) {
            recorded.append(text(error, "phase")).append(' ').append(number.exact());
        }
        return recorded.toString();
    }

    private @Nullable String differenceOfRows(WritableCopy copy) {
        JsonArray verify = expect().array("verify");
        for (JsonValue each : verify == null ? JsonArray.EMPTY.items() : verify.items()) {
            String query = text((JsonObject) each, "ecsql");
            JsonArray rows = ((JsonObject) each).array("rows");
            List<String> wanted = CorpusCase.canonical(rows == null ? JsonArray.EMPTY : rows);
            List<String> got = CorpusCase.canonical(copy.rows(query));
            if (!query.contains("ORDER BY")) {
                wanted.sort(null);
                got.sort(null);
            }
            if (!wanted.equals(got)) {
                return query + "\n  expected " + wanted + "\n  got      " + got;
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return id()
                + ' '
                + String.join("; ", statements())
                + ' '
                + (json.get("args") == null ? "" : Json.write(json.get("args")));
    }
}
