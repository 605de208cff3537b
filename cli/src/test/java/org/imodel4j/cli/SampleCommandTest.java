package org.imodel4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.imodel4j.imodel.FileProperty;
import org.imodel4j.imodel.SnapshotDb;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code imodel sample}. */
class SampleCommandTest {
    @TempDir
    private Path dir;

    private Path sample(String name, String... options) {
        Path file = dir.resolve(name);
        String[] args = new String[options.length + 2];
        args[0] = "sample";
        args[1] = file.toString();
        System.arraycopy(options, 0, args, 2, options.length);
        assertThat(Ran.imodel(args)).isEqualTo(new Ran(0, file + "\n", ""));
        return file;
    }

    private static List<JsonObject> elements(Path file) {
        return Ran.imodel("export", file.toString(), "--format", "jsonl", "--geometry").lines().stream()
                .map(line -> (JsonObject) Json.parse(line))
                .toList();
    }

    private static List<JsonObject> withoutGuids(List<JsonObject> elements) {
        return elements.stream()
                .map(element -> {
                    JsonObject.Builder rest = JsonObject.builder();
                    element.members().forEach((name, value) -> {
                        if (!name.equals("federationGuid")) {
                            rest.put(name, value);
                        }
                    });
                    return rest.build();
                })
                .toList();
    }

    @Test
    void theSmallSampleHasAllThatASampleNeeds() {
        Path file = sample("small.bim");
        List<JsonObject> elements = elements(file);
        assertThat(elements).hasSizeBetween(250, 400);
        Set<String> classes = elements.stream()
                .map(element -> Objects.requireNonNull(element.text("classFullName")))
                .collect(Collectors.toSet());
        assertThat(classes)
                .contains(
                        "BisCore:Texture",
                        "BisCore:RenderMaterial",
                        "BisCore:LineStyle",
                        "BisCore:GeometryPart",
                        "BisCore:SubCategory",
                        "BisCore:DrawingGraphic",
                        "BisCore:Sheet",
                        "BisCore:ViewAttachment",
                        "BisCore:SpatialViewDefinition",
                        "BisCore:DrawingViewDefinition",
                        "BisCore:SheetViewDefinition",
                        "BisCore:DisplayStyle3d",
                        "BisCore:UrlLink",
                        "Generic:Group",
                        "SampleBuilding:Storey",
                        "SampleBuilding:Room",
                        "SampleBuilding:Wall",
                        "SampleBuilding:Door",
                        "SampleBuilding:Furniture",
                        "SampleBuilding:DoorType");
        try (SnapshotDb db = SnapshotDb.open(file)) {
            assertThat(db.ecefLocation()).isNotNull();
            assertThat(db.fileProperties().tryBytes(FileProperty.of("dgn_View", "DefaultView")))
                    .hasSize(8);
            assertThat(db.fonts().all()).isNotEmpty();
        }
        for (String query :
                List.of("sb.Warranty", "sb.Inspection", "sb.RoomIsBesideRoom", "bis.ElementGroupsMembers")) {
            assertThat(Ran.imodel("query", file.toString(), "SELECT 1 FROM " + query + " LIMIT 1", "--format", "jsonl")
                            .lines())
                    .as(query)
                    .hasSize(1);
        }
    }

    @Test
    void everyExhibitHasTheGeometryThatItShows() {
        List<JsonObject> exhibits = elements(sample("small.bim")).stream()
                .filter(element -> "SampleBuilding:Exhibit".equals(element.text("classFullName")))
                .toList();
        assertThat(exhibits).hasSizeGreaterThan(35);
        Set<String> keys = exhibits.stream()
                .flatMap(exhibit -> Objects.requireNonNull(exhibit.array("geom"), Json.write(exhibit)).items().stream())
                .flatMap(entry -> ((JsonObject) entry).members().keySet().stream())
                .collect(Collectors.toSet());
        assertThat(keys)
                .contains("lineString", "pointString", "arc", "bcurve", "interpolationCurve", "transitionSpiral")
                .contains("path", "loop", "parityRegion", "unionRegion", "bagOfCurves")
                .contains("box", "cylinder", "cone", "sphere", "torusPipe")
                .contains("linearSweep", "rotationalSweep", "ruledSweep", "bsurf", "indexedMesh")
                .contains("appearance", "styleMod", "fill", "pattern", "material", "geomPart", "textString", "image");
    }

    @Test
    void everythingThatIsPlacedLiesWithinTheProject() {
        Path file = sample("small.bim");
        try (SnapshotDb db = SnapshotDb.open(file)) {
            for (JsonObject element : elements(file)) {
                JsonObject placement = element.object("placement");
                JsonArray origin = placement == null ? null : placement.array("origin");
                if (origin != null && origin.size() == 3) {
                    assertThat(number(origin, 0))
                            .isBetween(
                                    db.projectExtents().low().x(),
                                    db.projectExtents().high().x());
                    assertThat(number(origin, 1))
                            .isBetween(
                                    db.projectExtents().low().y(),
                                    db.projectExtents().high().y());
                }
            }
        }
    }

    private static double number(JsonArray array, int index) {
        return ((JsonValue.Number) array.get(index)).value();
    }

    @Test
    void theSameSeedGivesTheSameElements() {
        List<JsonObject> one = withoutGuids(elements(sample("one.bim", "--seed", "7")));
        assertThat(withoutGuids(elements(sample("two.bim", "--seed", "7")))).isEqualTo(one);
        assertThat(withoutGuids(elements(sample("three.bim", "--seed", "8")))).isNotEqualTo(one);
    }

    @Test
    void aFileThatIsThereStaysAsItIs() throws IOException {
        Path there = Files.writeString(dir.resolve("small.bim"), "mine");
        Ran ran = Ran.imodel("sample", there.toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(there).hasContent("mine");
    }

    @Test
    void whatIsNotUnderstoodIsExitCodeTwo() {
        String file = dir.resolve("x.bim").toString();
        assertThat(Ran.imodel("sample").exit()).isEqualTo(2);
        assertThat(Ran.imodel("sample", file, "--size", "huge").exit()).isEqualTo(2);
        assertThat(Ran.imodel("sample", file, "--seed", "x").exit()).isEqualTo(2);
        assertThat(Path.of(file)).doesNotExist();
    }
}
