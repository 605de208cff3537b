package org.imodel4j.bis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.imodel4j.ec.StoredNumber;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonWriter;

class JsonScannerProperties {
    @Provide
    Arbitrary<String> jsonLike() {
        return Arbitraries.strings()
                .withChars("{}[]\",:0123456789.-+eE ntrufalsé\\\n")
                .ofMaxLength(24);
    }

    @Property(tries = 5000)
    void whatAScanAcceptsTheParserAcceptsToo(@ForAll("jsonLike") String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        switch (JsonScanner.scan(utf8)) {
            case PLAIN, MIXED -> assertThat(JsonText.tryParse(utf8)).isNotNull();
            case MALFORMED -> assertThat(JsonText.tryParse(utf8)).isNull();
            case EMPTY -> assertThat(text.trim()).isEmpty();
            case ODD -> {}
        }
    }

    @Property(tries = 3000)
    void whatIsWrittenIsJson(@ForAll("jsonLike") String inside) {
        byte[] utf8 = ("{\"a\":[1,null,2," + inside + "]}").getBytes(StandardCharsets.UTF_8);
        JsonScanner.Kind kind = JsonScanner.scan(utf8);
        if (kind == JsonScanner.Kind.PLAIN || kind == JsonScanner.Kind.MIXED) {
            JsonWriter out = new JsonWriter();
            JsonText.write(utf8, kind, out);
            assertThat(Json.write(Json.parse(out.bytes()))).startsWith("{\"a\":[1,2");
        }
    }

    @Property
    void shortNumbersAreReadExactly(@ForAll int mantissa) {
        String text = mantissa / 1000.0 + "";
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        assertThat(StoredNumber.parse(utf8, 0, utf8.length)).isEqualTo(Double.parseDouble(text));
    }

    @Property
    void longNumbersMissTheNearestDoubleByLittle(@ForAll double number) {
        byte[] utf8 = new JsonWriter().value(number).bytes();
        double read = StoredNumber.parse(utf8, 0, utf8.length);
        assertThat(Math.abs(read - number)).isLessThanOrEqualTo(8 * Math.ulp(number));
    }
}
