package org.imodel4j.bis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models, aspects, relationships, code specs and fonts read as the reference recorded them. */
@NullUnmarked
class RecordedModelsTest {
    @ParameterizedTest
    @ValueSource(strings = {"all-types", "building"})
    void everyRecordedModelIsEqual(String fixture) {
        Map<String, JsonValue> recorded = FixtureModel.recorded(fixture + ".expected.json")
                .object("models")
                .members();
        try (FixtureModel model = new FixtureModel(fixture + ".bim")) {
            Models models = new Models(model.schemas, model);
            assertThat(recorded).isNotEmpty();
            recorded.forEach((name, expected) -> assertThat(FixtureModel.normal(models.get(id(expected))))
                    .as(name)
                    .isEqualTo(FixtureModel.normal(expected)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"all-types", "building"})
    void everyRecordedAspectIsEqual(String fixture) {
        List<JsonValue> recorded =
                flat(FixtureModel.recorded(fixture + ".expected.json").get("aspects"));
        try (FixtureModel model = new FixtureModel(fixture + ".bim")) {
            Aspects aspects = new Aspects(model.schemas, model);
            assertThat(recorded).isNotEmpty();
            for (JsonValue expected : recorded) {
                assertThat(FixtureModel.normal(aspects.get(id(expected)))).isEqualTo(FixtureModel.normal(expected));
                long element = id(((JsonObject) expected).object("element"));
                assertThat(aspects.of(element).stream().map(FixtureModel::normal))
                        .contains(FixtureModel.normal(expected));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"all-types", "building"})
    void everyRecordedRelationshipIsEqual(String fixture) {
        JsonArray recorded = FixtureModel.recorded(fixture + ".expected.json").array("relationships");
        try (FixtureModel model = new FixtureModel(fixture + ".bim")) {
            Relationships relationships = new Relationships(model.schemas, model);
            assertThat(recorded.items()).isNotEmpty();
            for (JsonValue expected : recorded.items()) {
                String name = ((JsonObject) expected).text("classFullName");
                assertThat(FixtureModel.normal(relationships.get(name, id(expected))))
                        .isEqualTo(FixtureModel.normal(expected));
            }
        }
    }

    @Test
    void aspectsAreListedMultiAspectsFirstAndCanBeFiltered() {
        try (FixtureModel model = new FixtureModel("building.bim")) {
            Aspects aspects = new Aspects(model.schemas, model);
            assertThat(aspects.of(0x22))
                    .extracting(aspect -> aspect.text("id"))
                    .containsExactly("0x21", "0x22", "0x77", "0x23");
            assertThat(aspects.of(0x22, "BisCore:ElementUniqueAspect"))
                    .extracting(aspect -> aspect.text("classFullName"))
                    .containsExactly("Bldg:Warranty");
            assertThat(aspects.of(0x99999)).isEmpty();
            assertThat(aspects.tryGet(0x99999)).isNull();
        }
    }

    @Test
    void relationshipsAreFoundByTheirEnds() {
        try (FixtureModel model = new FixtureModel("building.bim")) {
            Relationships relationships = new Relationships(model.schemas, model);
            JsonObject groups = relationships.tryGet("BisCore:ElementRefersToElements", 0x114, 0x22);
            assertThat(groups.text("classFullName")).isEqualTo("BisCore:ElementGroupsMembers");
            assertThat(relationships.tryGet("BisCore:ElementRefersToElements", 0x22, 0x114))
                    .isNull();
            JsonObject contains = relationships.get("BisCore:ModelContainsElements", 0x22);
            assertThat(contains.text("targetClassName")).isEqualTo("Bldg.Wall");
        }
    }

    @Test
    void whatIsMissingIsNotFound() {
        try (FixtureModel model = new FixtureModel("building.bim")) {
            assertThat(new Models(model.schemas, model).tryGet(0x99999)).isNull();
            assertThatThrownBy(() -> new Models(model.schemas, model).get(0x99999))
                    .isInstanceOfSatisfying(IModelException.class, e -> assertThat(e.errorNumber())
                            .isEqualTo(Status.NOT_FOUND.number()));
            assertThatThrownBy(() -> new Relationships(model.schemas, model).get("BisCore:Nothing", 1))
                    .isInstanceOf(IModelException.class);
        }
    }

    @Test
    void theExtentOfTurnedElementsIsTheReferencesToTheLastBit() {
        try (FixtureModel model = new FixtureModel("all-types.bim")) {
            ModelExtent extent = new ModelExtents(model.schemas, model).query(0x19);
            assertThat(extent.box().low().x()).isEqualTo(-0.41421356237309515);
        }
    }

    @Test
    void codeSpecsAndFontsAreListed() {
        try (FixtureModel model = new FixtureModel("building.bim")) {
            CodeSpecs specs = new CodeSpecs(model);
            assertThat(specs.all()).hasSize(33);
            assertThat(specs.tryGet(1).name()).isEqualTo("bis:NullCodeSpec");
            assertThat(specs.get("Bldg:Mark").id()).isEqualTo(0x21);
            assertThat(specs.all().get(0).toJson().object("jsonProperties").text("version"))
                    .isEqualTo("1.0");
            assertThat(new Fonts(model).all()).isEmpty();
        }
    }

    private static long id(JsonValue value) {
        return Id64.parse(((JsonObject) value).text("id"));
    }

    /** Aspects are recorded as a list, or as lists by element. */
    private static List<JsonValue> flat(JsonValue value) {
        List<JsonValue> all = new ArrayList<>();
        if (value instanceof JsonArray array) {
            array.items().forEach(item -> all.addAll(flat(item)));
        } else if (value instanceof JsonObject object && object.text("classFullName") == null) {
            object.members().values().forEach(item -> all.addAll(flat(item)));
        } else {
            all.add(value);
        }
        return all;
    }
}
