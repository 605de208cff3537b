package org.imodel4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.imodel4j.cli.output.Terminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryCommandTest {
    private static final String THINGS = "SELECT I, S FROM et.Thing WHERE I IN (10, 20) ORDER BY I";

    @TempDir
    private Path dir;

    private String file = "";

    @BeforeEach
    void copyFixture() throws IOException {
        Path fixtures = Path.of(System.getProperty("imodel4j.fixtures", ""), "ecsql");
        for (String name : List.of("types.bim", "plain.ecdb")) {
            Files.copy(fixtures.resolve(name), dir.resolve(name));
        }
        file = dir.resolve("types.bim").toString();
    }

    private Path write(String name, String... lines) throws IOException {
        return Files.write(dir.resolve(name), List.of(lines));
    }

    @Test
    void tableIsTheUsualFormat() {
        Ran ran = Ran.imodel("query", file, THINGS);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).isEqualTo("i   s\n--  -----\n10  ABC\n20  Grüße\n(2 rows)\n");
    }

    @Test
    void everyFormatAndNamingIsAsItSays() {
        assertThat(Ran.imodel("query", file, THINGS, "--format", "jsonl").lines())
                .containsExactly("{\"i\":10,\"s\":\"ABC\"}", "{\"i\":20,\"s\":\"Grüße\"}");
        assertThat(Ran.imodel("query", file, THINGS, "--format", "jsonl", "--value-format", "ecsql")
                        .lines())
                .containsExactly("{\"I\":10,\"S\":\"ABC\"}", "{\"I\":20,\"S\":\"Grüße\"}");
        assertThat(Ran.imodel("query", file, THINGS, "--format", "json", "--value-format", "index")
                        .out())
                .isEqualTo("[\n[10,\"ABC\"],\n[20,\"Grüße\"]\n]\n");
        assertThat(Ran.imodel("query", file, THINGS, "--format", "csv", "--value-format", "ecsql")
                        .out())
                .isEqualTo("I,S\r\n10,ABC\r\n20,Grüße\r\n");
    }

    @Test
    void argumentsGoByPositionAndByName() {
        String ecsql = "SELECT I FROM et.Thing WHERE I=? OR S=:s ORDER BY I";
        assertThat(Ran.imodel("query", file, ecsql, "--args", "{\"1\":10,\"s\":\"Grüße\"}", "--format", "jsonl")
                        .lines())
                .startsWith("{\"i\":10}", "{\"i\":20}");
        assertThat(Ran.imodel(
                                "query",
                                file,
                                "SELECT I FROM et.Thing WHERE ECInstanceId=?",
                                "--args",
                                "[[\"id\",\"0x1c\"]]",
                                "--format",
                                "jsonl")
                        .lines())
                .containsExactly("{\"i\":80}");
    }

    @Test
    void plainEcdbFilesAnswerToo() {
        Ran ran = Ran.imodel(
                "query", dir.resolve("plain.ecdb").toString(), "SELECT COUNT(*) n FROM pl.Animal", "--format", "jsonl");
        assertThat(ran.lines()).hasSize(1);
        assertThat(ran.exit()).isZero();
    }

    @Test
    void failuresAreOneLineAndExitCodeOne() throws IOException {
        Path noDatabase = write("notes.bim", "this is no database, and it is long enough to be looked at".repeat(100));
        for (String[] args : new String[][] {
            {"query", file, "SELECT nope FROM et.Thing"},
            {"query", file, "SELECT FROM"},
            {"query", file, THINGS, "--args", "{"},
            {"query", dir.resolve("gone.bim").toString(), THINGS},
            {"query", dir.toString(), THINGS},
            {"query", noDatabase.toString(), THINGS},
        }) {
            Ran ran = Ran.imodel(args);
            assertThat(ran.exit()).as(String.join(" ", args)).isEqualTo(1);
            assertThat(ran.err().lines()).as(ran.err()).hasSize(1);
            assertThat(ran.err()).startsWith("imodel: ").doesNotContain("internal error");
            assertThat(ran.out()).isEmpty();
        }
        assertThat(Ran.imodel("query", file, "SELECT\n I,, S FROM et.Thing").err())
                .contains("2:4");
    }

    @Test
    void whatIsMissingIsExitCodeTwo() {
        assertThat(Ran.imodel("query", file, "--explain").exit()).isEqualTo(2);
        assertThat(Ran.imodel("query").exit()).isEqualTo(2);
        assertThat(Ran.imodel("query", file, THINGS, "--format", "xml").exit()).isEqualTo(2);
    }

    @Test
    void readerThatGoesAwayEndsTheQueryQuietly() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        for (String format : List.of("table", "csv", "json", "jsonl")) {
            java.io.ByteArrayOutputStream err = new java.io.ByteArrayOutputStream();
            Terminal terminal = new Terminal(
                    java.io.InputStream.nullInputStream(),
                    closed,
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    false,
                    false,
                    false);
            assertThat(Imodel.run(terminal, "query", file, "SELECT * FROM et.Thing", "--format", format))
                    .isZero();
            assertThat(err.size()).isZero();
        }
    }

    @Test
    void batchAnswersEachLineInItsOrder() throws IOException {
        Path batch = write(
                "batch.jsonl",
                "{\"id\":\"a\",\"dataset\":\"types.bim\",\"kind\":\"query\",\"ecsql\":\"SELECT I, Bin FROM et.Thing WHERE I=?\","
                        + "\"args\":{\"1\":[\"int\",80]},\"feature\":\"ignored\"}",
                "",
                "{\"id\":\"b\",\"dataset\":\"types.bim\",\"kind\":\"query\",\"ecsql\":\"SELECT nope FROM et.Thing\"}",
                "{\"id\":\"c\",\"dataset\":\"plain.ecdb\",\"kind\":\"query\",\"ecsql\":\"SELECT 1 x\"}");
        List<String> lines = Ran.imodel("query", "--batch", batch.toString(), "--format", "jsonl")
                .lines();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .startsWith("{\"id\":\"a\",\"columns\":[{\"className\":\"EcsqlTypes:Thing\"")
                .endsWith(
                        "\"rows\":{\"js\":[{\"i\":80,\"bin\":{\"$bin\":\"CAD/GA==\"}}],"
                                + "\"ecsql\":[{\"I\":80,\"Bin\":{\"$bin\":\"CAD/GA==\"}}],\"index\":[[80,{\"$bin\":\"CAD/GA==\"}]]}}");
        assertThat(lines.get(1))
                .startsWith("{\"id\":\"b\",\"error\":{\"errorNumber\":1,\"status\":\"BE_SQLITE_ERROR\"");
        assertThat(lines.get(2)).contains("\"id\":\"c\"").contains("\"index\":[[1]]");
    }

    @Test
    void batchForOneFileLeavesOutTheLinesOfOthers() throws IOException {
        Path batch = write(
                "batch.jsonl",
                "{\"id\":1,\"dataset\":\"other.bim\",\"ecsql\":\"SELECT 1\"}",
                "{\"id\":2,\"dataset\":\"types.bim\",\"ecsql\":\"SELECT 2\"}",
                "{\"id\":3,\"ecsql\":\"SELECT 3\"}");
        assertThat(Ran.imodel("query", file, "--batch", batch.toString()).lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("{\"id\":2,");
    }

    @Test
    void brokenBatchNamesItsLine() throws IOException {
        Path batch = write("batch.jsonl", "{\"id\":1,\"dataset\":\"types.bim\",\"ecsql\":\"SELECT 1\"}", "{broken");
        Ran ran = Ran.imodel("query", "--batch", batch.toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("line=2");
        assertThat(ran.lines()).hasSize(1);
    }
}
