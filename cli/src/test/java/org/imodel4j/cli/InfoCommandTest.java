package org.imodel4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfoCommandTest {
    @TempDir
    private Path dir;

    private String copy(String fixture) throws IOException {
        Path source = Path.of(System.getProperty("imodel4j.fixtures", ""), fixture);
        return Files.copy(source, dir.resolve(String.valueOf(source.getFileName())))
                .toString();
    }

    private static JsonObject json(String file) {
        Ran ran = Ran.imodel("info", file, "--format", "json");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        assertThat(ran.lines()).hasSize(1);
        return (JsonObject) Json.parse(ran.out());
    }

    private static String member(JsonObject json, String name) {
        return Json.write(Objects.requireNonNull(json.get(name)));
    }

    @Test
    void factsOfAnIModelAreThoseOfItsFile() throws IOException {
        JsonObject facts = json(copy("building.bim"));
        assertThat(facts.members().keySet())
                .containsExactly(
                        "file",
                        "kind",
                        "iModelId",
                        "iTwinId",
                        "name",
                        "profile",
                        "changeset",
                        "briefcaseId",
                        "extents",
                        "ecefLocation",
                        "schemas",
                        "counts",
                        "driver");
        assertThat(facts.text("iModelId")).isEqualTo("33333333-2222-4333-8444-555555555555");
        assertThat(member(facts, "counts")).startsWith("{\"elements\":274,\"models\":");
        assertThat(member(facts, "profile")).isEqualTo("{\"be\":\"3.1.0.2\",\"ec\":\"4.0.0.5\",\"dgn\":\"2.0.0.7\"}");
        assertThat(facts.array("schemas")).isNotNull();
        assertThat(member(facts, "schemas")).contains("{\"name\":\"BisCore\",\"version\":\"01.00.");
    }

    @Test
    void locatedIModelTellsWhere() throws IOException {
        JsonObject facts = json(copy("located.bim"));
        assertThat(facts.object("ecefLocation")).isNotNull();
        assertThat(facts.object("extents")).isNotNull();
    }

    @Test
    void plainEcdbTellsWhatItHas() throws IOException {
        JsonObject facts = json(copy("ecsql/plain.ecdb"));
        assertThat(facts.text("kind")).isEqualTo("ecdb");
        assertThat(facts.members()).doesNotContainKeys("iModelId", "counts");
    }

    @Test
    void textIsForPeople() throws IOException {
        List<String> lines = Ran.imodel("info", copy("building.bim")).lines();
        assertThat(lines).anyMatch(line -> line.matches("name +\\S.*"));
        assertThat(lines).anyMatch(line -> line.matches("counts.elements +274"));
        assertThat(lines).anyMatch(line -> line.matches("  BisCore 01\\.00\\.\\d\\d"));
    }

    @Test
    void whatIsNoFileOfOursIsRefusedInOneLine() throws IOException {
        Path text = Files.writeString(dir.resolve("notes.bim"), "not a database ".repeat(200));
        Path cut = dir.resolve("cut.bim");
        byte[] whole = Files.readAllBytes(Path.of(copy("building.bim")));
        Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 3));
        for (String file : List.of(
                text.toString(),
                cut.toString(),
                dir.toString(),
                dir.resolve("gone.bim").toString())) {
            Ran ran = Ran.imodel("info", file);
            assertThat(ran.exit()).as(file).isEqualTo(1);
            assertThat(ran.err().lines()).as(ran.err()).hasSize(1);
            assertThat(ran.err()).contains(file).doesNotContain("internal error");
        }
    }
}
