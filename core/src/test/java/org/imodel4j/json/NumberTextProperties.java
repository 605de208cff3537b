package org.imodel4j.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class NumberTextProperties {
    private static String text(double value) {
        return new String(new JsonWriter().value(value).bytes(), StandardCharsets.US_ASCII);
    }

    @Property(tries = 20000)
    void anyDoubleReadsBackAndHasTheFewestDigits(@ForAll long bits) {
        check(Double.longBitsToDouble(bits));
    }

    @Property(tries = 20000)
    void coordinatesReadBackAndHaveTheFewestDigits(
            @ForAll @LongRange(min = -999_999_999_999_999L, max = 999_999_999_999_999L) long digits,
            @ForAll @IntRange(max = 15) int places) {
        check(digits / Math.pow(10, places));
        check(digits / Math.pow(10, places) * 1.1);
    }

    @Property
    void powersOfTwoAndTheirNeighboursReadBack(@ForAll @IntRange(min = -1074, max = 1023) int exponent) {
        double power = Math.scalb(1.0, exponent);
        check(power);
        check(Math.nextUp(power));
        check(Math.nextDown(power));
    }

    @Property
    void integersPrintAsLongsDo(@ForAll long value) {
        assertThat(new String(new JsonWriter().value(value).bytes(), StandardCharsets.US_ASCII))
                .isEqualTo(Long.toString(value));
    }

    private static void check(double value) {
        if (!Double.isFinite(value)) {
            assertThat(text(value)).isEqualTo("null");
            return;
        }
        String text = text(value);
        assertThat(Double.parseDouble(text)).isEqualTo(value == 0 ? 0.0 : value);
        assertThat(digits(text)).as(text).isLessThanOrEqualTo(digits(Double.toString(value)));
        BigDecimal ours = new BigDecimal(text);
        BigDecimal exact = new BigDecimal(value);
        BigDecimal lastDigit =
                BigDecimal.ONE.scaleByPowerOfTen(-ours.stripTrailingZeros().scale());
        for (BigDecimal other : new BigDecimal[] {ours.add(lastDigit), ours.subtract(lastDigit)}) {
            if (other.doubleValue() == value) {
                assertThat(ours.subtract(exact).abs())
                        .isLessThanOrEqualTo(other.subtract(exact).abs());
            }
        }
    }

    private static int digits(String text) {
        return new BigDecimal(text).stripTrailingZeros().precision();
    }
}
