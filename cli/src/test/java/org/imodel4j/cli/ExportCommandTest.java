package org.imodel4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.imodel4j.cli.output.Terminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    private static final String THINGS = "SELECT I, S FROM et.Thing WHERE I IN (10, 20) ORDER BY I";

    @TempDir
    private Path dir;

    private String file = "";

    @BeforeEach
    void copyFixture() throws IOException {
        Path fixture = Path.of(System.getProperty("imodel4j.fixtures", ""), "ecsql", "types.bim");
        file = Files.copy(fixture, dir.resolve("types.bim")).toString();
    }

    private Ran export(Path out, String query, String format, String... more) {
        List<String> args = new java.util.ArrayList<>(
                List.of("export", file, "--query", query, "--format", format, "--out", out.toString()));
        args.addAll(List.of(more));
        return Ran.imodel(args.toArray(new String[0]));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            return files.map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> !name.startsWith("types.bim"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void textFormatsAreThoseOfQuery() throws IOException {
        Path out = dir.resolve("rows");
        assertThat(export(out, THINGS, "csv")).isEqualTo(new Ran(0, "", ""));
        assertThat(out).hasContent("i,s\r\n10,ABC\r\n20,Grüße\r\n");
        assertThat(export(out, THINGS, "jsonl", "--value-format", "ecsql").exit())
                .isZero();
        assertThat(out).hasContent("{\"I\":10,\"S\":\"ABC\"}\n{\"I\":20,\"S\":\"Grüße\"}\n");
        assertThat(names()).containsExactly("rows");
    }

    @Test
    void withoutOutRowsGoToTheOutput() {
        Ran ran = Ran.imodel(
                "export", file, "--query", "SELECT I FROM et.Thing WHERE I=?", "--args", "[10]", "--format", "csv");
        assertThat(ran).isEqualTo(new Ran(0, "i\r\n10\r\n", ""));
    }

    @Test
    void parquetIsReadByAnotherLibrary() throws IOException {
        Path out = dir.resolve("rows.parquet");
        String query = "SELECT ECInstanceId, S, Dt FROM et.Thing WHERE I=?";
        assertThat(export(out, query, "parquet", "--args", "[20]", "--ids", "hex")
                        .err())
                .isEmpty();
        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(out));
                RowReader row = reader.rowReader()) {
            row.next();
            assertThat(row.getString("id")).startsWith("0x");
            assertThat(row.getString("s")).isEqualTo("Grüße");
            assertThat(row.hasNext()).isFalse();
        }
        assertThat(names()).containsExactly("rows.parquet");
    }

    @Test
    void exportThatFailsLeavesNothingBehind() throws IOException {
        Path out = dir.resolve("rows");
        for (String query : List.of(
                "SELECT nope FROM et.Thing",
                "SELECT FROM",
                // Fails at its second row.
                "SELECT CASE WHEN I=10 THEN 1 ELSE json('{') END x FROM et.Thing ORDER BY I")) {
            for (String format : List.of("csv", "jsonl", "parquet")) {
                Ran ran = export(out, query, format);
                assertThat(ran.exit()).as(query).isEqualTo(1);
                assertThat(ran.err().lines()).hasSize(1);
                assertThat(ran.err()).startsWith("imodel: ").doesNotContain("internal error");
                assertThat(names()).isEmpty();
            }
        }
    }

    @Test
    void exportThatFailsKeepsTheFileThatWasThere() throws IOException {
        Path out = Files.writeString(dir.resolve("rows"), "before");
        assertThat(export(out, "SELECT json('{') FROM et.Thing", "jsonl").exit())
                .isEqualTo(1);
        assertThat(out).hasContent("before");
        assertThat(export(out, THINGS, "jsonl").exit()).isZero();
        assertThat(out).content().startsWith("{\"i\":10");
    }

    @Test
    void linkToAFileKeepsPointingToIt() throws IOException {
        Path real = Files.writeString(dir.resolve("real"), "before");
        Path link = Files.createSymbolicLink(dir.resolve("link"), real);
        assertThat(export(link, THINGS, "csv").exit()).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(real).content().startsWith("i,s");
    }

    @Test
    void placesThatCanNotBeWrittenAreToldInOneLine() throws IOException {
        for (Path out :
                List.of(dir, dir.resolve("no/such/folder/rows"), Path.of(file).resolve("rows"))) {
            for (String format : List.of("csv", "parquet")) {
                Ran ran = export(out, THINGS, format);
                assertThat(ran.exit()).as(out.toString()).isEqualTo(1);
                assertThat(ran.err().lines()).as(ran.err()).hasSize(1);
                assertThat(ran.err()).contains(out.toString()).doesNotContain("internal error");
            }
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void whatIsNotUnderstoodIsExitCodeTwo() {
        String out = dir.resolve("rows").toString();
        for (String[] args : new String[][] {
            {"export"},
            {"export", file, "--format", "csv"},
            {"export", file, "--query", THINGS},
            {"export", file, "--query", THINGS, "--format", "xml"},
            {"export", file, "--query", THINGS, "--format", "parquet"},
            {"export", file, "--query", THINGS, "--format", "csv", "--ids", "hex"},
            {"export", file, "--query", THINGS, "--format", "csv", "--out", file},
            {"export", file, "--query", THINGS, "--format", "csv", "--out", out, "more"},
        }) {
            Ran ran = Ran.imodel(args);
            assertThat(ran.exit()).as(String.join(" ", args)).isEqualTo(2);
            assertThat(ran.err().lines()).hasSize(1);
        }
    }

    @Test
    void wrongArgumentsAndFilesAreExitCodeOne() throws IOException {
        Path out = dir.resolve("rows");
        assertThat(export(out, THINGS, "csv", "--args", "{").exit()).isEqualTo(1);
        assertThat(export(out, THINGS, "csv", "--args", "7").exit()).isEqualTo(1);
        Ran gone = Ran.imodel(
                "export", dir.resolve("gone.bim").toString(), "--query", THINGS, "--format", "csv", "--out", "x");
        assertThat(gone.exit()).isEqualTo(1);
        assertThat(names()).isEmpty();
    }

    @Test
    void readerThatGoesAwayEndsTheExportQuietly() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                closed,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false,
                false);
        assertThat(Imodel.run(terminal, "export", file, "--query", THINGS, "--format", "csv"))
                .isZero();
        assertThat(err.size()).isZero();
    }
}
