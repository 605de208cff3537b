package org.imodel4j.bis.element;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.imodel4j.bis.CodeSpecs;
import org.imodel4j.bis.element.NewCategory.Rank;
import org.imodel4j.bis.element.RenderMaterialElement.RgbFactor;
import org.imodel4j.geometry.Point2d;
import org.imodel4j.geometry.Range2d;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.id.IdSet;
import org.imodel4j.imodel.SnapshotDb;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The JSON of our values beside what the functions of iTwin.js 5.7.3 handed over for insertion, recorded in {@code created.jsonl}. Left out there: the
 * background map of display styles, a second spelling of {@code viewflags}, and empty members that {@code Drawing.insert} gives its model.
 */
class RecordedPropsTest {
    private static final Range3d RANGE = Range3d.of(0, 0, 0, 10, 20, 5);
    private static final Range2d RANGE_2D = new Range2d(new Point2d(1, 2), new Point2d(11, 22));
    private static final long DICTIONARY = 0x10;
    private static final long SUBJECT = 0x11;
    private static final long PHYSICAL = 0x13;
    private static final long DOCUMENTS = 0x17;
    private static final long DRAWING = 0x1a;
    private static final long CATEGORY = 0x1c;
    private static final long MODELS = 0x26;
    private static final ViewParts PARTS_2D = new ViewParts(0x25, 0x27);
    private static final ViewParts PARTS_3D = new ViewParts(0x25, 0x28);

    @TempDir
    private Path folder;

    private final Map<String, JsonObject> ours = new LinkedHashMap<>();

    @Test
    void ourJsonIsThatOfTheOriginal() throws IOException {
        try (SnapshotDb db = CodeSpecsFixture.open(folder)) {
            CodeSpecs specs = db.codeSpecs();
            codes(specs);
            subjectsAndModels(specs);
            definitions(specs);
            views(specs);
            others();
        }
        for (String line : recorded()) {
            JsonObject call = (JsonObject) Json.parse(line);
            String label = call.text("kind") + " " + call.text("label");
            assertThat(ours).containsKey(label);
            assertSame(label, requireNonNull(ours.remove(label)), requireNonNull(call.object("props")));
        }
        assertThat(ours).isEmpty();
    }

    private static String[] recorded() throws IOException {
        try (InputStream in = RecordedPropsTest.class.getResourceAsStream("created.jsonl")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n");
        }
    }

    /** Numbers may differ in their last bits: views are computed. */
    private static void assertSame(String place, JsonValue mine, JsonValue theirs) {
        if (theirs instanceof JsonObject object) {
            assertThat(mine).as(place).isInstanceOf(JsonObject.class);
            Map<String, JsonValue> members = ((JsonObject) mine).members();
            assertThat(members.keySet()).as(place).isEqualTo(object.members().keySet());
            members.forEach((name, value) -> assertSame(place + "." + name, value, requireNonNull(object.get(name))));
        } else if (theirs instanceof JsonArray array) {
            assertThat(mine).as(place).isInstanceOf(JsonArray.class);
            assertThat(((JsonArray) mine).size()).as(place).isEqualTo(array.size());
            for (int i = 0; i < array.size(); i++) {
                assertSame(place + "[" + i + "]", ((JsonArray) mine).get(i), array.get(i));
            }
        } else if (theirs instanceof JsonValue.Number number) {
            assertThat(mine).as(place).isInstanceOf(JsonValue.Number.class);
            assertThat(((JsonValue.Number) mine).value()).as(place).isCloseTo(number.value(), within(1e-9));
        } else {
            assertThat(mine).as(place).isEqualTo(theirs);
        }
    }

