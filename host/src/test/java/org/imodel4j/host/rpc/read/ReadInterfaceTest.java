package org.imodel4j.host.rpc.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.imodel4j.host.rpc.Exchange;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.testkit.Fixtures;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The answers are those that the reference backend gave for the same file. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadInterfaceTest {
    private static final String NOTHING =
            "{\"low\":[1.7976931348623157e+308,1.7976931348623157e+308,1.7976931348623157e+308],"
                    + "\"high\":[-1.7976931348623157e+308,-1.7976931348623157e+308,-1.7976931348623157e+308]}";

    private Served building;

    @BeforeAll
    void start(@TempDir Path dir) {
        building = new Served(dir, "building");
    }

    @AfterAll
    void stop() {
        building.close();
    }

    private void same(Exchange exchange, String expected) {
        assertThat(exchange.status()).as(exchange.text()).isEqualTo(200);
        assertThat(exchange.json()).isEqualTo(Json.parse(expected));
    }

    @Test
    void connectionPropsNameTheCheckpoint() {
        Exchange e = Exchange.get(
                        building.base() + "IModelReadRpcInterface-3.5.0-getConnectionProps",
                        "[{\"iTwinId\":\"x\",\"iModelId\":\"y\",\"changeset\":{\"id\":\"\",\"index\":0}}]")
                .dialect2()
                .through(building.protocol);
        same(
                e,
                "{\"name\":\"Building\",\"rootSubject\":{\"name\":\"Building\",\"description\":\"fixture building\"},"
                        + "\"projectExtents\":{\"low\":[-10,-10,-5],\"high\":[60,40,25]},\"globalOrigin\":[1,2,3],"
                        + "\"key\":\"33333333-2222-4333-8444-555555555555:\",\"iTwinId\":\"00000000-0000-0000-0000-000000000000\","
                        + "\"iModelId\":\"33333333-2222-4333-8444-555555555555\",\"changeset\":{\"id\":\"\",\"index\":0}}");
        assertThat(e.answerHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void openForReadSpeaksTheLanguageOf2x() {
        JsonObject props = building.read2("openForRead", "").object();
        assertThat(props.text("contextId")).isEqualTo(Served.NO_ITWIN);
        assertThat(props.text("changeSetId")).isEmpty();
        assertThat(props.text("key")).isEqualTo("33333333-2222-4333-8444-555555555555:");
        assertThat(building.read2("close", "").text()).isEqualTo("true");
    }

    @Test
    void openingWhatIsNotServedIsAnOrdinaryError() {
        String url = "/t/v/mode/1/context/a/imodel/99999999-2222-4333-8444-555555555555/changeset/0/";
        String token = "[{\"iTwinId\":\"a\",\"iModelId\":\"b\",\"changeset\":{\"id\":\"\"}}]";
        Exchange e = Exchange.post(url + "IModelReadRpcInterface-3.8.0-getConnectionProps", token)
                .dialect2()
                .through(building.protocol);
        assertThat(e.status()).isEqualTo(404);
        assertThat(e.text()).contains("\"isError\":true", "65574").doesNotContain("iTwinRpcCoreResponse");
        Exchange bad = Exchange.post(url + "IModelReadRpcInterface-3.8.0-getConnectionProps", "[\"nokey\"]")
                .dialect2()
                .through(building.protocol);
        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.object().text("message")).isEqualTo("invalid arguments");
    }

    @Test
    void aTokenWhoseIModelIsNotOpenGetsTheControlResponse() {
        String url =
                "/t/v/mode/1/context/a/imodel/99999999-2222-4333-8444-555555555555/changeset/0/IModelReadRpcInterface-3.8.0-getModelProps";
        String token =
                "[{\"key\":\"gone\",\"iTwinId\":\"a\",\"iModelId\":\"b\",\"changeset\":{\"id\":\"\"}},[\"0x1\"]]";
        Exchange e = Exchange.post(url, token).dialect2().through(building.protocol);
        assertThat(e.status()).isEqualTo(404);
        assertThat(e.text()).contains("\"managedStatus\":\"notFound\"");
        assertThat(Exchange.post(url, token).through(building.protocol).text())
                .isEqualTo("{\"message\":\"iModel not found\",\"isIModelNotFoundResponse\":true}");
        assertThat(Exchange.post(url, "[\"x\",[\"0x1\"]]")
                        .through(building.protocol)
                        .status())
                .isEqualTo(404);
        assertThat(Exchange.post(url, "[]")
                        .dialect2()
                        .through(building.protocol)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aKeyOfAnotherIModelIsNotBelieved() {
        String url =
                "/t/v/mode/1/context/a/imodel/99999999-2222-4333-8444-555555555555/changeset/0/IModelReadRpcInterface-3.8.0-getModelProps";
        Exchange e = Exchange.post(
                        url,
                        "[{\"key\":\"building\",\"iTwinId\":\"a\",\"iModelId\":\"b\",\"changeset\":{\"id\":\"\"}},[\"0x1\"]]")
                .through(building.protocol);
        assertThat(e.status()).isEqualTo(404);
        Exchange own = Exchange.post(
                        building.base() + "IModelReadRpcInterface-3.8.0-getModelProps",
                        building.read("getModelProps", "[]").status() == 200
                                ? "[" + building.token().replace(building.iModel.checkpointKey(), "building")
                                        + ",[\"0x1\"]]"
                                : "")
                .through(building.protocol);
        assertThat(own.status()).isEqualTo(200);
    }

    @Test
    void elementsComeAsPropsWithoutTheMissingOnes() {
        same(
                building.read("getElementProps", "[\"0x1\",\"0x999\",\"0x1\"]"),
                "[{\"classFullName\":\"BisCore:Subject\",\"id\":\"0x1\",\"description\":\"fixture building\","
                        + "\"code\":{\"value\":\"Building\",\"spec\":\"0x1f\",\"scope\":\"0x1\"},\"model\":\"0x1\","
                        + "\"federationGuid\":\"296b341b-1ebb-400c-840d-12f71dac154b\"}]");
        assertThat(building.read("getElementProps", "\"0x1\"").status()).isEqualTo(200);
        same(building.read("getElementProps", "[]"), "[]");
        same(building.read("getElementProps", "null"), "[]");
        assertThat(building.read("getElementProps", "[null]").status()).isEqualTo(404);
        Exchange missing = building.read("getElementProps", "[\"0x999\"]");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.text())
                .isEqualTo(
                        "{\"message\":\"element not found\",\"errorNumber\":65574,\"name\":\"Not Found\",\"isError\":true}");
    }

    @Test
    void loadElementPropsBringsGeometryOnlyWhenItIsAskedFor() {
        assertThat(building.read("loadElementProps", "\"0x22\",{\"wantGeometry\":true}")
                        .object()
                        .array("geom"))
                .isEqualTo(Json.parse(
                        "[{\"header\":{\"flags\":0}},{\"appearance\":{}},{\"material\":{\"materialId\":\"0x1f\"}},"
                                + "{\"box\":{\"baseOrigin\":[0,0,0],\"origin\":[0,0,0],\"topOrigin\":[0,0,3],"
                                + "\"baseX\":5,\"baseY\":0.2,\"capped\":true}}]"));
        assertThat(building.read("loadElementProps", "\"0x22\"").object().array("geom"))
                .isNull();
    }

    @Test
    void loadElementPropsOfNothingIsUndefined() {
        assertThat(building.read("loadElementProps", "\"0x1\"").object().text("classFullName"))
                .isEqualTo("BisCore:Subject");
        assertThat(building.read("loadElementProps", "\"296b341b-1ebb-400c-840d-12f71dac154b\",null")
                        .object()
                        .text("id"))
                .isEqualTo("0x1");
        assertThat(building.read("loadElementProps", "{\"spec\":\"0x21\",\"scope\":\"0x1\",\"value\":\"w-0-14\"}")
                        .object()
                        .text("id"))
                .isEqualTo("0x30");
        for (String missing :
                new String[] {"\"0x999\"", "\"nonsense\"", "{\"spec\":\"0x1\",\"scope\":\"0x1\",\"value\":\"x\"}"}) {
            Exchange e = building.read("loadElementProps", missing);
            assertThat(e.status()).isEqualTo(200);
            assertThat(e.bytes()).isEmpty();
        }
    }

    @Test
    void modelsComeAsProps() {
        same(
                building.read("getModelProps", "[\"0x1\",\"0x999\",\"0x1\"]"),
                "[{\"classFullName\":\"BisCore:RepositoryModel\",\"id\":\"0x1\",\"modeledElement\":{\"id\":\"0x1\","
                        + "\"relClassName\":\"BisCore:ModelModelsElement\"},\"name\":\"Building\",\"parentModel\":\"0x1\"}]");
        Exchange missing = building.read("getModelProps", "[\"0x999\"]");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.object().text("message")).isEqualTo("Model=0x999");
        JsonArray two = (JsonArray) building.read("queryModelProps", "{\"from\":\"BisCore.PhysicalModel\",\"limit\":2}")
                .json();
        assertThat(two.size()).isEqualTo(2);
    }

    @Test
    void entityQueriesTakeWhereOrderLimitAndBindings() {
        same(
                building.read(
                        "queryEntityIds",
                        "{\"from\":\"BisCore.Category\",\"orderBy\":\"ECInstanceId DESC\",\"limit\":3,\"offset\":1}"),
                "[\"0x19\",\"0x17\",\"0x15\"]");
        same(
                building.read(
                        "queryEntityIds",
                        "{\"from\":\"BisCore.Element\",\"where\":\"ECInstanceId=:i\",\"bindings\":{\"i\":\"0x1\"}}"),
                "[\"0x1\"]");
        same(
                building.read(
                        "queryEntityIds",
                        "{\"from\":\"BisCore.Element\",\"where\":\"CodeValue=?\",\"bindings\":[\"W-0-14\"]}"),
                "[\"0x30\"]");
        same(building.read("queryEntityIds", "{\"from\":\"BisCore.Element\",\"only\":true}"), "[]");
        assertThat(((JsonArray) building.read("queryEntityIds", "{\"from\":\"BisCore.Element\",\"limit\":0}")
                                .json())
                        .size())
                .isEqualTo(274);
        Exchange unknown = building.read("queryEntityIds", "{\"from\":\"BisCore.Nope\"}");
        assertThat(unknown.status()).isEqualTo(500);
        assertThat(unknown.text())
                .isEqualTo(
                        "{\"message\":\"ECClass 'BisCore.Nope' does not exist or could not be loaded.\",\"errorNumber\":1,"
                                + "\"name\":\"BE_SQLITE_ERROR\",\"isError\":true}");
        assertThat(building.read("queryEntityIds", "{\"from\":\"BisCore.Element\",\"where\":\"garbage (((\"}")
                        .object()
                        .text("message"))
                .isEqualTo(
                        "Failed to parse ECSQL 'SELECT ECInstanceId FROM BisCore.Element WHERE garbage (((': syntax error");
        JsonArray props = (JsonArray) building.read("queryElementProps", "{\"from\":\"BisCore.Subject\"}")
                .json();
        assertThat(props.size()).isEqualTo(2);
    }

    @Test
    void classHierarchiesFollowTheFirstBase() {
        same(
                building.read("getClassHierarchy", "\"biscore:physicalelement\""),
                "[\"biscore:physicalelement\",\"BisCore:SpatialElement\",\"BisCore:GeometricElement3d\","
                        + "\"BisCore:GeometricElement\",\"BisCore:Element\"]");
        assertThat(building.read("getClassHierarchy", "\"BisCore.PhysicalElement\"")
                        .object()
                        .text("message"))
                .isEqualTo("Invalid classFullName: BisCore.PhysicalElement");
        Exchange missing = building.read("getClassHierarchy", "\"No:Such\"");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.object().text("message")).isEqualTo("Error getting class meta data for: No:Such");
    }

    @Test
    void codeSpecsAndFontsAreListed() {
        JsonArray specs = (JsonArray) building.read("getAllCodeSpecs", "").json();
        assertThat(specs.get(0))
                .isEqualTo(
                        Json.parse(
                                "{\"id\":\"0x1\",\"name\":\"bis:NullCodeSpec\",\"jsonProperties\":{\"version\":\"1.0\",\"scopeSpec\":{\"type\":1}}}"));
        same(building.read("readFontJson", ""), "{\"fonts\":[]}");
        same(building.read2("readFontJson", ""), "\"{\\\"fonts\\\":[]}\"");
    }

    @Test
    void subCategoriesKeepTheirAppearanceAsText() {
        String walls = "{\"id\":\"0x14\",\"parentId\":\"0x13\",\"appearance\":\"{\\\"color\\\":1056816}\"}";
        same(
                building.read("querySubCategories", "\"+13\""),
                "[" + walls + ",{\"id\":\"0x1b\",\"parentId\":\"0x13\",\"appearance\":\"{\\\"color\\\":255}\"}]");
        same(building.read("querySubCategories", "\"+11+1\""), "[]");
        same(building.read("querySubCategories", "\"\""), "[]");
        assertThat(building.read("querySubCategories", "\"zzz\"").status()).isEqualTo(500);
        assertThat(building.read("querySubCategories", "\"zzz\"").object().text("message"))
                .isEqualTo("Invalid CompressedId64Set");
        JsonArray used = (JsonArray)
                building.read("queryAllUsedSpatialSubCategories", "").json();
        assertThat(used.size()).isEqualTo(5);
        assertThat(used.get(0)).isEqualTo(Json.parse(walls));
    }

    @Test
    void extentsComeFromTheIndexInSpaceAndFromPlacementsInThePlane() {
        same(
                building.read("queryModelExtents", "[\"0x1c\",\"0x11e\",\"0x1\",\"0x999\",\"bad\"]"),
                "[{\"id\":\"0x1c\",\"status\":0,\"extents\":{\"low\":[-0.20000000298023224,-5,-0.30000001192092896],\"high\":[48,30,3]}},"
                        + "{\"id\":\"0x11e\",\"status\":0,\"extents\":{\"low\":[-1.4999999999999996,1,-1],\"high\":[9.660254037844387,10.330127018922193,1]}},"
                        + "{\"id\":\"0x1\",\"status\":65600,\"extents\":" + NOTHING + "},"
                        + "{\"id\":\"0x999\",\"status\":65574,\"extents\":" + NOTHING + "},"
                        + "{\"id\":\"0\",\"status\":65559,\"extents\":" + NOTHING + "}]");
        same(
                building.read("queryModelRanges", "[\"0x1c\",\"0x1\"]"),
                "[{\"low\":[-0.20000000298023224,-5,-0.30000001192092896],\"high\":[48,30,3]}]");
        same(building.read("queryModelRanges", "[\"0x1\",\"0x1\"]"), "[]");
        JsonArray twice = (JsonArray)
                building.read("queryModelExtents", "[\"0X1C\",\"0x1c\",null]").json();
        assertThat(twice.items()).hasSize(3);
        assertThat(twice.get(0)).isEqualTo(twice.get(1));
        Exchange single = building.read("queryModelRanges", "[\"0x1\"]");
        assertThat(single.status()).isEqualTo(400);
        assertThat(single.object().text("message")).isEqualTo("error querying model range");
    }

    @Test
    void viewsComeWithAllTheirParts() {
        JsonObject state = building.read(
                        "getViewStateData",
                        "\"0x11a\",{\"displayStyle\":{\"omitScheduleScriptElementIds\":true,\"compressExcludedElementIds\":true}}")
                .object();
        assertThat(state.members())
                .containsOnlyKeys(
                        "viewDefinitionProps", "categorySelectorProps", "displayStyleProps", "modelSelectorProps");
        assertThat(building.read2("getViewStateData", "\"0x11a\"").json()).isEqualTo(state);
        Exchange missing = building.read("getViewStateData", "\"0x999\",{}");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.object().text("message")).isEqualTo("element not found");
        same(building.read("getDefaultViewId", ""), "\"0x11a\"");
        assertThat(building.read("getViewThumbnail", "\"0x11a\"").status()).isEqualTo(204);
        assertThat(building.read2("getViewThumbnail", "\"0x11a\"").status()).isEqualTo(500);
        same(building.read("hydrateViewState", "{}"), "{}");
        JsonObject hydrated = building.read(
                        "hydrateViewState",
                        "{\"notLoadedModelSelectorStateModels\":\"+1C+1\",\"acsId\":\"0x999\",\"baseModelId\":\"0x1c\"}")
                .object();
        assertThat(hydrated.members()).containsOnlyKeys("modelSelectorStateModels", "baseModelProps");
    }

    @Test
    void customViewsShowAllSpatialModels() {
        same(
                building.read("getCustomViewState3dData", "{}"),
                "{\"modelIds\":\"+1C+1*2\",\"categoryIds\":\"+13+2*3\",\"modelExtents\":{\"low\":[-0.20000000298023224,-5,-0.30000001192092896],\"high\":[48,30,11]}}");
        same(
                building.read("getCustomViewState3dData", "{\"modelIds\":\"\"}"),
                "{\"modelIds\":\"\",\"categoryIds\":\"+13+2*3\",\"modelExtents\":{\"low\":[1e200,1e200,1e200],\"high\":[-1e200,-1e200,-1e200]}}");
    }

    @Test
    void toolTipsHaveLabelCategoryAndModel() {
        same(
                building.read("getToolTipMessage", "\"0x30\""),
                "[\"W-0-14\",\"<b>%{iModelJs:Element.Category}:</b> Walls\",\"<b>%{iModelJs:Element.Model}:</b> Level 0\"]");
        same(
                building.read("getToolTipMessage", "\"0x114\""),
                "[\"wall group\",\"<b>%{iModelJs:Element.Model}:</b> Groups\"]");
        same(
                building.read("getToolTipMessage", "\"0x11f\""),
                "[\"<b>%{iModelJs:Element.Id}:</b> 0x11f, <b>%{iModelJs:Element.Type}:</b> DrawingGraphic\","
                        + "\"<b>%{iModelJs:Element.Category}:</b> Drafting\",\"<b>%{iModelJs:Element.Model}:</b> Plan\"]");
        assertThat(building.read("getToolTipMessage", "\"0x999\"").object().text("message"))
                .isEqualTo("Element=0x999");
    }

    @Test
    void coordinatesWithoutAReferenceSystemHaveTheirStatusEach() {
        String none = "{\"p\":[0,0,0],\"s\":100}";
        same(
                building.read(
                        "getGeoCoordinatesFromIModelCoordinates",
                        "{\"target\":\"WGS84\",\"iModelCoords\":[[1,2,3],{\"x\":1,\"y\":2,\"z\":3}]}"),
                "{\"geoCoords\":[" + none + "," + none + "],\"fromCache\":0}");
        same(
                building.read2(
                        "getIModelCoordinatesFromGeoCoordinates",
                        "\"{\\\"sourceDatum\\\":\\\"WGS84\\\",\\\"geoCoords\\\":[[1,2,3]]}\""),
                "{\"iModelCoords\":[" + none + "],\"fromCache\":0}");
        same(building.read("getGeoCoordinatesFromIModelCoordinates", "{}"), "{\"geoCoords\":[],\"fromCache\":0}");
        assertThat(building.read("getGeoCoordinatesFromIModelCoordinates", "5").status())
                .isEqualTo(400);
    }

    @Test
    void viewStoresAreAbsent() {
        Exchange e = building.read("callViewStore", "\"4.0.0\",false,\"getViewByName\",{}");
        assertThat(e.status()).isEqualTo(500);
        assertThat(e.text())
                .isEqualTo(
                        "{\"message\":\"iModel does not have a default ViewStore\",\"iTwinErrorId\":{\"scope\":\"itwin-ViewStore\","
                                + "\"key\":\"no-viewstore\"},\"name\":\"no-viewstore\",\"isError\":true}");
        assertThat(building.read("callViewStore", "\"3.0.0\",false,\"x\"")
                        .object()
                        .text("message"))
                .isEqualTo("ViewStoreRpc version mismatch");
    }

    @Test
    void texturesThatAreNotThereAreUndefined() {
        assertThat(building.read("queryTextureData", "{\"name\":\"0x999\"}").bytes())
                .isEmpty();
        assertThat(building.read("queryTextureData", "{\"name\":\"0x1\",\"maxTextureSize\":0}")
                        .status())
                .isEqualTo(500);
        assertThat(building.read2("getTextureImage", "{\"name\":\"0x999\"}").bytes())
                .isEmpty();
        assertThat(building.read("queryTextureData", "{}").text()).contains("name property must be a valid Id64String");
    }

    @Test
    void snapsAreCancelledWithoutAnAnswerAndGeometryIsNotOffered() {
        assertThat(building.read("cancelSnap", "\"s\"").bytes()).isEmpty();
        for (String operation : new String[] {
            "requestSnap",
            "getGeometryContainment",
            "getMassProperties",
            "getMassPropertiesPerCandidate",
            "getGeometrySummary",
            "generateElementMeshes"
        }) {
            Exchange e = building.read(operation, "{}");
            assertThat(e.status()).isEqualTo(501);
            assertThat(e.object().text("message")).contains(operation);
        }
    }

    @Test
    void schemaKeysAreThoseOfTheFile() {
        JsonArray keys = (JsonArray)
                building.call("ECSchemaRpcInterface-2.0.0-getSchemaKeys", "").json();
        assertThat(keys.items()).contains(Json.parse("{\"name\":\"Bldg\",\"read\":1,\"write\":0,\"minor\":0}"));
    }

    @Test
    void aSchemaIsTheOneThatTheReferenceAnswers() {
        String operation = "ECSchemaRpcInterface-2.0.0-getSchemaJSON";
        assertThat(building.call(operation, "\"BLDG\"").json())
                .isEqualTo(Fixtures.json("schemas/domain/props/Bldg.json"));
        assertThat(building.call(operation, "\"NoSuchSchema\"").status()).isEqualTo(200);
        assertThat(building.call(operation, "\"\"").object().text("message"))
                .isEqualTo("Schema name must not be undefined or empty.");
    }

    @Test
    void snapshotsOpenByKeyAndNothingElse() {
        String url = "/t/v/mode/2/context//imodel/undefined/SnapshotIModelRpcInterface-2.0.0-";
        JsonObject props = Exchange.post(url + "openRemote", "[\"building\"]")
                .through(building.protocol)
                .object();
        assertThat(props.text("key")).isEqualTo("building");
        assertThat(props.text("contextId")).isEqualTo(props.text("iTwinId"));
        assertThat(Exchange.post(url + "openFile", "[\"building\"]")
                        .through(building.protocol)
                        .status())
                .isEqualTo(200);
        for (String evil : new String[] {
            "nokey",
            "../building",
            "/etc/passwd",
            "building.bim",
            "building\\u0000",
            "",
            "./building",
            "file:///etc/passwd"
        }) {
            for (String operation : new String[] {"openRemote", "openFile"}) {
                Exchange e = Exchange.post(url + operation, "[\"" + evil + "\"]")
                        .dialect2()
                        .through(building.protocol);
                assertThat(e.status()).as(evil).isEqualTo(404);
                assertThat(e.text()).contains("\"isError\":true").doesNotContain("iTwinRpcCoreResponse");
            }
        }
        assertThat(Exchange.post(url + "openRemote", "[{}]")
                        .dialect2()
                        .through(building.protocol)
                        .status())
                .isEqualTo(400);
        assertThat(Exchange.post(url + "close", "[{}]")
                        .through(building.protocol)
                        .text())
                .isEqualTo("true");
    }
}
