package org.imodel4j.imodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.imodel4j.bis.ElementKey;
import org.imodel4j.bis.ElementOptions;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Id64;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Styles that come in forms that iTwin.js does not survive, or refuses without a number. */
class StyleInputTest {
    @TempDir
    private Path folder;

    private WritableIModelDb iModel;

    @BeforeEach
    void open() throws Exception {
        iModel = SnapshotDb.openForWrite(DoctoredFile.copy("building.bim", folder));
    }

    @AfterEach
    void close() {
        iModel.close();
    }

    private static JsonValue json(String text) {
        return Json.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static JsonObject style(String bisClassName, String member, JsonValue value) {
        return JsonObject.builder()
                .put("classFullName", "BisCore:" + bisClassName)
                .put("model", "0x10")
                .put("code", json("{'spec':'0x1','scope':'0x1'}"))
                .put(member, value)
                .build();
    }

    private void assertRefused(JsonObject style) {
        assertThatThrownBy(() -> iModel.edit().elements().insert(style))
                .isInstanceOfSatisfying(IModelException.class, failure -> assertThat(failure.errorNumber())
                        .isEqualTo(Status.BAD_ARG.number()));
    }

    private JsonObject stored(long id) {
        return iModel.elements().get(ElementKey.of(id), ElementOptions.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "'x'", "''", "[]", "[1]", "true", "{'styles':5}", "{'styles':'x'}", "{'styles':[]}"})
    void displayStylesThatAreNoObjectAreRefused(String jsonProperties) {
        assertRefused(style("DisplayStyle3d", "jsonProperties", json(jsonProperties)));
        assertRefused(style("DisplayStyle2d", "jsonProperties", json(jsonProperties)));
    }

    @Test
    void aFractionOfAFlagCountsAsItsWholePart() {
        JsonValue given = json("{'styles':{'viewflags':{'renderMode':4.5,'edgeMask':1.9},'environment':"
                + "{'ground':{'aboveColor':7.5},'sky':{'image':{'type':2.5,'texture':'t'}}}}}");
        long id = iModel.edit().elements().insert(style("DisplayStyle3d", "jsonProperties", given));
        String text = Json.write(stored(id));
        assertThat(text).contains("\"edgeMask\":1,\"renderMode\":4").contains("\"aboveColor\":7,");
        assertThat(text).contains("\"image\":{\"type\":2,\"texture\":\"t\"}");
    }

    @Test
    void aRefusedUpdateLeavesAStyleAsItWas() {
        long id = iModel.edit()
                .elements()
                .insert(style("DisplayStyle2d", "jsonProperties", json("{'styles':{'viewflags':{'grid':true}}}")));
        JsonObject before = stored(id);
        JsonObject update = JsonObject.builder()
                .put("id", Id64.toHex(id))
                .put("userLabel", "x")
                .put("jsonProperties", 5)
                .build();
        assertThatThrownBy(() -> iModel.edit().elements().update(update)).isInstanceOf(IModelException.class);
        assertThat(stored(id)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "5",
                "null",
                "[]",
                "{'version':'1.0.2'}",
                "{'version':'1.0.2','data':5}",
                "{'version':'1.0.3','data':{'font':{'name':'Arial'}}}",
                "{'version':'99999999999.0.0','data':{'font':{'name':'Arial'}}}",
                "{'version':'one','data':{'font':{'name':'Arial'}}}",
                "{'version':'1.0.2','data':{}}",
                "{'version':'1.0.2','data':{'font':5}}",
                "{'version':'1.0.2','data':{'font':{'name':' '}}}",
                "{'version':'1.0.2','data':{'font':{'name':'Arial'},'textHeight':0}}",
                "{'version':'1.0.2','data':{'font':{'name':'Arial'},'stackedFractionScale':-1}}"
            })
    void settingsThatNoTextCanBeDrawnWithAreRefused(String settings) {
        assertRefused(style("AnnotationTextStyle", "settings", JsonValue.of(settings.replace('\'', '"'))));
    }

    @Test
    void settingsOfAnOlderVersionAreReadInTheNewestOne() {
        String old = "{\"version\":\"1.0.1\",\"data\":{\"font\":{\"name\":\"Arial\"},\"textHeight\":2,"
                + "\"leader\":{},\"margins\":{\"top\":3}}}";
        long id = iModel.edit().elements().insert(style("AnnotationTextStyle", "settings", JsonValue.of(old)));
        JsonObject settings = (JsonObject) json(String.valueOf(stored(id).text("settings")));
        assertThat(Json.write(settings))
                .isEqualTo("{\"version\":\"1.0.2\",\"data\":{\"font\":{\"name\":\"Arial\"},\"textHeight\":2,"
                        + "\"leader\":{\"terminatorShape\":\"openArrow\"},"
                        + "\"margins\":{\"top\":1.5,\"bottom\":0,\"left\":0,\"right\":0}}}");
    }
}
