package org.imodel4j.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.imodel4j.error.IModelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void documentsReadAndWrite() {
        String text = "{\"a\":[1,2.5,-3e-7,null,true,false],\"b\":{\"c\":\"d\\né\"},\"e\":{}}";
        JsonObject object = (JsonObject) Json.parse(" " + text + "\n");
        assertThat(Json.write(object)).isEqualTo(text);
        assertThat(object.object("b"))
                .isEqualTo(JsonObject.builder().put("c", "d\né").build());
        assertThat(object.text("a")).isNull();
        assertThat(object.array("a")).isEqualTo(((JsonArray) Json.parse("[1,2.5,-3e-7,null,true,false]")));
    }

    @Test
    void ofEqualNamesTheLastWins() {
        assertThat(Json.write(Json.parse("{\"a\":1,\"b\":2,\"a\":3}"))).isEqualTo("{\"a\":3,\"b\":2}");
    }

    @Test
    void numbersKeepTheirValue() {
        assertThat(Json.parse("9223372036854775807")).isEqualTo(JsonValue.of(Long.MAX_VALUE));
        assertThat(Json.parse("-9223372036854775808")).isEqualTo(JsonValue.of(Long.MIN_VALUE));
        assertThat(Json.parse("9223372036854775808")).isEqualTo(JsonValue.of(9223372036854775808.0));
        assertThat(Json.parse("1.0")).isEqualTo(JsonValue.of(1));
        assertThat(Json.parse("0.1")).isEqualTo(JsonValue.of(0.1));
        assertThat(Json.parse("123456789.123456789")).isEqualTo(JsonValue.of(123456789.123456789));
        assertThat(Json.parse("1E400")).isEqualTo(JsonValue.of(Double.POSITIVE_INFINITY));
        assertThat(Json.parse("-0")).isEqualTo(JsonValue.of(0));
    }

    @Test
    void escapesAreRead() {
        assertThat(Json.parse("\"\\u00e9\\ud83d\\ude00\\/\\b\\ud800\"")).isEqualTo(JsonValue.of("é😀/\b\ud800"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "[1,]",
                "{\"a\"}",
                "{\"a\":}",
                "{a:1}",
                "01",
                "1.",
                ".5",
                "+1",
                "1e",
                "-",
                "nul",
                "tru",
                "\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\u١234\"",
                "\"a\nb\"",
                "1 2",
                "[1}",
                "{\"a\":1,}",
                "NaN",
                "'a'",
                "/**/1",
                "\u00a01"
            })
    void whatIsNoJsonIsRefused(String text) {
        assertThatThrownBy(() -> Json.parse(text))
                .isInstanceOf(IModelException.class)
                .hasMessageContaining("malformed");
    }

    @Test
    void deepNestingIsRefused() {
        String deep = "[".repeat(100_000);
        assertThatThrownBy(() -> Json.parse(deep)).hasMessageContaining("nested too deeply");
    }

    @Test
    void largeDocumentsAreRefused() {
        byte[] bytes = "[1,2,3,4,5]".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Json.parse(new ByteArrayInputStream(bytes), new JsonLimits(5, 10)))
                .hasMessageContaining("too large");
    }

    @Test
    void buildersKeepTheOrder() {
        JsonObject object = JsonObject.builder()
                .put("z", 1)
                .put("a", true)
                .putIfPresent("n", (String) null)
                .put("list", new JsonArray(List.of(JsonValue.NULL)))
                .build();
        assertThat(Json.write(object)).isEqualTo("{\"z\":1,\"a\":true,\"list\":[null]}");
    }
}
