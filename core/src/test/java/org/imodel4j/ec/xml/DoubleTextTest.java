package org.imodel4j.ec.xml;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
class DoubleTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, -0",
        "1, 1",
        "0.1, 0.10000000000000001",
        "0.001, 0.001",
        "0.0001, 0.0001",
        "1e-5, 1.0000000000000001e-05",
        "1e300, 1.0000000000000001e+300",
        "1e-300, 1e-300",
        "-1e16, -10000000000000000",
        "1e17, 1e+17",
        "1e21, 1e+21",
        "123456789012345678, 1.2345678901234568e+17",
        "-2.25, -2.25"
    })
    void doublesAreSpelledAsCDoes(double value, String text) {
        assertThat(DoubleText.of(value)).isEqualTo(text);
    }
}