    private void codes(CodeSpecs specs) {
        String name = " A b ";
        code("Subject", Subject.createCode(specs, 1, name));
        code("Drawing", Drawing.createCode(specs, DOCUMENTS, name));
        code("Sheet", Sheet.createCode(specs, DOCUMENTS, name));
        code("PhysicalType", PhysicalType.createCode(specs, DICTIONARY, name));
        code("InformationPartitionElement", InformationPartitionElement.createCode(specs, SUBJECT, name));
        code("LinkElement", UrlLink.createCode(specs, 1, name));
        code("GeometryPart", GeometryPart.createCode(specs, DICTIONARY, name));
        code("RenderMaterialElement", RenderMaterialElement.createCode(specs, DICTIONARY, name));
        code("Texture", Texture.createCode(specs, DICTIONARY, name));
        code("ViewDefinition", SpatialViewDefinition.createCode(specs, DICTIONARY, name));
        assertThat(ViewDefinition2d.createCode(specs, DICTIONARY, name))
                .isEqualTo(SpatialViewDefinition.createCode(specs, DICTIONARY, name));
        code("DisplayStyle", DisplayStyle3d.createCode(specs, DICTIONARY, name));
        code("ModelSelector", ModelSelector.createCode(specs, DICTIONARY, name));
        code("CategorySelector", CategorySelector.createCode(specs, DICTIONARY, name));
        code("SubCategory", SubCategory.createCode(specs, CATEGORY, name));
        code("SpatialCategory", SpatialCategory.createCode(specs, DICTIONARY, name));
        code("DrawingCategory", DrawingCategory.createCode(specs, DICTIONARY, name));
        code("empty", Code.EMPTY);
    }

    private void code(String label, Code code) {
        ours.put("code code " + label, code.toProps());
    }

    private void put(String label, NewElement<?> element) {
        ours.put("element " + label, element.toProps());
    }

    private void put(String label, NewModel model) {
        ours.put("model " + label, model.toProps());
    }

    private void subjectsAndModels(CodeSpecs specs) {
        put(
                "Subject.insert",
                Subject.create(Subject.createCode(specs, 1, "Job")).description("what it is"));
        put("Subject.insert nodesc", Subject.create(Subject.createCode(specs, 1, "Job2")));
        put("PhysicalModel.insert", InformationPartitionElement.physicalPartition(partition(specs, "Physical")));
        put("PhysicalModel.insert", NewModel.physicalModel(PHYSICAL));
        put(
                "PhysicalModel.insert plan",
                InformationPartitionElement.physicalPartition(partition(specs, "PhysicalPlan")));
        put("PhysicalModel.insert plan", NewModel.physicalModel(0x14).isPlanProjection(true));
        put(
                "SpatialLocationModel.insert",
                InformationPartitionElement.spatialLocationPartition(partition(specs, "Spatial")));
        put("SpatialLocationModel.insert", NewModel.spatialLocationModel(0x15));
        put("DefinitionModel.insert", InformationPartitionElement.definitionPartition(partition(specs, "Defs")));
        put("DefinitionModel.insert", NewModel.definitionModel(0x16));
        put("DocumentListModel.insert", InformationPartitionElement.documentPartition(partition(specs, "Docs")));
        put("DocumentListModel.insert", NewModel.documentListModel(DOCUMENTS));
        put(
                "InformationRecordModel.insert",
                InformationPartitionElement.informationRecordPartition(partition(specs, "Recs")));
        put("InformationRecordModel.insert", NewModel.informationRecordModel(0x18));
        put("Drawing.insert", Drawing.create(Drawing.createCode(specs, DOCUMENTS, "D1")));
        put("Drawing.insert", NewModel.drawingModel(DRAWING));
        put(
                "Drawing.insert scale",
                Drawing.create(Drawing.createCode(specs, DOCUMENTS, "D2")).scaleFactor(100));
        put("Drawing.insert scale", NewModel.drawingModel(0x1b));
    }

    private static Code partition(CodeSpecs specs, String name) {
        return InformationPartitionElement.createCode(specs, SUBJECT, name);
    }

