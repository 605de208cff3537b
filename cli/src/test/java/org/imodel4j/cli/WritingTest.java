package org.imodel4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.imodel4j.ecsql.run.QueryArguments;
import org.imodel4j.imodel.ECDb;
import org.imodel4j.imodel.WritableECDb;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.testkit.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code imodel query} with statements that write: on copies, and on the file itself when the user says so. */
class WritingTest {
    @TempDir
    private Path dir;

    private Path file = Path.of("");

    @BeforeEach
    void copy() {
        file = Fixtures.copy("ecsql/plain.ecdb", dir);
    }

    private Ran batch(String... lines) throws IOException {
        Path batch = Files.write(dir.resolve("batch.jsonl"), List.of(lines));
        return Ran.imodel("query", file.toString(), "--batch", batch.toString(), "--each-on-copy");
    }

    private static JsonObject answer(Ran ran, int line) {
        return (JsonObject) Json.parse(ran.lines().get(line));
    }

    private static Set<Path> copies() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(path -> path.getFileName().toString().startsWith("imodel-copies"))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void eachLineWritesToAFreshCopyAndTheFileStaysAsItIs() throws IOException {
        byte[] before = Files.readAllBytes(file);
        Set<Path> copies = copies();
        Ran ran = batch(
                "{\"id\":1,\"kind\":\"write\",\"ecsql\":[\"INSERT INTO pl.Solo(Name) VALUES('a')\",\"DELETE FROM pl.Dog\"],"
                        + "\"verify\":[\"SELECT COUNT(*) n FROM pl.Solo\"]}",
                "{\"id\":2,\"kind\":\"write\",\"ecsql\":\"INSERT INTO pl.Solo(ECInstanceId,Name) VALUES(?,'b')\","
                        + "\"args\":{\"1\":[\"id\",\"0x1\"]},\"verify\":[\"SELECT COUNT(*) n FROM pl.Solo\"]}",
                "{\"id\":3,\"ecsql\":\"SELECT COUNT(*) n FROM pl.Solo\"}");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.lines().subList(0, 2))
                .containsExactly(
                        "{\"id\":1,\"steps\":[{\"status\":\"BE_SQLITE_DONE\",\"id\":\"0x21\"},{\"status\":\"BE_SQLITE_DONE\"}],"
                                + "\"verify\":[{\"rows\":[{\"n\":7}]}]}",
                        "{\"id\":2,\"steps\":[{\"status\":\"BE_SQLITE_CONSTRAINT_PRIMARYKEY\"}],"
                                + "\"verify\":[{\"rows\":[{\"n\":6}]}]}");
        assertThat(ran.lines().get(2)).contains("\"js\":[{\"n\":6}]");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(copies()).isEqualTo(copies);
    }

    @Test
    void failuresNameTheirPhase() throws IOException {
        Ran ran = batch(
                "{\"id\":1,\"kind\":\"write\",\"ecsql\":\"UPDATE pl.Solo SET Nope=1\",\"verify\":[\"SELECT 1 n\"]}",
                "{\"id\":2,\"kind\":\"write\",\"ecsql\":\"INSERT INTO pl.Solo(P2) VALUES(?)\",\"args\":{\"1\":[\"string\",\"x\"]}}");
        JsonObject error = Objects.requireNonNull(answer(ran, 0).object("error"));
        assertThat(error.text("phase")).isEqualTo("prepare");
        assertThat(error.text("status")).isEqualTo("BE_SQLITE_ERROR");
        assertThat(error.text("message")).isEqualTo("No property or enumeration found for expression 'Nope'.");
        assertThat(answer(ran, 0).array("verify")).isEqualTo(Json.parse("[{\"rows\":[{\"n\":1}]}]"));
        assertThat(answer(ran, 1).object("error")).isNotNull().satisfies(bound -> assertThat(bound.text("phase"))
                .isEqualTo("bind"));
    }

    @Test
    void nothingIsMadeOrChangedBesideAFileWithALog() throws IOException {
        Path open = Fixtures.copy("ecsql/plain.ecdb", dir.resolve("log"));
        toWriteAheadLog(open);
        try (WritableECDb writer = ECDb.openForWrite(open)) {
            writer.write("INSERT INTO pl.Solo(Name) VALUES('in the log')", QueryArguments.NONE)
                    .orThrow();
            writer.saveChanges();
            file = open;
            List<FileTime> times = times(dir.resolve("log"));
            Ran ran = batch("{\"id\":1,\"kind\":\"write\",\"ecsql\":\"DELETE FROM pl.Dog\","
                    + "\"verify\":[\"SELECT COUNT(*) n FROM pl.Solo\"]}");
            assertThat(ran.out()).contains("{\"rows\":[{\"n\":7}]}");
            assertThat(times(dir.resolve("log"))).isEqualTo(times);
        }
    }

    private static void toWriteAheadLog(Path file) {
        try (var database =
                org.imodel4j.sqlite.SqliteDrivers.best().open(org.imodel4j.sqlite.OpenRequest.readWrite(file))) {
            database.execute("PRAGMA journal_mode=WAL");
        }
    }

    private static List<FileTime> times(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.sorted().map(WritingTest::time).toList();
        }
    }

    private static FileTime time(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void anIModelIsNotWritten() throws IOException {
        file = Fixtures.copy("ecsql/bis.bim", dir);
        assertThat(batch("{\"id\":1,\"kind\":\"write\",\"ecsql\":\"DELETE FROM bis.Element\"}")
                        .out())
                .contains("\"errorNumber\":1")
                .contains("Cannot modify EC data without ECCrudWriteToken.");
    }

    @Test
    void linesThatWriteNeedCopies() throws IOException {
        Path batch = Files.writeString(
                dir.resolve("batch.jsonl"), "{\"id\":1,\"kind\":\"write\",\"ecsql\":\"DELETE FROM pl.Dog\"}\n");
        assertThat(Ran.imodel("query", file.toString(), "--batch", batch.toString())
                        .out())
                .contains("BE_SQLITE_READONLY")
                .contains("--each-on-copy");
        assertThat(Ran.imodel("query", file.toString(), "SELECT 1", "--each-on-copy")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void theWholeCorpusOfStatementsThatWriteIsAnswered() throws IOException {
        List<String> lines = new String(Fixtures.read("ecsql/corpus.jsonl"), java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("\"kind\":\"write\"") || line.contains("\"kind\": \"write\""))
                .toList();
        Ran ran = batch(lines.toArray(String[]::new));
        assertThat(ran.lines()).hasSize(57);
        for (int i = 0; i < lines.size(); i++) {
            JsonObject expect = ((JsonObject) Json.parse(lines.get(i))).object("expect");
            JsonArray verify = expect == null ? null : expect.array("verify");
            JsonArray got = answer(ran, i).array("verify");
            assertThat(got == null ? -1 : got.size()).isEqualTo(verify == null ? 0 : verify.size());
        }
    }

    @Test
    void aFileChangesOnlyWhenTheUserSaysSo() throws IOException {
        byte[] before = Files.readAllBytes(file);
        String insert = "INSERT INTO pl.Solo(Name,Num) VALUES(?,5)";
        Ran refused = Ran.imodel("query", file.toString(), insert, "--args", "[\"x\"]");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("--write");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        Ran written = Ran.imodel("query", file.toString(), insert, "--args", "[\"x\"]", "--write");
        assertThat(written.out()).isEqualTo("0x21\n");
        assertThat(Ran.imodel(
                                "query",
                                file.toString(),
                                "SELECT Name FROM pl.Solo WHERE Num=5 AND Name='x'",
                                "--format",
                                "jsonl")
                        .out())
                .isEqualTo("{\"name\":\"x\"}\n");
        assertThat(Ran.imodel("query", file.toString(), "DELETE FROM pl.Solo", "--write")
                        .out())
                .isEmpty();
    }

    @Test
    void aStatementThatFailsChangesNothingAndSaysWhy() throws IOException {
        byte[] before = Files.readAllBytes(file);
        Ran ran = Ran.imodel("query", file.toString(), "INSERT INTO pl.Solo(ECInstanceId) VALUES(1)", "--write");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("UNIQUE constraint failed");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(Ran.imodel("query", file.toString(), "SELECT 1", "--write").exit())
                .isEqualTo(2);
    }

    @Test
    void explainShowsTheSqlAndChangesNothing() {
        assertThat(Ran.imodel("query", file.toString(), "INSERT INTO pl.Dog(Name) VALUES('x')", "--explain")
                        .lines())
                .containsExactly(
                        "INSERT INTO [main].[pl_Animal]([Id],[ECClassId],[Name]) VALUES(?1,93,'x')",
                        "INSERT INTO [main].[pl_Dog]([AnimalId],[ECClassId]) VALUES(?1,93)");
    }
}
