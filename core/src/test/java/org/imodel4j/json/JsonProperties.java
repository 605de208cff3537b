package org.imodel4j.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.imodel4j.error.IModelException;

class JsonProperties {
    @Property
    void anyStringReadsBack(@ForAll String text) {
        JsonValue value = JsonValue.of(text);
        assertThat(Json.parse(Json.writeBytes(value))).isEqualTo(value);
    }

    @Property
    void bothWaysOfWritingAStringAgree(@ForAll String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        String clean = new String(utf8, StandardCharsets.UTF_8);
        assertThat(new JsonWriter().utf8String(utf8).bytes())
                .isEqualTo(new JsonWriter().value(clean).bytes());
    }

    @Property
    void anyBytesWrittenAsAStringAreADocument(@ForAll byte[] bytes) {
        JsonValue expected = JsonValue.of(new String(bytes, StandardCharsets.UTF_8));
        assertThat(Json.parse(new JsonWriter().utf8String(bytes).bytes())).isEqualTo(expected);
    }

    @Property
    void anyDoubleReadsBack(@ForAll double number) {
        JsonValue value = JsonValue.of(number);
        assertThat(Json.parse(Json.writeBytes(value))).isEqualTo(value);
    }

    @Property
    void anyLongReadsBackExactly(@ForAll long number) {
        assertThat(Json.parse(Long.toString(number))).isEqualTo(JsonValue.of(number));
    }

    @Property
    void anyBytesHaveTheirBase64(@ForAll byte[] bytes) {
        assertThat(new String(new JsonWriter().base64("", bytes).bytes(), StandardCharsets.US_ASCII))
                .isEqualTo('"' + Base64.getEncoder().encodeToString(bytes) + '"');
    }

    @Property
    void anyBytesAreADocumentOrOurException(@ForAll byte[] bytes) {
        try {
            JsonValue value = Json.parse(bytes);
            assertThat(Json.parse(Json.writeBytes(value))).isEqualTo(value);
        } catch (IModelException expected) {
            assertThat(expected.errorNumber()).isEqualTo(65539);
        }
    }
}
