package org.imodel4j.bis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.imodel4j.id.Id64;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every element that the reference recorded beside a file reads the same. */
@NullUnmarked
class RecordedElementsTest {
    @ParameterizedTest
    @ValueSource(strings = {"all-types", "building"})
    void everyRecordedElementIsEqual(String fixture) {
        JsonObject record = FixtureModel.recorded(fixture + ".expected.json");
        try (FixtureModel model = new FixtureModel(fixture + ".bim")) {
            Elements elements = new Elements(model.schemas, model);
            for (String group : new String[] {"elements", "elementsWithGeometry"}) {
                Map<String, JsonValue> recorded = record.object(group).members();
                assertThat(recorded).isNotEmpty();
                recorded.forEach((name, expected) -> assertThat(read(elements, (JsonObject) expected))
                        .as(name)
                        .isEqualTo(FixtureModel.normal(withoutGeometry((JsonObject) expected))));
            }
        }
    }

    @Test
    void elementsOfABuildingReadWithTheirGeometryWhenItIsAskedFor() {
        JsonObject recorded = FixtureModel.recorded("building.expected.json").object("elementsWithGeometry");
        try (FixtureModel model = new FixtureModel("building.bim")) {
            everyElementReadsAsRecordedWithItsGeometry(model, recorded);
        }
    }

    @Test
    void elementsOfEveryShapeReadWithTheirGeometryWhenItIsAskedFor() {
        JsonObject recorded = FixtureModel.recorded("geometry/shapes.geometry.json");
        try (FixtureModel model = new FixtureModel("geometry/shapes.bim")) {
            everyElementReadsAsRecordedWithItsGeometry(model, recorded);
        }
    }

    /** To the last character, the order of members included. */
    private static void everyElementReadsAsRecordedWithItsGeometry(FixtureModel model, JsonObject recorded) {
        Elements elements = new Elements(model.schemas, model);
        ElementOptions options = ElementOptions.DEFAULT.withGeometry(true, true);
        assertThat(recorded.members()).isNotEmpty();
        recorded.members().forEach((name, expected) -> {
            JsonWriter out = new JsonWriter();
            assertThat(elements.write(
                            ElementKey.of(Id64.parse(((JsonObject) expected).text("id"))),
                            out,
                            options.with(FixtureModel.RECORDED)))
                    .isTrue();
            assertThat(new String(out.bytes(), StandardCharsets.UTF_8)).as(name).isEqualTo(Json.write(expected));
        });
    }

    private static JsonValue read(Elements elements, JsonObject expected) {
        JsonWriter out = new JsonWriter();
        ElementKey key = ElementKey.of(Id64.parse(expected.text("id")));
        assertThat(elements.write(key, out, ElementOptions.DEFAULT.with(FixtureModel.RECORDED)))
                .isTrue();
        return FixtureModel.normal(Json.parse(out.bytes()));
    }

    private static JsonObject withoutGeometry(JsonObject element) {
        JsonObject.Builder rest = JsonObject.builder();
        element.members().forEach((name, value) -> {
            if (!name.equals("geom")) {
                rest.put(name, value);
            }
        });
        return rest.build();
    }
}
