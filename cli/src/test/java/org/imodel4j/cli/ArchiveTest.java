package org.imodel4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteDrivers;
import org.imodel4j.testkit.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code imodel export --all}. */
class ArchiveTest {
    @TempDir
    private Path dir;

    /** A line of an archive. */
    record Line(String kind, JsonObject props) {
        static Line parse(String text) {
            JsonObject line = (JsonObject) Json.parse(text);
            return new Line(Objects.requireNonNull(line.text("kind")), Objects.requireNonNull(line.object("props")));
        }

        String text(String name) {
            return Objects.requireNonNullElse(props.text(name), "");
        }

        String id(String object, String member) {
            JsonObject found = props.object(object);
            String id = found == null ? null : found.text(member);
            return id == null ? "" : id;
        }
    }

    private List<Line> export(Path file) throws IOException {
        Path folder = dir.resolve("archive");
        assertThat(Ran.imodel("export", file.toString(), "--all", "--out", folder.toString()))
                .isEqualTo(new Ran(0, "", ""));
        return Files.readAllLines(folder.resolve("iModel.jsonl")).stream()
                .map(Line::parse)
                .toList();
    }

    private static int count(Path file, String table) {
        try (SqliteDatabase database = SqliteDrivers.best().open(OpenRequest.readWrite(file));
                var statement = database.prepare("SELECT count(*) FROM " + table)) {
            statement.step();
            return (int) statement.columnLong(0);
        }
    }

    private static void change(Path file, String sql) {
        try (SqliteDatabase database = SqliteDrivers.best().open(OpenRequest.readWrite(file))) {
            database.execute(sql);
        }
    }

    private static long count(List<Line> lines, String kind) {
        return lines.stream().filter(line -> line.kind().equals(kind)).count();
    }

