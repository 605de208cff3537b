package org.imodel4j.bis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Guid;
import org.imodel4j.json.Json;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class ElementKeyTest {
    private final FixtureModel model = new FixtureModel("building.bim");
    private final Elements elements = new Elements(model.schemas, model);

    @AfterEach
    void close() {
        model.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"0x22\"",
                "\"f5c02373-2e14-46d2-8d69-fbb2df04cace\"",
                "\"F5C02373-2E14-46D2-8D69-FBB2DF04CACE\"",
                "{\"spec\":\"0x21\",\"scope\":\"0x1\",\"value\":\" w-0-0 \"}"
            })
    void anElementIsFoundByIdGuidAndCode(String key) {
        assertThat(elements.get(ElementKey.ofJson(Json.parse(key)), ElementOptions.DEFAULT)
                        .text("id"))
                .isEqualTo("0x22");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"0x99999\"",
                "\"0\"",
                "\"f5c02373-2e14-46d2-8d69-fbb2df04cac0\"",
                "{\"spec\":\"0x21\",\"scope\":\"0x1\",\"value\":\"W-0-0x\"}",
                "{\"spec\":\"0x1\",\"scope\":\"0x1\",\"value\":\"\"}",
                "{\"spec\":\"0x1\",\"scope\":\"0x1\"}"
            })
    void whatDoesNotExistIsNull(String key) {
        assertThat(elements.tryGet(ElementKey.ofJson(Json.parse(key)), ElementOptions.DEFAULT))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"hello\"", "\"\"", "{}", "{\"spec\":\"x\",\"scope\":\"0x1\",\"value\":\"a\"}"})
    void whatIsNoKeyIsNotFound(String key) {
        assertThatThrownBy(() -> ElementKey.ofJson(Json.parse(key)))
                .isInstanceOfSatisfying(
                        IModelException.class, e -> assertThat(e.errorNumber()).isEqualTo(Status.NOT_FOUND.number()));
    }

    @Test
    void otherArgumentsAreBad() {
        assertThatThrownBy(() -> ElementKey.ofJson(Json.parse("5"))).isInstanceOf(IModelException.class);
    }

    @Test
    void idsOfKeysAreLookedUpAlone() {
        assertThat(elements.tryId(new ElementKey.ByCode(0x21, 1, "W-0-0"))).isEqualTo(0x22);
        assertThat(elements.tryId(new ElementKey.ByFederationGuid(Guid.EMPTY))).isZero();
    }
}
