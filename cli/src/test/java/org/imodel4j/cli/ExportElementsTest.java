package org.imodel4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.imodel4j.bis.ElementKey;
import org.imodel4j.bis.ElementOptions;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.id.Id64;
import org.imodel4j.imodel.SnapshotDb;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.testkit.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code imodel export} without a query. */
class ExportElementsTest {
    @TempDir
    private Path dir;

    private static List<Long> ids(SnapshotDb db) {
        return db.read(connection -> {
            List<Long> ids = new ArrayList<>();
            try (ECSqlCursor cursor = connection.query("SELECT ECInstanceId FROM bis.Element ORDER BY ECInstanceId")) {
                while (cursor.step()) {
                    ids.add(cursor.getLong(0));
                }
            }
            return ids;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"building.bim", "all-types.bim", "views.bim", "located.bim", "empty.bim"})
    void everyElementIsALineAsAReadOfItsIdGivesIt(String fixture) throws IOException {
        Path file = Fixtures.copy(fixture, dir);
        Path out = dir.resolve("elements.jsonl");
        assertThat(Ran.imodel("export", file.toString(), "--format", "jsonl", "--out", out.toString()))
                .isEqualTo(new Ran(0, "", ""));
        List<String> lines = Files.readAllLines(out);
        try (SnapshotDb db = SnapshotDb.open(file)) {
            List<Long> ids = ids(db);
            assertThat(lines).hasSameSizeAs(ids);
            for (int i = 0; i < lines.size(); i++) {
                assertThat(Json.parse(lines.get(i)))
                        .isEqualTo(db.elements().get(ElementKey.of(ids.get(i)), ElementOptions.DEFAULT));
            }
        }
    }

    @Test
    void geometryIsAmongThemWhenItIsAskedFor() {
        Path file = Fixtures.copy("geometry/shapes.bim", dir);
        ElementOptions options = ElementOptions.DEFAULT.withGeometry(true, false);
        Ran ran = Ran.imodel("export", file.toString(), "--format", "jsonl", "--geometry");
        assertThat(ran.err()).isEmpty();
        try (SnapshotDb db = SnapshotDb.open(file)) {
            for (String line : ran.lines()) {
                JsonObject props = (JsonObject) Json.parse(line);
                long id = Id64.parse(Objects.requireNonNull(props.text("id")));
                assertThat(props).isEqualTo(db.elements().get(ElementKey.of(id), options));
            }
        }
        assertThat(ran.out()).contains("\"geom\":[{\"header\"");
    }

    @Test
    void withoutOutLinesGoToTheOutputInTheOrderOfIds() {
        Path file = Fixtures.copy("building.bim", dir);
        Ran ran = Ran.imodel("export", file.toString(), "--format", "jsonl");
        assertThat(ran.err()).isEmpty();
        List<Long> ids = ran.lines().stream()
                .map(line -> Id64.parse(Objects.requireNonNull(((JsonObject) Json.parse(line)).text("id"))))
                .toList();
        assertThat(ids).isSorted().doesNotHaveDuplicates().startsWith(1L);
    }

    @Test
    void whatBelongsToAQueryIsNotUnderstood() {
        String file = Fixtures.copy("building.bim", dir).toString();
        for (String[] args : new String[][] {
            {"export", file},
            {"export", file, "--format", "csv"},
            {"export", file, "--format", "parquet", "--out", "x"},
            {"export", file, "--format", "jsonl", "--args", "[1]"},
            {"export", file, "--format", "jsonl", "--query", "SELECT 1", "--geometry"},
            {"export", file, "--format", "jsonl", "--value-format", "ecsql"},
            {"export", file, "--format", "jsonl", "--out", file},
        }) {
            Ran ran = Ran.imodel(args);
            assertThat(ran.exit()).as(String.join(" ", args)).isEqualTo(2);
            assertThat(ran.err().lines()).hasSize(1);
        }
    }

    @Test
    void filesWithoutElementsAreRefusedInOneLine() {
        for (String file : List.of(
                Fixtures.copy("ecsql/plain.ecdb", dir).toString(),
                dir.resolve("gone.bim").toString())) {
            Path out = dir.resolve("elements.jsonl");
            Ran ran = Ran.imodel("export", file, "--format", "jsonl", "--out", out.toString());
            assertThat(ran.exit()).isEqualTo(1);
            assertThat(ran.err().lines()).hasSize(1);
            assertThat(ran.err()).doesNotContain("internal error");
            assertThat(out).doesNotExist();
        }
    }
}