    private static void assertInsertable(List<Line> lines) {
        Set<String> elements = new HashSet<>(List.of("0x1"));
        Set<String> models = new HashSet<>(List.of("0x1"));
        for (Line line : lines) {
            switch (line.kind()) {
                case "element" -> {
                    if (line.props().get("model") != null) {
                        assertThat(models).contains(line.text("model"));
                    }
                    for (String tie :
                            List.of(line.id("code", "scope"), line.id("parent", "id"), line.text("category"))) {
                        if (!tie.isEmpty()) {
                            assertThat(elements).as(Json.write(line.props())).contains(tie);
                        }
                    }
                    elements.add(line.text("id"));
                }
                case "model" -> {
                    assertThat(elements).contains(line.id("modeledElement", "id"));
                    models.add(line.text("id"));
                }
                case "aspect" -> assertThat(elements).contains(line.id("element", "id"));
                case "relationship" -> {
                    assertThat(elements).contains(line.text("sourceId"), line.text("targetId"));
                }
                default -> assertThat(line.kind()).isIn("iModel", "codeSpec", "font", "fileProperty");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"building.bim", "all-types.bim", "views.bim", "located.bim", "ecsql/bis.bim", "empty.bim"})
    void everythingIsThereInAnOrderInWhichItCanBeInserted(String fixture) throws IOException {
        Path file = Fixtures.copy(fixture, dir);
        List<Line> lines = export(file);
        assertInsertable(lines);
        Map<String, String> tables = Map.of(
                "codeSpec", "bis_CodeSpec",
                "font", "dgn_Font",
                "element", "bis_Element",
                "model", "bis_Model",
                "aspect", "(SELECT Id FROM bis_ElementMultiAspect UNION ALL SELECT Id FROM bis_ElementUniqueAspect)",
                "relationship",
                        "(SELECT Id FROM bis_ElementRefersToElements UNION ALL SELECT Id FROM bis_ElementDrivesElement"
                                + " UNION ALL SELECT Id FROM bis_ModelSelectorRefersToModels)");
        tables.forEach((kind, table) -> assertThat(count(lines, kind)).as(kind).isEqualTo(count(file, table)));
    }

    @Test
    void schemasAreThoseThatANewIModelDoesNotHave() throws IOException {
        export(Fixtures.copy("all-types.bim", dir));
        try (Stream<Path> files = Files.list(dir.resolve("archive/schemas"))) {
            assertThat(files.map(path -> String.valueOf(path.getFileName())).map(name -> name.replaceAll("\\..*", "")))
                    .containsExactlyInAnyOrder("AllTypes", "Formats", "Units");
        }
    }

    @Test
    void idsStayAndWhatBelongsToTheFileDoesNot() throws IOException {
        List<Line> lines = export(Fixtures.copy("views.bim", dir));
        assertThat(lines.get(0).kind()).isEqualTo("iModel");
        assertThat(lines.get(0).text("guid")).matches("[0-9a-f-]{36}");
        List<String> properties = lines.stream()
                .filter(line -> line.kind().equals("fileProperty"))
                .map(line -> line.text("namespace") + '/' + line.text("name"))
                .distinct()
                .toList();
        assertThat(properties)
                .containsExactlyInAnyOrder(
                        "bldg/note",
                        "dgn_Db/Client",
                        "dgn_Db/Extents",
                        "dgn_Db/Units",
                        "dgn_View/DefaultView",
                        "dgn_View/Thumbnail");
    }

    @Test
    void aCodeWhoseScopeComesLaterWaitsForIt() throws IOException {
        Path file = Fixtures.copy("building.bim", dir);
        // Two elements of one model, each the scope of the other's code, and one that is its own.
        String some = "(SELECT Id FROM bis_Element WHERE ModelId=28 AND ParentId IS NULL ORDER BY Id LIMIT 1 OFFSET ";
        change(
                file,
                "UPDATE bis_Element SET CodeValue='knot'||Id, CodeScopeId=CASE Id WHEN " + some + "0) THEN " + some
                        + "1) WHEN " + some + "1) THEN " + some + "0) ELSE Id END WHERE Id IN (" + some + "0)," + some
                        + "1)," + some + "2))");
        List<Line> lines = export(file);
        assertInsertable(lines);
        List<Line> later = lines.stream()
                .filter(line -> line.props().members().size() == 2)
                .toList();
        assertThat(later).hasSize(2).allSatisfy(line -> {
            assertThat(line.id("code", "value")).startsWith("knot");
            assertThat(lines)
                    .filteredOn(other -> other.text("id").equals(line.text("id")))
                    .first()
                    .satisfies(first -> assertThat(first.id("code", "value")).isEmpty());
        });
    }

    @Test
    void aDamagedFileWhoseParentsGoInCirclesIsExportedNevertheless() throws IOException {
        Path file = Fixtures.copy("building.bim", dir);
        change(file, "UPDATE bis_Element SET ParentId=Id WHERE ParentId IS NOT NULL AND Id NOT IN (14,16)");
        assertThat(count(export(file), "element")).isEqualTo(count(file, "bis_Element"));
    }

    @Test
    void aFolderThatHoldsSomethingIsLeftAsItIs() throws IOException {
        Path file = Fixtures.copy("building.bim", dir);
        Path folder = Files.createDirectory(dir.resolve("full"));
        Files.writeString(folder.resolve("mine"), "mine");
        Ran ran = Ran.imodel("export", file.toString(), "--all", "--out", folder.toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("not empty");
        assertThat(folder.toFile().list()).containsExactly("mine");
    }

    @Test
    void whatDoesNotGoTogetherIsNotUnderstood() {
        String file = Fixtures.copy("building.bim", dir).toString();
        List<List<String>> wrong = List.of(
                List.of("--all"),
                List.of("--all", "--out", dir + "/x", "--query", "SELECT 1"),
                List.of("--all", "--out", dir + "/x", "--format", "jsonl"));
        for (List<String> options : wrong) {
            List<String> args = new ArrayList<>(List.of("export", file));
            args.addAll(options);
            assertThat(Ran.imodel(args.toArray(new String[0])).exit())
                    .as(options.toString())
                    .isEqualTo(2);
        }
        assertThat(dir.resolve("x")).doesNotExist();
    }

    @Test
    void aMissingFileLeavesNoFolder() {
        Path folder = dir.resolve("archive");
        Ran ran = Ran.imodel("export", dir.resolve("gone.bim").toString(), "--all", "--out", folder.toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(folder).doesNotExist();
    }

    @Test
    void valuesOfPropertiesAreTextOrBytes() throws IOException {
        List<Line> lines = export(Fixtures.copy("all-types.bim", dir));
        JsonObject big = lines.stream()
                .filter(line -> line.text("name").equals("blobBig"))
                .findFirst()
                .orElseThrow()
                .props();
        assertThat(big.text("text")).isEqualTo("both");
        assertThat(big.get("base64")).isInstanceOf(JsonValue.Text.class);
    }
}
