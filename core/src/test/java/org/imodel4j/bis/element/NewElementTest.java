package org.imodel4j.bis.element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.geometry.Placement2d;
import org.imodel4j.geometry.Placement3d;
import org.imodel4j.geometry.Point2d;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range2d;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.geometry.YawPitchRollAngles;
import org.imodel4j.id.Guid;
import org.imodel4j.imodel.SnapshotDb;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values that iTwin.js has no function for, and what all of them have in common. */
class NewElementTest {
    private static final Code CODE = new Code(11, 0x17, "A");
    private static final String CODE_JSON = "\"code\":{\"spec\":\"0xb\",\"scope\":\"0x17\",\"value\":\"A\"}";

    private static void assertJson(Props<?> value, String json) {
        assertThat(Json.write(value.toProps())).isEqualTo(json);
    }

    @Test
    void aChangeLeavesTheValueAsItWas() {
        Drawing drawing = Drawing.create(CODE);
        Drawing scaled = drawing.scaleFactor(2);
        assertThat(drawing).isEqualTo(Drawing.create(CODE)).hasSameHashCodeAs(Drawing.create(CODE));
        assertThat(drawing).isNotEqualTo(scaled);
        assertThat(scaled.scaleFactor(3).scaleFactor(2)).isEqualTo(scaled);
        assertThat(drawing).isNotEqualTo(GenericElement.of("BisCore:Drawing", 0x17, CODE));
        assertThat(drawing)
                .hasToString("Drawing{\"classFullName\":\"BisCore:Drawing\"," + CODE_JSON + ",\"model\":\"0x17\"}");
    }

    @Test
    void allElementsTakeTheMembersOfElement() {
        assertJson(
                GenericElement.of("Dom:Thing", 0x20, CODE)
                        .userLabel("label")
                        .federationGuid(Guid.parse("01020304-0506-0708-090a-0b0c0d0e0f10"))
                        .parent(RelatedElement.elementOwnsChildElements(0x21))
                        .jsonProperty("a", JsonValue.of(1))
                        .jsonProperty("b", JsonValue.of(true))
                        .with("size", 2.5)
                        .with("count", 3)
                        .with("name", "n")
                        .with("flag", false)
                        .model(0x22)
                        .ofClass("Dom:Other"),
                "{\"classFullName\":\"Dom:Other\"," + CODE_JSON + ",\"model\":\"0x22\",\"userLabel\":\"label\","
                        + "\"federationGuid\":\"01020304-0506-0708-090a-0b0c0d0e0f10\","
                        + "\"parent\":{\"id\":\"0x21\",\"relClassName\":\"BisCore:ElementOwnsChildElements\"},"
                        + "\"jsonProperties\":{\"a\":1,\"b\":true},\"size\":2.5,\"count\":3,\"name\":\"n\",\"flag\":false}");
    }

    @Test
    void placementsOmitWhatIsZeroOrUnknown() {
        GeometricElement3d element = GeometricElement3d.of("Generic:PhysicalObject", 0x20, Code.EMPTY, 0x21);
        String begin =
                "{\"classFullName\":\"Generic:PhysicalObject\",\"code\":{\"spec\":\"0x1\",\"scope\":\"0x1\",\"value\":\"\"},"
                        + "\"model\":\"0x20\",\"category\":\"0x21\",\"placement\":";
        assertJson(
                element.placement(
                        new Placement3d(new Point3d(1, 2, 3.5), new YawPitchRollAngles(0, 45, 0), Range3d.NULL)),
                begin + "{\"origin\":[1,2,3.5],\"angles\":{\"pitch\":45}}}");
        assertJson(
                element.placement(new Placement3d(
                                new Point3d(0, 0, 0), YawPitchRollAngles.ZERO, Range3d.of(0, 0, 0, 1, 2, 3)))
                        .typeDefinition(5),
                begin + "{\"origin\":[0,0,0],\"angles\":{},\"bbox\":{\"low\":[0,0,0],\"high\":[1,2,3]}},"
                        + "\"typeDefinition\":{\"id\":\"0x5\",\"relClassName\":\"BisCore:GeometricElement3dHasTypeDefinition\"}}");
        assertThat(GeometricElement2d.of("BisCore:DrawingGraphic", 0x20, Code.EMPTY, 0x21)
                        .placement(new Placement2d(
                                new Point2d(1, 2), 30, new Range2d(new Point2d(0, 0), new Point2d(1, 1))))
                        .toProps()
                        .get("placement"))
                .isEqualTo(Json.parse("{\"origin\":[1,2],\"angle\":30,\"bbox\":{\"low\":[0,0],\"high\":[1,1]}}"));
    }

