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
        JsonValue read = Json.parse(new JsonWriter().utf8String(bytes).bytes());
        // How many replacement characters stand for a run of bad bytes is nobody's concern.
        assertThat(((JsonValue.Text) read).value().replaceAll("\ufffd+", "?"))
                .isEqualTo(new String(bytes, StandardCharsets.UTF_8).replaceAll("\ufffd+", "?"));
    }

    @Property
    void anyDoubleReadsBack(@ForAll double number) {
        JsonValue read = Json.parse(Json.writeBytes(JsonValue.of(number)));
        assertThat(((JsonValue.Number) read).value()).isEqualTo(number == 0 ? 0.0 : number);
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
            String text = Json.write(Json.parse(bytes));
            assertThat(Json.write(Json.parse(text))).isEqualTo(text);
        } catch (IModelException expected) {
            assertThat(expected.errorNumber()).isEqualTo(65539);
        }
    }
}
