package org.imodel4j.bis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that no editor writes but files hold; each answer is what the reference gave for the same row. */
@NullUnmarked
class UnusualElementsTest {
    @TempDir
    Path folder;

    private JsonObject read(EditedModel edited, long id) {
        return read(edited, id, ElementOptions.DEFAULT);
    }

    private JsonObject read(EditedModel edited, long id, ElementOptions options) {
        try (FixtureModel model = edited.open()) {
            JsonWriter out = new JsonWriter();
            boolean found = new Elements(model.schemas, model).write(ElementKey.of(id), out, options);
            assertThat(found).isEqualTo(out.size() > 0);
            return found ? (JsonObject) Json.parse(out.bytes()) : null;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{\"a\":null};{}",
                "{\"a\":[1,2.5,null],\"b\":{\"c\":null,\"d\":{}},\"f\":[null],\"g\":[{\"h\":null}]}"
                        + ";{\"a\":[1,2.5],\"b\":{\"d\":{}},\"f\":[],\"g\":[{}]}",
                "[1,2];[1,2]",
                "\"\";\"\"",
                " { \"a\" : 1 } ;{\"a\":1}",
                "{\"a\":90.66666666666667};{\"a\":90.66666666666669}",
                "{\"c\":0.30000000000000004,\"d\":-96.0000000000000012};{\"c\":0.30000000000000004,\"d\":-96}",
                "{\"big\":999999999999999900000.0,\"less\":-999999999999999900000.0};{\"big\":1e21,\"less\":-999999999999999900000}",
                "{\"e\":1.2345678901234567e-5};{\"e\":0.000012345678901234568}",
                "{\"s\":\"\\u00e9\\n\"};{\"s\":\"é\\n\"}",
                "{\"r\":{\"relClassName\":\"A.B\",\"n\":null},\"d\":{\"r\":{\"relClassName\":\"A.B\"}}}"
                        + ";{\"r\":{\"relClassName\":\"A:B\"},\"d\":{\"r\":{\"relClassName\":\"A.B\"}}}",
                "{\"materialAssets\":{\"renderMaterial\":{\"Map\":{\"Bump\":{\"TextureId\":33},\"x\":5}}},\"TextureId\":33}"
                        + ";{\"materialAssets\":{\"renderMaterial\":{\"Map\":{\"Bump\":{\"TextureId\":\"0x21\"},\"x\":5}}},\"TextureId\":33}",
                "{\"styles\":{\"subCategoryOvr\":[{\"subCategory\":51.0,\"w\":null},{\"subCategory\":0},{\"subCategory\":1.5},{\"subCategory\":-1},{\"subCategory\":\"0x1\"}]}}"
                        + ";{\"styles\":{\"subCategoryOvr\":[{\"subCategory\":\"0x33\"},{\"subCategory\":\"0\"},{\"subCategory\":\"0\"},{\"subCategory\":\"0\"},{\"subCategory\":\"0x1\"}]}}",
                "true;true"
            })
    void jsonPropertiesLoseTheirNullsAndReadNumbersFast(String stored, String expected) {
        EditedModel edited = new EditedModel(folder, "building.bim");
        edited.set(0x22, "Bldg:Wall", "JsonProperties", "'" + stored + "'");
        JsonValue actual = read(edited, 0x22).get("jsonProperties");
        assertThat(FixtureModel.normal(actual)).isEqualTo(FixtureModel.normal(Json.parse(expected)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {"not json", "null", "{\"a\":1}garbage", "{\"b\":NaN}", "{\"b\":1,}", "{\"b\":01}", "{\"b\":1}//c"})
    void anElementWhoseJsonPropertiesAreMalformedIsNotFound(String stored) {
        EditedModel edited = new EditedModel(folder, "building.bim");
        edited.set(0x22, "Bldg:Wall", "JsonProperties", "'" + stored + "'");
        assertThat(read(edited, 0x22)).isNull();
    }

    @Test
    void emptyJsonPropertiesAreAbsent() {
        EditedModel edited = new EditedModel(folder, "building.bim");
        edited.set(0x22, "Bldg:Wall", "JsonProperties", "''");
        assertThat(read(edited, 0x22).get("jsonProperties")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "0x11a,BisCore:OrthographicViewDefinition,CategorySelector.Id",
        "0x11a,BisCore:OrthographicViewDefinition,DisplayStyle.Id",
        "0x11a,BisCore:OrthographicViewDefinition,ModelSelector.Id",
        "0x11a,BisCore:OrthographicViewDefinition,Origin.X",
        "0x11a,BisCore:OrthographicViewDefinition,EyePoint.Z",
        "0x12a,BisCore:DrawingViewDefinition,BaseModel.Id",
        "0x12a,BisCore:DrawingViewDefinition,Extents.Y",
        "0x1a,BisCore:SubCategory,Properties"
    })
    void anElementWithoutWhatItsClassNeedsIsNotFound(String id, String className, String property) {
        EditedModel edited = new EditedModel(folder, "views.bim");
        edited.set(Long.decode(id), className, property, "NULL");
        assertThat(read(edited, Long.decode(id))).isNull();
    }

    @Test
    void aPlacementWithMissingPartsKeepsTheRest() {
        EditedModel edited = new EditedModel(folder, "views.bim");
        edited.set(0x132, "BisCore:DrawingGraphic", "Rotation", "NULL");
        edited.set(0x132, "BisCore:DrawingGraphic", "Origin.Y", "NULL");
        edited.set(0x12f, "BisCore:ViewAttachment", "BBoxHigh.X", "NULL");
        assertThat(read(edited, 0x132).object("placement").get("angle")).isNull();
        assertThat(FixtureModel.normal(read(edited, 0x132).object("placement").get("origin")))
                .isEqualTo(FixtureModel.normal(Json.parse("[0,0]")));
        assertThat(read(edited, 0x12f).object("placement").get("bbox")).isNull();
    }

    @Test
    void aRelationshipClassThatIsUnknownShowsItsIdAndOneThatIsMissingNothing() {
        EditedModel edited = new EditedModel(folder, "building.bim");
        edited.set(0x22, "Bldg:Wall", "TypeDefinition.RelECClassId", "999999");
        edited.set(0x24, "Bldg:Wall", "Parent.Id", "34");
        assertThat(read(edited, 0x22).object("typeDefinition").text("relClassName"))
                .isEqualTo("0xf423f");
        assertThat(read(edited, 0x24).object("parent").members()).containsOnlyKeys("id");
    }

    @Test
    void aGuidOfAnotherLengthStaysBytes() {
        EditedModel edited = new EditedModel(folder, "building.bim");
        edited.set(0x22, "Bldg:Wall", "FederationGuid", "x'0101'");
        assertThat(read(edited, 0x22).text("federationGuid")).isEqualTo("encoding=base64;AQE=");
    }

    @Test
    void valuesOfAnotherKindAreConvertedAsSqliteDoes() {
        EditedModel edited = new EditedModel(folder, "building.bim");
        edited.set(0x22, "Bldg:Wall", "Mark", "42");
        edited.set(0x22, "Bldg:Wall", "FireRating", "2.7");
        edited.set(0x22, "Bldg:Wall", "Length", "'text'");
        edited.set(0x22, "Bldg:Wall", "Height", "9e999");
        JsonObject wall = read(edited, 0x22);
        assertThat(wall.text("mark")).isEqualTo("42");
        assertThat(wall.number("fireRating").value()).isEqualTo(2);
        assertThat(wall.number("length").value()).isZero();
        assertThat(wall.get("height")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void aDisplayStyleGivesItsExcludedElementsAsAskedFor() {
        EditedModel edited = new EditedModel(folder, "building.bim");
        edited.set(
                0x119, "BisCore:DisplayStyle3d", "JsonProperties", "'{\"styles\":{\"excludedElements\":\"+22+1*2\"}}'");
        JsonObject plain = read(edited, 0x119).object("jsonProperties").object("styles");
        assertThat(plain.array("excludedElements")).isEqualTo(Json.parse("[\"0x22\",\"0x23\",\"0x24\"]"));
        ElementOptions compressed = new ElementOptions(BinaryFormat.BASE64, false, true, false, false, false);
        JsonObject kept =
                read(edited, 0x119, compressed).object("jsonProperties").object("styles");
        assertThat(kept.text("excludedElements")).isEqualTo("+22+1*2");
    }

    @Test
    void aScheduleScriptLosesItsElementIdsWhenAskedTo() {
        EditedModel edited = new EditedModel(folder, "building.bim");
        String timelines = "[{\"modelId\":\"0x1c\",\"elementTimelines\":[{\"batchId\":1,\"elementIds\":[\"0x22\"]}]}]";
        edited.set(
                0x119,
                "BisCore:DisplayStyle3d",
                "JsonProperties",
                "'{\"styles\":{\"scheduleScript\":" + timelines + "}}'");
        ElementOptions omit = new ElementOptions(BinaryFormat.BASE64, true, false, false, false, false);
        assertThat(Json.write(read(edited, 0x119, omit)
                        .object("jsonProperties")
                        .object("styles")
                        .get("scheduleScript")))
                .contains("\"batchId\":1,\"elementIds\":\"\"");
        assertThat(Json.write(read(edited, 0x119))).contains("\"elementIds\":[\"0x22\"]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "\"junk\";false",
                "{\"a\":1};false",
                "[{\"modelId\":\"0x1\"}];false",
                "[{\"elementTimelines\":{}}];false",
                "[5];false",
                "\"\";true",
                "false;true",
                "[];true",
                "[{\"elementTimelines\":[5,{\"elementIds\":null}]}];true"
            })
    void aDisplayStyleWhoseScriptIsNoneIsNotFoundOnlyWhereItHasToBeChanged(String script, boolean found) {
        EditedModel edited = new EditedModel(folder, "building.bim");
        edited.set(
                0x119,
                "BisCore:DisplayStyle3d",
                "JsonProperties",
                "'{\"styles\":{\"scheduleScript\":" + script + "}}'");
        ElementOptions omit = new ElementOptions(BinaryFormat.BASE64, true, false, false, false, false);
        assertThat(read(edited, 0x119, omit) != null).isEqualTo(found);
        assertThat(read(edited, 0x119)).isNotNull();
    }

    @Test
    void aDisplayStyleWhoseCompressedExclusionsAreMalformedIsNotFoundOnlyWhereTheyHaveToBeExpanded() {
        EditedModel edited = new EditedModel(folder, "building.bim");
        ElementOptions compressed = new ElementOptions(BinaryFormat.BASE64, false, true, false, false, false);
        edited.set(0x119, "BisCore:DisplayStyle3d", "JsonProperties", "'{\"styles\":{\"excludedElements\":\"+zz\"}}'");
        assertThat(read(edited, 0x119)).isNull();
        assertThat(read(edited, 0x119, compressed)).isNotNull();
        edited.set(0x119, "BisCore:DisplayStyle3d", "JsonProperties", "'{\"styles\":{\"excludedElements\":\"bad\"}}'");
        assertThat(read(edited, 0x119).object("jsonProperties").object("styles").text("excludedElements"))
                .isEqualTo("bad");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{ \"version\" : \"1.0.0\", \"data\" : {\"a\":null} };{\"version\":\"1.0.0\",\"data\":{\"a\":null}}",
                "{\"version\":\"v1.0.0+5\",\"data\":[]};{\"version\":\"v1.0.0+5\",\"data\":[]}",
                "no JSON;",
                "{\"version\":\"1.0.1\",\"data\":{}};not found",
                "{\"version\":\"1.0.0-beta\",\"data\":{}};not found",
                "{\"version\":\"1.0\",\"data\":{}};not found",
                "{\"version\":1,\"data\":{}};not found",
                "{\"version\":\"1.0.0\",\"data\":null};not found",
                "{\"version\":\"1.0.0\"};not found",
                "null;not found",
                "[];not found"
            })
    void theDataOfATextAnnotationHasToBeOfAVersionThatIsKnown(String stored, String expected) {
        EditedModel edited = new EditedModel(folder, "views.bim");
        edited.set(0x137, "BisCore:TextAnnotation2d", "TextAnnotationData", "'" + stored + "'");
        JsonObject annotation = read(edited, 0x137);
        assertThat(annotation == null ? "not found" : annotation.text("textAnnotationData"))
                .isEqualTo(expected);
    }

    @Test
    void settingsOfATextStyleThatAreNoJsonAreAbsent() {
        EditedModel edited = new EditedModel(folder, "views.bim");
        edited.set(0x136, "BisCore:AnnotationTextStyle", "Settings", "'no JSON'");
        assertThat(read(edited, 0x136).get("settings")).isNull();
    }

    @Test
    void aPointThatIsNotFiniteReadsAsNull() {
        EditedModel edited = new EditedModel(folder, "views.bim");
        edited.set(0x132, "BisCore:DrawingGraphic", "Origin.Y", "9e999");
        assertThat(FixtureModel.normal(read(edited, 0x132).object("placement").get("origin")))
                .isEqualTo(FixtureModel.normal(Json.parse("[0,0]")));
    }

    @Test
    void numbersOfSubCategoriesInADisplayStyleBecomeIds() {
        EditedModel edited = new EditedModel(folder, "building.bim");
        edited.set(
                0x119,
                "BisCore:DisplayStyle3d",
                "JsonProperties",
                "'{\"styles\":{\"subCategoryOvr\":[{\"subCategory\":51}]}}'");
        assertThat(Json.write(read(edited, 0x119))).contains("{\"subCategory\":\"0x33\"}");
    }

    @Test
    void anglesThatAreAlmostZeroAreLeftOut() {
        EditedModel edited = new EditedModel(folder, "views.bim");
        edited.set(0x11a, "BisCore:OrthographicViewDefinition", "Pitch", "-5.7e-11");
        edited.set(0x11a, "BisCore:OrthographicViewDefinition", "Roll", "5.8e-11");
        assertThat(read(edited, 0x11a).object("angles").members()).doesNotContainKey("pitch");
        assertThat(read(edited, 0x11a).object("angles").number("roll").value()).isEqualTo(5.8e-11);
    }

    @Test
    void aTemplateInSpaceIsNotSpatiallyLocated() {
        EditedModel edited = new EditedModel(folder, "building.bim");
        edited.execute("UPDATE bis_Model SET IsTemplate=1 WHERE Id=29");
        try (FixtureModel model = edited.open()) {
            JsonObject props = new Models(model.schemas, model).get(0x1d);
            assertThat(props.bool("isTemplate")).isTrue();
            assertThat(props.bool("isNotSpatiallyLocated")).isTrue();
        }
    }

    @Test
    void aViewOfEverythingNeedsNoRecentRelease() {
        EditedModel edited = new EditedModel(folder, "building.bim");
        JsonObject before = customView(edited);
        edited.execute("DELETE FROM ec_Property WHERE Name='IsNotSpatiallyLocated'");
        assertThat(customView(edited)).isEqualTo(before);
    }

    private static JsonObject customView(EditedModel edited) {
        try (FixtureModel model = edited.open()) {
            return new Views(model.schemas, model).customViewState3d(null);
        }
    }

    @Test
    void idsThatAreZeroHaveNoPrefix() {
        EditedModel edited = new EditedModel(folder, "building.bim");
        edited.set(0x22, "Bldg:Wall", "Category.Id", "0");
        edited.set(0x22, "Bldg:Wall", "CodeSpec.Id", "0");
        edited.set(0x22, "Bldg:Wall", "Parent.Id", "0");
        JsonObject wall = read(edited, 0x22);
        assertThat(wall.text("category")).isEqualTo("0");
        assertThat(wall.object("code").text("spec")).isEqualTo("0");
        assertThat(wall.object("parent").text("id")).isEqualTo("0");
    }

    @Test
    void cornersOfABoxMayBeStoredInAnyOrder() {
        EditedModel edited = new EditedModel(folder, "views.bim");
        long model = 0x11e;
        Range3d before = extent(edited, model);
        edited.execute("UPDATE bis_GeometricElement2d SET BBoxLow_X=BBoxHigh_X,BBoxHigh_X=BBoxLow_X");
        assertThat(before.isNull()).isFalse();
        assertThat(extent(edited, model)).isEqualTo(before);
    }

    private static Range3d extent(EditedModel edited, long modelId) {
        try (FixtureModel model = edited.open()) {
            return new ModelExtents(model.schemas, model).query(modelId).box();
        }
    }

    @Test
    void anElementThatIsNotFoundHasNoToolTip() {
        EditedModel edited = new EditedModel(folder, "building.bim");
        edited.set(0x22, "Bldg:Wall", "JsonProperties", "'no JSON'");
        try (FixtureModel model = edited.open()) {
            ToolTips toolTips = new ToolTips(model.schemas, new Elements(model.schemas, model));
            assertThatThrownBy(() -> toolTips.of(0x22))
                    .isInstanceOfSatisfying(IModelException.class, e -> assertThat(e.errorNumber())
                            .isEqualTo(Status.NOT_FOUND.number()));
        }
    }

    @Test
    void aToolTipNeedsTheCategoryToo() {
        EditedModel edited = new EditedModel(folder, "building.bim");
        edited.set(0x22, "Bldg:Wall", "Category.Id", "999999");
        try (FixtureModel model = edited.open()) {
            ToolTips toolTips = new ToolTips(model.schemas, new Elements(model.schemas, model));
            assertThatThrownBy(() -> toolTips.of(0x22))
                    .isInstanceOfSatisfying(
                            IModelException.class, e -> assertThat(e.text()).isEqualTo("Element=0xf423f"));
        }
    }

    @Test
    void anAttachmentWhoseViewCanNotBeReadKeepsItsPlaceWithoutAState() {
        EditedModel edited = new EditedModel(folder, "views.bim");
        edited.set(0x12f, "BisCore:ViewAttachment", "View.Id", "1");
        try (FixtureModel model = edited.open()) {
            JsonObject answer = new Views(model.schemas, model)
                    .hydrate((JsonObject) Json.parse("{\"sheetViewAttachmentIds\":\"+12F+1\",\"acsId\":\"\"}"));
            assertThat(answer.array("sheetViewAttachmentProps").size()).isEqualTo(2);
            assertThat(answer.array("sheetViewViews").get(0)).isEqualTo(JsonValue.NULL);
            assertThat(answer.array("sheetViewViews").get(1)).isNotEqualTo(JsonValue.NULL);
        }
    }

    @Test
    void anEmptySetOfModelsToHydrateIsNotAnswered() {
        try (FixtureModel model = new FixtureModel("views.bim")) {
            JsonObject request = (JsonObject) Json.parse("{\"notLoadedModelSelectorStateModels\":\"\"}");
            assertThat(new Views(model.schemas, model).hydrate(request).members())
                    .isEmpty();
        }
    }

    @Test
    void aStructThatContainsItselfIsReadAsFarAsItIsStored() {
        EditedModel edited = new EditedModel(folder, "all-types.bim");
        JsonObject before = read(edited, 0x1b).object("pStruct");
        edited.execute("UPDATE ec_Property SET Kind=1,PrimitiveType=NULL,StructClassId=ClassId"
                + " WHERE ClassId IN (SELECT Id FROM ec_Class WHERE Name IN ('Inner','Outer')) AND Kind=0");
        assertThat(before.members()).containsKey("in");
        assertThat(read(edited, 0x1b).object("pStruct").members()).containsKey("ints");
    }

    @Test
    void anElementOfAnUnknownClassIsNotFound() {
        EditedModel edited = new EditedModel(folder, "building.bim");
        edited.execute("UPDATE bis_Element SET ECClassId=987654 WHERE Id=34");
        assertThat(read(edited, 0x22)).isNull();
    }

    @Test
    void anElementOfAClassThatHasNoInstancesIsNotFound() {
        EditedModel edited = new EditedModel(folder, "all-types.bim");
        edited.execute("UPDATE bis_Element SET ECClassId=(SELECT Id FROM ec_Class WHERE Name='Inner') WHERE Id=0x1b");
        assertThat(read(edited, 0x1b)).isNull();
    }

    @Test
    void aModelThatIsNotSpatiallyLocatedIsMeasuredByItsPlacements() {
        EditedModel edited = new EditedModel(folder, "building.bim");
        edited.execute("UPDATE bis_Model SET ps2=1 WHERE Id=29");
        try (FixtureModel model = edited.open()) {
            ModelExtent extent = new ModelExtents(model.schemas, model).query(0x1d);
            assertThat(extent.box()).isEqualTo(Range3d.of(-0.2, -5, 3.7, 48, 30, 7));
        }
    }
}