    @Test
    void sheetsAndSectionDrawingsHaveTheirMembers() {
        assertJson(
                Sheet.create(CODE, .42, .297).scale(1).sheetTemplate(7),
                "{\"classFullName\":\"BisCore:Sheet\"," + CODE_JSON
                        + ",\"model\":\"0x17\",\"width\":0.42,\"height\":0.297,\"scale\":1,"
                        + "\"sheetTemplate\":{\"id\":\"0x7\",\"relClassName\":\"BisCore:SheetHasSheetTemplate\"}}");
        assertJson(
                SectionDrawing.create(CODE, SectionDrawing.SectionType.PLAN)
                        .spatialView(8)
                        .displaySpatialView(true),
                "{\"classFullName\":\"BisCore:SectionDrawing\"," + CODE_JSON
                        + ",\"model\":\"0x17\",\"sectionType\":6,"
                        + "\"spatialView\":{\"id\":\"0x8\",\"relClassName\":\"BisCore:SectionDrawingGeneratedFromSpatialView\"},"
                        + "\"jsonProperties\":{\"displaySpatialView\":true}}");
    }

    @Test
    void linksPartsAndTypesHaveTheirMembers() {
        assertJson(
                UrlLink.createRepositoryLink(CODE).url("u").description("d").format("IFC"),
                "{\"classFullName\":\"BisCore:RepositoryLink\"," + CODE_JSON
                        + ",\"model\":\"0x17\",\"url\":\"u\",\"description\":\"d\",\"format\":\"IFC\"}");
        assertJson(
                GeometryPart.create(CODE, JsonArray.EMPTY),
                "{\"classFullName\":\"BisCore:GeometryPart\"," + CODE_JSON
                        + ",\"model\":\"0x17\",\"isPrivate\":false,\"geom\":[]}");
        assertJson(
                PhysicalType.create("Generic:PhysicalType", CODE).isPrivate(true),
                "{\"classFullName\":\"Generic:PhysicalType\"," + CODE_JSON + ",\"model\":\"0x17\",\"isPrivate\":true}");
        assertJson(
                NewAspect.of("Dom:Aspect", 9).with("size", 1),
                "{\"classFullName\":\"Dom:Aspect\",\"element\":{\"id\":\"0x9\"},\"size\":1}");
    }

    @Test
    void theDefaultSubCategoryIsTheOneAfterItsCategory() {
        SubCategoryAppearance appearance = SubCategoryAppearance.DEFAULT
                .color(1)
                .fillColor(2)
                .transparency(.25)
                .fillTransparency(.5)
                .weight(3)
                .priority(4)
                .style(5)
                .material(6)
                .invisible(true)
                .dontPlot(true)
                .dontSnap(true)
                .dontLocate(false);
        assertThat(Json.write(SubCategory.defaultAppearance(0x1c, appearance)))
                .isEqualTo("{\"id\":\"0x1d\",\"appearance\":{\"color\":1,\"fill\":2,\"transp\":0.25,\"transpFill\":0.5,"
                        + "\"weight\":3,\"priority\":4,\"style\":\"0x5\",\"material\":\"0x6\",\"invisible\":true,"
                        + "\"dontPlot\":true,\"dontSnap\":true,\"dontLocate\":false}}");
    }

    @Test
    void flagsAreToldTheWayJsonHasThem() {
        ViewFlags flags = ViewFlags.DEFAULT
                .with(ViewFlags.Flag.LIGHTING, true)
                .with(ViewFlags.Flag.CONSTRUCTIONS, true)
                .with(ViewFlags.Flag.CLIP_VOLUME, false)
                .with(ViewFlags.Flag.TRANSPARENCY, false)
                .with(ViewFlags.Flag.GRID, true);
        assertJson(flags, "{\"renderMode\":0,\"noTransp\":true,\"grid\":true}");
        assertThat(flags.with(ViewFlags.Flag.GRID, false).with(ViewFlags.Flag.TRANSPARENCY, true))
                .isEqualTo(flags.with(ViewFlags.Flag.TRANSPARENCY, true).with(ViewFlags.Flag.GRID, false));
    }

    @Test
    void codesLoseTheWhiteSpaceOfJavaScript() {
        assertThat(new Code(1, 1, "\t\u00a0\ufeff a b \u2029\r\n").value()).isEqualTo("a b");
        assertThat(new Code(1, 1, "\u001ca\u0000").value()).isEqualTo("\u001ca\u0000");
        assertThat(new Code(1, 1, " \u3000 ").value()).isEmpty();
    }

    @Test
    void whatDoesNotExistIsReported(@TempDir Path folder) throws IOException {
        try (SnapshotDb db = CodeSpecsFixture.open(folder)) {
            assertThatThrownBy(() -> Code.of(db.codeSpecs(), "bis:None", 1, "x"))
                    .isInstanceOfSatisfying(IModelException.class, failure -> assertThat(failure.errorNumber())
                            .isEqualTo(Status.NOT_FOUND.number()));
        }
        assertThatThrownBy(() -> ViewVolume.of(StandardView.ISO, Range3d.NULL)).isInstanceOf(IModelException.class);
    }
}
