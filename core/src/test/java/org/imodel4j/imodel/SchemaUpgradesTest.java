package org.imodel4j.imodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imodel4j.ec.schema.StoredFile.texts;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.imodel4j.ec.schema.StoredFile;
import org.imodel4j.ec.xml.SchemaInput;
import org.imodel4j.ecsql.run.QueryArguments;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteDrivers;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Upgrades of schemas change files, row by row, as they do in the reference. */
@NullUnmarked
class SchemaUpgradesTest {
    /** The reference forgets the second class of a constraint that gets one; ours keeps it. */
    private static final Map<String, String> KEPT = Map.of("constraint2", "ec_RelationshipConstraintClass 67,65,90");

    @TempDir
    Path folder;

    record Case(String name, List<JsonObject> steps, Set<String> gone, Set<String> come) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> recorded() {
        String lines = new String(StoredFile.bytes("schema-upgrades/upgrades.jsonl"), StandardCharsets.UTF_8);
        return lines.lines()
                .map(line -> (JsonObject) Json.parse(line))
                .map(json -> new Case(
                        json.text("name"),
                        json.array("steps").items().stream()
                                .map(step -> (JsonObject) step)
                                .collect(Collectors.toList()),
                        new TreeSet<>(strings(json, "gone")),
                        new TreeSet<>(strings(json, "come"))))
                .collect(Collectors.toList());
    }

    private static List<String> strings(JsonObject json, String name) {
        return json.array(name).items().stream()
                .map(item -> ((JsonValue.Text) item).value())
                .collect(Collectors.toList());
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void theLastStepChangesWhatItChangesInTheReference(Case recorded) {
        Path file = folder.resolve("new.ecdb");
        Set<String> before = Set.of();
        try (WritableECDb db = ECDb.create(file)) {
            for (JsonObject step : recorded.steps()) {
                before = rows(file);
                run(db, step);
                db.saveChanges();
            }
        }
        Set<String> after = rows(file);
        assertThat(minus(before, after)).isEqualTo(recorded.gone());
        Set<String> come = new TreeSet<>(recorded.come());
        if (KEPT.containsKey(recorded.name())) {
            come.add(KEPT.get(recorded.name()));
        }
        assertThat(minus(after, before)).isEqualTo(come);
    }

    private static void run(WritableECDb db, JsonObject step) {
        String schema = step.text("schema");
        if (schema != null) {
            db.importSchemas(List.of(new SchemaInput.Text("step", schema)), List.of());
        } else {
            strings(step, "ecsql")
                    .forEach(ecsql -> db.write(ecsql, QueryArguments.NONE).orThrow());
        }
    }

    private static Set<String> minus(Set<String> rows, Set<String> others) {
        Set<String> rest = new TreeSet<>(rows);
        rest.removeAll(others);
        return rest;
    }

    private static Set<String> rows(Path file) {
        Set<String> rows = new TreeSet<>();
        try (SqliteDatabase database = SqliteDrivers.best().open(OpenRequest.readOnly(file))) {
            rows.addAll(texts(database, "SELECT type||' '||sql FROM sqlite_master WHERE sql IS NOT NULL"));
            for (String table : texts(
                    database,
                    "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
                            + " AND name NOT IN ('be_Prop','be_Local')")) {
                String columns = texts(database, "SELECT name FROM pragma_table_info('" + table + "')").stream()
                        .filter(column -> !table.startsWith("ec_cache") || !column.equals("Id"))
                        .map(column -> "quote([" + column + "])")
                        .collect(Collectors.joining("||','||"));
                rows.addAll(texts(database, "SELECT '" + table + " '||" + columns + " FROM [" + table + "]"));
            }
        }
        return rows;
    }
}
