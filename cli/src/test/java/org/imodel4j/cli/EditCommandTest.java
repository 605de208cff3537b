package org.imodel4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.testkit.Fixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** {@code imodel edit}. */
class EditCommandTest {
    /** Batches that iTwin.js answered; what they leave in a file is tested beside the edits themselves. */
    private static final Path RECORDED = Path.of("../core/src/test/resources/org/imodel4j/imodel/recorded-edits");

    /** Batches that are answered otherwise, most of them on purpose: the test beside the edits says why. */
    private static final Set<String> OTHERWISE =
            Set.of("aspect-channel", "aspect-insert-refused", "aspect-unique-index", "insert-force-id", "view-spatial");

    private static final String SUBJECT =
            "{\"classFullName\":\"BisCore:Subject\",\"model\":\"0x1\",\"parent\":{\"id\":\"0x1\",\"relClassName\":"
                    + "\"BisCore:SubjectOwnsSubjects\"},\"code\":{\"spec\":\"0x1f\",\"scope\":\"0x1\",\"value\":\"%s\"}}";

    @TempDir
    private Path dir;

    private static JsonObject object(String text) {
        return (JsonObject) Json.parse(text);
    }

    @TestFactory
    Stream<DynamicTest> answersAreThoseOfITwin() throws IOException {
        List<Path> scripts;
        try (Stream<Path> files = Files.list(RECORDED)) {
            scripts = files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
        assertThat(scripts).hasSizeGreaterThan(100);
        return scripts.stream()
                .map(script -> DynamicTest.dynamicTest(
                        String.valueOf(script.getFileName()).replace(".jsonl", ""), () -> check(script)));
    }

    private void check(Path script) throws IOException {
        String name = String.valueOf(script.getFileName());
        String base = object(Files.readString(script.resolveSibling(name.replace(".jsonl", ".dump.json"))))
                .text("base");
        Path file = Fixtures.copy(fixture(String.valueOf(base)), dir.resolve(name));
        Ran ran = Ran.imodel("edit", file.toString(), "--batch", script.toString(), "--format", "jsonl");
        assertThat(ran.err()).isEmpty();
        List<String> lines = Files.readAllLines(script);
        assertThat(ran.lines()).hasSameSizeAs(lines);
        for (int i = 0; i < lines.size(); i++) {
            JsonObject line = object(lines.get(i));
            JsonObject answer = object(ran.lines().get(i));
            assertThat(answer.get("id")).isEqualTo(line.get("id"));
            if (!OTHERWISE.contains(name.replace(".jsonl", ""))) {
                assertThat(agrees(line.object("expect"), answer))
                        .as(lines.get(i) + "\n" + ran.lines().get(i))
                        .isTrue();
            }
        }
    }

    private static String fixture(String base) {
        return base.equals("shapes.bim") ? "geometry/shapes.bim" : base;
    }

    /** Same result, or a refusal with the same number where there is one. */
    private static boolean agrees(@Nullable JsonObject expected, JsonObject answer) {
        JsonObject refused = expected == null ? null : expected.object("error");
        if (refused == null) {
            return expected != null
                    && String.valueOf(expected.get("result")).equals(String.valueOf(answer.get("result")));
        }
        JsonObject failed = answer.object("error");
        JsonValue number = refused.get("errorNumber");
        return failed != null
                && (number == null || number instanceof JsonValue.Null || number.equals(failed.get("errorNumber")));
    }

    private Ran edit(Path file, String... lines) {
        try {
            Path batch = Files.write(dir.resolve("batch.jsonl"), List.of(lines));
            return Ran.imodel("edit", file.toString(), "--batch", batch.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String insertSubject(String id, String name) {
        return "{\"id\":" + id + ",\"op\":\"insertElement\",\"args\":[" + String.format(SUBJECT, name) + "]}";
    }

    private static long subjects(Path file) {
        return Ran.imodel("query", file.toString(), "SELECT CodeValue FROM bis.Subject", "--format", "jsonl")
                .lines()
                .stream()
                .filter(line -> line.contains("\"codeValue\":\"new"))
                .count();
    }

    @Test
    void whatIsSavedStaysAndWhatIsAbandonedGoes() {
        Path file = Fixtures.copy("empty.bim", dir);
        Ran ran = edit(
                file,
                insertSubject("\"a\"", "new 1"),
                "{\"op\":\"saveChanges\"}",
                "",
                insertSubject("3", "new 2"),
                "{\"op\":\"abandonChanges\"}");
        assertThat(ran.lines())
                .containsExactly(
                        "{\"id\":\"a\",\"result\":\"0x11\"}",
                        "{\"id\":2,\"result\":null}",
                        "{\"id\":3,\"result\":\"0x12\"}",
                        "{\"id\":5,\"result\":null}");
        assertThat(subjects(file)).isEqualTo(1);
    }

    @Test
    void theRestIsSavedAtTheEndEvenIfALineFailed() {
        Path file = Fixtures.copy("empty.bim", dir);
        edit(
                file,
                insertSubject("1", "new 1"),
                "{\"op\":\"deleteElement\",\"args\":[\"0x77\"]}",
                insertSubject("2", "new 2"));
        assertThat(subjects(file)).isEqualTo(2);
    }

    @Test
    void propsMayStandInPlaceOfTheListOfArguments() {
        Path file = Fixtures.copy("empty.bim", dir);
        Ran ran = edit(
                file,
                "{\"op\":\"insertElement\",\"args\":" + String.format(SUBJECT, "new") + "}",
                "{\"op\":\"updateElement\",\"args\":{\"id\":\"0x11\",\"userLabel\":\"x\"}}",
                "{\"op\":\"deleteTree\",\"args\":\"0x11\"}");
        assertThat(ran.lines())
                .containsExactly(
                        "{\"id\":1,\"result\":\"0x11\"}", "{\"id\":2,\"result\":null}", "{\"id\":3,\"result\":null}");
    }

    @Test
    void schemasAreTakenFromFilesToo() throws IOException {
        Path file = Fixtures.copy("empty.bim", dir);
        Path schema = Files.writeString(
                dir.resolve("Own.ecschema.xml"),
                "<ECSchema schemaName=\"Own\" alias=\"own\" version=\"01.00.00\""
                        + " xmlns=\"http://www.bentley.com/schemas/Bentley.ECXML.3.2\"/>");
        Ran ran = edit(
                file,
                "{\"op\":\"importSchemas\",\"args\":[[" + Json.write(JsonValue.of(schema.toString())) + "]]}",
                "{\"op\":\"importSchemas\",\"args\":[[\"gone.xml\"]]}");
        assertThat(ran.lines().get(0)).isEqualTo("{\"id\":1,\"result\":null}");
        assertThat(ran.lines().get(1)).contains("\"error\":{\"errorNumber\":");
    }

    @Test
    void filePropertiesAreSavedAndDeleted() {
        Path file = Fixtures.copy("empty.bim", dir);
        Ran ran = edit(
                file,
                "{\"op\":\"saveFileProperty\",\"args\":[{\"namespace\":\"n\",\"name\":\"a\"},\"text\",\"AQID\"]}",
                "{\"op\":\"saveFileProperty\",\"args\":[{\"namespace\":\"n\",\"name\":\"a\"},null,\"no base64!\"]}",
                "{\"op\":\"deleteFileProperty\",\"args\":[{\"namespace\":\"n\",\"name\":\"a\"}]}");
        assertThat(ran.lines().get(0)).isEqualTo("{\"id\":1,\"result\":null}");
        assertThat(ran.lines().get(1)).contains("65539");
        assertThat(ran.lines().get(2)).isEqualTo("{\"id\":3,\"result\":null}");
    }

    @Test
    void wrongArgumentsAndUnknownOpsAreAnsweredAndTheBatchGoesOn() {
        Path file = Fixtures.copy("empty.bim", dir);
        Ran ran = edit(
                file,
                "{\"id\":1,\"op\":\"explodeElement\",\"args\":[]}",
                "{\"id\":2,\"op\":\"insertElement\"}",
                "{\"id\":3,\"op\":\"insertElement\",\"args\":[7]}",
                "{\"id\":4,\"op\":\"deleteElement\",\"args\":[{}]}",
                "{\"id\":5,\"op\":\"deleteElement\",\"args\":[[1]]}",
                "{\"id\":6,\"op\":\"insertCodeSpec\",\"args\":[\"x\"]}",
                "{\"id\":7,\"op\":\"importSchemas\",\"args\":[null]}",
                insertSubject("8", "new"));
        assertThat(ran.exit()).isZero();
        assertThat(ran.lines()).hasSize(8);
        assertThat(ran.lines().subList(0, 7)).allSatisfy(line -> assertThat(line)
                .contains("\"error\":{\"errorNumber\":655")
                .contains("\"message\":\""));
        assertThat(ran.lines().get(7)).isEqualTo("{\"id\":8,\"result\":\"0x11\"}");
    }

    @Test
    void aLineThatIsNoneEndsTheBatchAndNothingIsSaved() {
        for (String wrong : List.of("{", "7", "{\"id\":1}", "{\"op\":\"saveChanges\"", "[]")) {
            Path file = Fixtures.copy("empty.bim", dir);
            Ran ran = edit(file, insertSubject("1", "new"), wrong, insertSubject("3", "new 3"));
            assertThat(ran.exit()).as(wrong).isEqualTo(1);
            assertThat(ran.lines()).hasSize(1);
            assertThat(ran.err().lines()).hasSize(1);
            assertThat(ran.err()).contains("line").doesNotContain("internal error");
            assertThat(subjects(file)).isZero();
        }
    }

    @Test
    void linesCanBePipedIn() {
        Path file = Fixtures.copy("empty.bim", dir);
        Ran ran = Ran.imodelReading(insertSubject("1", "new") + "\n", "edit", file.toString(), "--batch", "-");
        assertThat(ran.out()).isEqualTo("{\"id\":1,\"result\":\"0x11\"}\n");
        assertThat(subjects(file)).isEqualTo(1);
    }

    @Test
    void missingFilesAreToldInOneLine() throws IOException {
        Path file = Fixtures.copy("empty.bim", dir);
        Path batch = Files.writeString(dir.resolve("batch.jsonl"), "");
        String gone = dir.resolve("gone").toString();
        for (String[] args : new String[][] {
            {"edit", gone, "--batch", batch.toString()},
            {"edit", file.toString(), "--batch", gone},
            {"edit", Fixtures.copy("ecsql/plain.ecdb", dir).toString(), "--batch", batch.toString()},
        }) {
            Ran ran = Ran.imodel(args);
            assertThat(ran.exit()).as(String.join(" ", args)).isEqualTo(1);
            assertThat(ran.err().lines()).hasSize(1);
            assertThat(ran.err()).doesNotContain("internal error");
        }
        assertThat(Ran.imodel("edit", file.toString()).exit()).isEqualTo(2);
        assertThat(Path.of(gone)).doesNotExist();
    }
}