    private void definitions(CodeSpecs specs) {
        put("SpatialCategory.insert", SpatialCategory.create(SpatialCategory.createCode(specs, DICTIONARY, "SC")));
        put(
                "DrawingCategory.insert",
                DrawingCategory.create(DrawingCategory.createCode(specs, DICTIONARY, "DC"))
                        .rank(Rank.SYSTEM));
        put(
                "SubCategory.insert",
                SubCategory.create(
                        SubCategory.createCode(specs, CATEGORY, "Sub"),
                        DICTIONARY,
                        SubCategoryAppearance.DEFAULT.color(255)));
        put(
                "CategorySelector.insert",
                CategorySelector.create(CategorySelector.createCode(specs, DICTIONARY, "CS"), IdSet.of(CATEGORY)));
        put(
                "ModelSelector.insert",
                ModelSelector.create(ModelSelector.createCode(specs, DICTIONARY, "MS"), IdSet.of(PHYSICAL)));
        put("DisplayStyle2d.insert", DisplayStyle2d.create(DisplayStyle2d.createCode(specs, DICTIONARY, "S2")));
        put("DisplayStyle3d.insert", DisplayStyle3d.create(DisplayStyle3d.createCode(specs, DICTIONARY, "S3")));
        put(
                "DisplayStyle3d.insert flags",
                DisplayStyle3d.create(DisplayStyle3d.createCode(specs, DICTIONARY, "S3f"))
                        .viewFlags(ViewFlags.DEFAULT
                                .renderMode(ViewFlags.RenderMode.SMOOTH_SHADE)
                                .with(ViewFlags.Flag.VISIBLE_EDGES, true)
                                .with(ViewFlags.Flag.BACKGROUND_MAP, true))
                        .backgroundColor(0xffffff));
        put(
                "Texture.insertTexture",
                Texture.create(Texture.createCode(specs, DICTIONARY, "T"), Texture.ImageFormat.PNG, new byte[] {
                            (byte) 137, 80, 78, 71
                        })
                        .description("a texture"));
        put(
                "RenderMaterial.insert min",
                RenderMaterialElement.create(RenderMaterialElement.createCode(specs, DICTIONARY, "M0"), "pal"));
        put(
                "RenderMaterial.insert full",
                RenderMaterialElement.create(RenderMaterialElement.createCode(specs, DICTIONARY, "M1"), "pal")
                        .description("d")
                        .color(new RgbFactor(1, .5, 0))
                        .specularColor(new RgbFactor(0, 1, 1))
                        .finish(12)
                        .transmit(.25)
                        .diffuse(.5)
                        .specular(.3)
                        .reflect(.1)
                        .reflectColor(new RgbFactor(.1, .2, .3))
                        .patternMap(0x30)
                        .normalMap(0x31));
    }

    private void views(CodeSpecs specs) {
        Map<String, StandardView> views = Map.of(
                "Top", StandardView.TOP,
                "Bottom", StandardView.BOTTOM,
                "Left", StandardView.LEFT,
                "Right", StandardView.RIGHT,
                "Front", StandardView.FRONT,
                "Back", StandardView.BACK,
                "Iso", StandardView.ISO,
                "RightIso", StandardView.RIGHT_ISO);
        views.forEach((name, view) -> put(
                "OrthographicViewDefinition.insert " + name,
                SpatialViewDefinition.createOrthographic(
                        view(specs, "O" + name), MODELS, PARTS_3D, ViewVolume.of(view, RANGE))));
        ViewVolume iso = ViewVolume.of(StandardView.ISO, RANGE);
        put(
                "SpatialViewDefinition.insertWithCamera",
                SpatialViewDefinition.create(view(specs, "Cam"), MODELS, PARTS_3D, iso)
                        .camera(Camera.of(iso, 90)));
        ViewVolume top = ViewVolume.of(StandardView.TOP, RANGE);
        put(
                "SpatialViewDefinition.insertWithCamera top45",
                SpatialViewDefinition.create(view(specs, "Cam2"), MODELS, PARTS_3D, top)
                        .camera(Camera.of(top, 30)));
        put(
                "DrawingViewDefinition.insert",
                ViewDefinition2d.createDrawingView(view(specs, "DV"), DRAWING, PARTS_2D, RANGE_2D));
        put(
                "SheetViewDefinition.insert",
                ViewDefinition2d.createSheetView(view(specs, "SV"), DRAWING, PARTS_2D, RANGE_2D));
    }

    private static Code view(CodeSpecs specs, String name) {
        return SpatialViewDefinition.createCode(specs, DICTIONARY, name);
    }

    private void others() {
        ours.put(
                "aspect ExternalSourceAspect",
                ExternalSourceAspect.create(SUBJECT, "id1", "Element")
                        .scope(1)
                        .version("1")
                        .checksum("c")
                        .jsonProperties(JsonObject.EMPTY)
                        .toProps());
        ours.put(
                "relationship ElementGroupsMembers",
                NewRelationship.elementGroupsMembers(SUBJECT, PHYSICAL, 3).toProps());
        ours.put(
                "relationship ElementGroupsMembers.nopri",
                NewRelationship.elementGroupsMembers(SUBJECT, PHYSICAL, 0).toProps());
    }
}
