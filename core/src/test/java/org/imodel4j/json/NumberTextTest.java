package org.imodel4j.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberTextTest {
    private static String text(double value) {
        return new String(new JsonWriter().value(value).bytes(), java.nio.charset.StandardCharsets.US_ASCII);
    }

    @Test
    void doublesPrintAsEcmaScriptPrintsThem() {
        assertThat(text(1.0)).isEqualTo("1");
        assertThat(text(-0.0)).isEqualTo("0");
        assertThat(text(1e21)).isEqualTo("1e+21");
        assertThat(text(1.5e21)).isEqualTo("1.5e+21");
        assertThat(text(123456789012345680000.0)).isEqualTo("123456789012345680000");
        assertThat(text(9007199254740993.0)).isEqualTo("9007199254740992");
        assertThat(text(1e20)).isEqualTo("100000000000000000000");
        assertThat(text(1e-6)).isEqualTo("0.000001");
        assertThat(text(1e-7)).isEqualTo("1e-7");
        assertThat(text(1.25e-7)).isEqualTo("1.25e-7");
        assertThat(text(-1.5)).isEqualTo("-1.5");
        assertThat(text(0.1 + 0.2)).isEqualTo("0.30000000000000004");
        assertThat(text(29.999999999999996)).isEqualTo("29.999999999999996");
        assertThat(text(123.456)).isEqualTo("123.456");
        assertThat(text(0.001)).isEqualTo("0.001");
        assertThat(text(0.00123)).isEqualTo("0.00123");
        assertThat(text(99999999.9999999)).isEqualTo("99999999.9999999");
        assertThat(text(4.0001)).isEqualTo("4.0001");
        assertThat(text(2884159.133431748)).isEqualTo("2884159.133431748");
    }

    @Test
    void theEndsOfTheRangePrintAsEcmaScriptPrintsThem() {
        assertThat(text(Double.MIN_VALUE)).isEqualTo("5e-324");
        assertThat(text(1e-323)).isEqualTo("1e-323");
        assertThat(text(Double.MAX_VALUE)).isEqualTo("1.7976931348623157e+308");
        assertThat(text(Double.MIN_NORMAL)).isEqualTo("2.2250738585072014e-308");
        assertThat(text(2e23)).isEqualTo("2e+23");
        assertThat(text(5e-324 * 3)).isEqualTo("1.5e-323");
    }

    @Test
    void whatIsNotFiniteIsNull() {
        assertThat(text(Double.NaN)).isEqualTo("null");
        assertThat(text(Double.NEGATIVE_INFINITY)).isEqualTo("null");
    }

    @Test
    void longsPrintInFull() {
        for (long value :
                new long[] {0, 9, 10, 99, 100, -1, Long.MAX_VALUE, Long.MIN_VALUE, 2147483647L, 2147483648L}) {
            assertThat(new String(new JsonWriter().value(value).bytes(), java.nio.charset.StandardCharsets.US_ASCII))
                    .isEqualTo(Long.toString(value));
        }
    }
}
