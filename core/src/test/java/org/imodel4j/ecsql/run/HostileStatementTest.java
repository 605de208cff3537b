package org.imodel4j.ecsql.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.error.IModelException;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonWriter;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDrivers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the text is, it gives rows or an IModelException, in bounded time. */
class HostileStatementTest {
    @TempDir
    private Path folder;

    private ReadConnection connection;

    @BeforeEach
    void open() throws IOException {
        Path file = folder.resolve("types.bim");
        Files.write(file, Files.readAllBytes(fixtures().resolve("types.bim")));
        ECSchemas schemas = new ECSchemas(() -> SqliteDrivers.best().open(OpenRequest.readOnly(file)));
        connection = new ECSqlEngine(schemas).connect(SqliteDrivers.best().open(OpenRequest.readOnly(file)));
    }

    @AfterEach
    void close() {
        connection.close();
        connection.engine().schemas().close();
    }

    private static Path fixtures() {
        return Path.of(System.getProperty("imodel4j.fixtures"), "ecsql");
    }

    private String run(String ecsql) {
        int[] asked = {0};
        connection.onProgress(() -> ++asked[0] > 200);
        JsonWriter out = new JsonWriter();
        try (ECSqlCursor cursor = connection.query(ecsql)) {
            for (int i = 0; i < 50 && cursor.step(); i++) {
                cursor.writeRowObject(out, RowFormat.JS, RowOptions.DEFAULT);
            }
            return "rows";
        } catch (IModelException refused) {
            assertThat(refused.errorNumber() & 0xff).isIn(1, 9, 18);
            return "refused";
        }
    }

    @Test
    void longSumsAndDeepNestingAreAnsweredOrRefused() {
        assertThat(run("SELECT " + "1+".repeat(900) + "1")).isIn("rows", "refused");
        assertThat(run("SELECT " + "1+".repeat(50_000) + "1")).isEqualTo("refused");
        assertThat(run("SELECT " + "(".repeat(150) + "1" + ")".repeat(150))).isEqualTo("rows");
        assertThat(run("SELECT " + "(".repeat(100_000) + "1")).isEqualTo("refused");
        assertThat(run("SELECT " + "abs(".repeat(150) + "1" + ")".repeat(150))).isIn("rows", "refused");
        assertThat(run("SELECT * FROM (".repeat(60) + "SELECT 1" + ")".repeat(60)))
                .isEqualTo("rows");
        assertThat(run("SELECT I FROM et.Thing WHERE " + "NOT ".repeat(150) + "I=1"))
                .isIn("rows", "refused");
        assertThat(run("SELECT I FROM et.Thing WHERE " + "I=1 OR ".repeat(5_000) + "I=2"))
                .isIn("rows", "refused");
        assertThat(run("SELECT 1" + " UNION ALL SELECT 1".repeat(2_000))).isIn("rows", "refused");
    }

    @Test
    void manyColumnsAndLongLiteralsAreAnsweredOrRefused() {
        assertThat(run("SELECT 1" + ",1".repeat(1_500))).isEqualTo("rows");
        assertThat(run("SELECT 1" + ",1".repeat(100_000))).isEqualTo("refused");
        assertThat(run("SELECT length('" + "x".repeat(2_000_000) + "')")).isEqualTo("rows");
    }

    @Test
    void changedStatementsNeverBreakAnything() throws IOException {
        Random random = new Random(20261124);
        String[] statements;
        try (Stream<String> lines = Files.lines(fixtures().resolve("corpus.jsonl"))) {
            statements = lines.map(line -> ((JsonObject) Json.parse(line)).text("ecsql"))
                    .filter(text -> text != null && text.startsWith("SELECT"))
                    .toArray(String[]::new);
        }
        for (int i = 0; i < 3_000; i++) {
            String ecsql = statements[random.nextInt(statements.length)];
            String[] words = ecsql.split("(?<=\\W)|(?=\\W)");
            for (int k = 0; k <= random.nextInt(3); k++) {
                String other = statements[random.nextInt(statements.length)];
                String[] others = other.split("(?<=\\W)|(?=\\W)");
                words[random.nextInt(words.length)] =
                        random.nextInt(4) == 0 ? "" : others[random.nextInt(others.length)];
            }
            assertThat(run(String.join("", words))).isIn("rows", "refused");
        }
    }
}
