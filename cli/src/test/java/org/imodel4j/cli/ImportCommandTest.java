package org.imodel4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.imodel4j.imodel.SnapshotDb;
import org.imodel4j.json.Json;
import org.imodel4j.testkit.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code imodel import}. */
class ImportCommandTest {
    @TempDir
    private Path dir;

    private Path export(Path file, String name) {
        Path folder = dir.resolve(name);
        assertThat(Ran.imodel("export", file.toString(), "--all", "--out", folder.toString()))
                .isEqualTo(new Ran(0, "", ""));
        return folder;
    }

    private Ran importFrom(Path folder) {
        return Ran.imodel("import", dir.resolve("new.bim").toString(), folder.toString());
    }

    private static List<String> lines(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("iModel.jsonl"));
    }

    private static TreeSet<String> names(Path folder) {
        return new TreeSet<>(List.of(folder.toFile().list()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "building.bim",
                "all-types.bim",
                "views.bim",
                "located.bim",
                "ecsql/bis.bim",
                "empty.bim",
                "geometry/shapes.bim"
            })
    void whatIsImportedIsExportedAgainAsItWas(String fixture) throws IOException {
        Path file = Fixtures.copy(fixture, dir);
        Path before = export(file, "before");
        assertThat(importFrom(before)).isEqualTo(new Ran(0, dir.resolve("new.bim") + "\n", ""));
        Path after = export(dir.resolve("new.bim"), "after");
        assertSame(lines(before), lines(after));
        assertThat(names(after.resolve("schemas"))).isEqualTo(names(before.resolve("schemas")));
        try (SnapshotDb old = SnapshotDb.open(file);
                SnapshotDb made = SnapshotDb.open(dir.resolve("new.bim"))) {
            assertThat(made.connectionProps()).isEqualTo(old.connectionProps());
        }
    }

    @Test
    void aSampleIsImportedAsItWas() throws IOException {
        Path file = dir.resolve("sample.bim");
        assertThat(Ran.imodel("sample", file.toString(), "--seed", "3").exit()).isZero();
        Path before = export(file, "before");
        assertThat(importFrom(before).err()).isEmpty();
        List<String> made = lines(export(dir.resolve("new.bim"), "after"));
        List<String> lines = lines(before);
        assertThat(made).hasSameSizeAs(lines);
        for (int i = 0; i < lines.size(); i++) {
            // The axes of a skew cone are made unit vectors again, which can change their last digit.
            if (!lines.get(i).contains("\"kind\":\"cone\"")) {
                assertThat(Json.parse(made.get(i))).as(lines.get(i)).isEqualTo(Json.parse(lines.get(i)));
            }
        }
    }

    private static void assertSame(List<String> before, List<String> after) {
        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < before.size(); i++) {
            assertThat(Json.parse(after.get(i))).as(before.get(i)).isEqualTo(Json.parse(before.get(i)));
        }
    }

    private void assertRefused(Path folder, String... words) {
        Ran ran = importFrom(folder);
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.err()).contains(words).doesNotContain("internal error");
        assertThat(names(dir)).noneMatch(name -> name.startsWith("new.bim"));
    }

    private Path changed(java.util.function.UnaryOperator<List<String>> change) throws IOException {
        Path folder = export(Fixtures.copy("building.bim", dir), "archive");
        Files.write(folder.resolve("iModel.jsonl"), change.apply(new ArrayList<>(lines(folder))));
        return folder;
    }

    @Test
    void aFolderWithoutAnArchiveIsRefused() throws IOException {
        assertRefused(dir.resolve("gone"), "archive");
        assertRefused(Files.createDirectory(dir.resolve("void")), "archive");
    }

    @Test
    void anArchiveThatDoesNotBeginAsOneIsRefused() throws IOException {
        Path folder = changed(lines -> lines.subList(1, lines.size()));
        assertRefused(folder, "first line");
        Files.writeString(folder.resolve("iModel.jsonl"), "");
        assertRefused(folder, "line=1");
        Files.writeString(
                folder.resolve("iModel.jsonl"),
                "{\"kind\":\"iModel\",\"props\":{\"archive\":99,\"rootSubject\":{\"name\":\"x\"}}}\n");
        assertRefused(folder, "99");
    }

    @Test
    void linesThatAreNoneAreNamedByTheirNumber() throws IOException {
        for (String wrong : List.of(
                "{",
                "7",
                "{\"kind\":\"element\"}",
                "{\"kind\":\"dream\",\"props\":{}}",
                "{\"kind\":\"font\",\"props\":{}}")) {
            Path folder = changed(lines -> {
                lines.set(2, wrong);
                return lines;
            });
            assertRefused(folder, "line=3");
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path path : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Test
    void anElementOfAMissingModelIsNamedByItsLine() throws IOException {
        Path folder = changed(lines -> {
            lines.removeIf(line -> line.startsWith("{\"kind\":\"model\"") && line.contains("PhysicalModel"));
            return lines;
        });
        assertRefused(folder, "line=", "kind=element");
    }

    @Test
    void aPropertyThatNamesNobodyIsRefusedAtTheEnd() throws IOException {
        Path folder = changed(lines -> {
            lines.removeIf(line -> line.contains("\"classFullName\":\"Bldg:WallType\""));
            return lines;
        });
        assertRefused(folder, "FOREIGN KEY");
    }

    @Test
    void aSchemaThatIsMissingIsToldAtTheFirstLineThatNeedsIt() throws IOException {
        Path folder = export(Fixtures.copy("building.bim", dir), "archive");
        Files.delete(folder.resolve("schemas/Bldg.01.00.00.ecschema.xml"));
        assertRefused(folder, "line=");
    }

    @Test
    void aBrokenSchemaLeavesNothing() throws IOException {
        Path folder = export(Fixtures.copy("building.bim", dir), "archive");
        Files.writeString(folder.resolve("schemas/Bldg.01.00.00.ecschema.xml"), "<broken");
        assertRefused(folder, "Bldg");
    }

    @Test
    void aFileThatIsThereStaysAsItIs() throws IOException {
        Path folder = export(Fixtures.copy("building.bim", dir), "archive");
        Path there = Files.writeString(dir.resolve("new.bim"), "mine");
        assertThat(importFrom(folder).exit()).isEqualTo(1);
        assertThat(there).hasContent("mine");
    }

    @Test
    void codesWhoseScopesGoInCirclesComeBack() throws IOException {
        Path folder = changed(lines -> {
            // What an export writes for such a code: nothing at first, and the code behind all elements.
            int at = indexOf(lines, "\"classFullName\":\"Bldg:Column\"");
            String column = lines.get(at);
            String id = column.replaceAll(".*?\"id\":\"(0x[0-9a-f]+)\".*", "$1");
            lines.set(
                    at,
                    column.replaceAll(
                            "\"code\":\\{[^}]*}", "\"code\":{\"spec\":\"0x1\",\"scope\":\"0x1\",\"value\":\"\"}"));
            int aspects = indexOf(lines, "{\"kind\":\"aspect\"");
            lines.add(
                    aspects,
                    "{\"kind\":\"element\",\"props\":{\"id\":\"" + id + "\",\"code\":{\"spec\":\"0x21\",\"scope\":\""
                            + id + "\",\"value\":\"own scope\"}}}");
            return lines;
        });
        assertThat(importFrom(folder).err()).isEmpty();
        Path again = export(dir.resolve("new.bim"), "again");
        assertThat(lines(again)).anyMatch(line -> line.contains("own scope") && Json.parse(line) != null);
    }

    private static int indexOf(List<String> lines, String part) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(part)) {
                return i;
            }
        }
        throw new AssertionError("No line has " + part);
    }
}
