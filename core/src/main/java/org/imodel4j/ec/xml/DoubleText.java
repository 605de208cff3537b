package org.imodel4j.ec.xml;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Doubles as {@code printf("%.17g")} of C prints them, which reads back as the same double. */
final class DoubleText {
    private static final int DIGITS = 17;
    private static final MathContext ROUNDING = new MathContext(DIGITS, RoundingMode.HALF_EVEN);
    private static final long EXACT = 1L << 53;

    private DoubleText() {}

    static String of(double value) {
        long whole = (long) value;
        if (whole == value && Math.abs(whole) < EXACT && (whole != 0 || 1 / value > 0)) {
            return Long.toString(whole);
        }
        if (value == 0) {
            return "-0";
        }
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        BigDecimal rounded = new BigDecimal(value).round(ROUNDING).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        return exponent < -4 || exponent >= DIGITS ? scientific(rounded, exponent) : rounded.toPlainString();
    }

    private static String scientific(BigDecimal value, int exponent) {
        String digits = value.unscaledValue().abs().toString();
        StringBuilder text = new StringBuilder(DIGITS + 7);
        text.append(value.signum() < 0 ? "-" : "").append(digits.charAt(0));
        if (digits.length() > 1) {
            text.append('.').append(digits, 1, digits.length());
        }
        text.append(exponent < 0 ? "e-" : "e+");
        int magnitude = Math.abs(exponent);
        return text.append(magnitude < 10 ? "0" : "").append(magnitude).toString();
    }
}
