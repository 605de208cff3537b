package org.imodel4j.ec.units;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.imodel4j.ec.schema.NumericFormat;
import org.imodel4j.ec.schema.NumericFormat.ScientificType;
import org.imodel4j.ec.schema.NumericFormat.Trait;

/** Numbers that are not negative, as a format writes them, without units. */
final class NumberText {
    private static final double ALMOST_ZERO = 1e-4;
    private static final double HALF = 0.50000000001;

    /** Decimal numbers beyond this are written with an exponent. */
    private static final double LARGEST_DECIMAL = 1e12;

    private final QuantityFormat format;
    private final NumericFormat numeric;

    NumberText(QuantityFormat format) {
        this.format = format;
        this.numeric = format.numeric();
    }

    static boolean isAlmostZero(double magnitude) {
        return magnitude < ALMOST_ZERO;
    }

    /** The last part of a quantity, or all of it. Halves are rounded up with regard to the sign, which itself is not written. */
    String ofSigned(double value) {
        if (format.has(Trait.ZERO_EMPTY) && isAlmostZero(Math.abs(value))) {
            return "";
        }
        double rounded = Math.abs(rounded(value));
        return padded(
                switch (numeric.type()) {
                    case DECIMAL -> rounded > LARGEST_DECIMAL ? scientific(rounded) : decimal(rounded);
                    case SCIENTIFIC -> scientific(rounded);
                    case STATION -> rounded > LARGEST_DECIMAL ? scientific(rounded) : station(rounded);
                    case FRACTIONAL -> rounded > LARGEST_DECIMAL ? scientific(rounded) : fraction(rounded);
                });
    }

    /** A part that a smaller one follows. */
    String ofWhole(double whole) {
        return padded(grouped(new BigDecimal(whole).setScale(0, RoundingMode.HALF_UP)));
    }

    private double rounded(double value) {
        Double factor = numeric.roundFactor();
        if (factor == null || factor == 0 || !format.has(Trait.APPLY_ROUNDING)) {
            return value;
        }
        return Math.floor(value / factor + 0.5) * factor;
    }

    private String decimal(double magnitude) {
        BigDecimal value = digits(magnitude);
        return grouped(value.setScale(0, RoundingMode.DOWN)) + decimals(value);
    }

    /** What stands behind the whole part: the decimal separator and the digits that the traits want. */
    private String decimals(BigDecimal value) {
        String digits = digits(value);
        boolean point = format.has(Trait.KEEP_DECIMAL_POINT);
        if (digits.isEmpty() && format.has(Trait.KEEP_SINGLE_ZERO) && (point || numeric.precision() == 0)) {
            digits = "0";
        }
        return point || !digits.isEmpty() ? format.decimalSeparator() + digits : "";
    }

    /** As {@link #decimals} behind a station, where no single zero is kept. */
    private String stationDecimals(BigDecimal value) {
        String digits = digits(value);
        boolean point = format.has(Trait.KEEP_DECIMAL_POINT) || format.has(Trait.TRAIL_ZEROES);
        return point || !digits.isEmpty() ? format.decimalSeparator() + digits : "";
    }

    /** The digits behind the point, with zeros at the end where the format keeps them. */
    private String digits(BigDecimal value) {
        String plain = value.toPlainString();
        int point = plain.indexOf('.');
        String digits = point < 0 ? "" : plain.substring(point + 1);
        return format.has(Trait.TRAIL_ZEROES) ? digits : withoutTrailingZeros(digits);
    }

    private static String withoutTrailingZeros(String digits) {
        int end = digits.length();
        while (end > 0 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(0, end);
    }

    private String scientific(double magnitude) {
        int exponent = magnitude == 0 ? 0 : (int) Math.floor(Math.log10(magnitude));
        if (numeric.scientificType() == ScientificType.ZERO_NORMALIZED && magnitude != 0) {
            exponent++;
        }
        BigDecimal mantissa = mantissa(magnitude, exponent);
        if (mantissa.compareTo(limit()) >= 0) {
            exponent++;
            mantissa = mantissa(magnitude, exponent);
        }
        return grouped(mantissa.setScale(0, RoundingMode.DOWN)) + decimals(mantissa) + 'e' + exponent;
    }

    private BigDecimal mantissa(double magnitude, int exponent) {
        return BigDecimal.valueOf(magnitude)
                .movePointLeft(exponent)
                .setScale(numeric.precision(), RoundingMode.HALF_UP);
    }

    /** What a mantissa may reach by rounding and not be. With no decimals one that should stay below 1 has no other way. */
    private BigDecimal limit() {
        boolean belowOne = numeric.scientificType() == ScientificType.ZERO_NORMALIZED && numeric.precision() > 0;
        return belowOne ? BigDecimal.ONE : BigDecimal.TEN;
    }

    /** Rounded to the decimals of the format. Halves go up, and what misses a half by the dust of a conversion does too. */
    private BigDecimal digits(double magnitude) {
        double whole = Math.floor(magnitude);
        double scaled = (magnitude - whole) * Math.pow(10, numeric.precision());
        return new BigDecimal(whole).add(BigDecimal.valueOf((long) Math.floor(scaled + HALF), numeric.precision()));
    }

    /** {@code 1+23.45}: so many digits behind the separator before the decimals start. */
    private String station(double magnitude) {
        Integer given = numeric.stationOffsetSize();
        int size = given == null ? 1 : given;
        BigDecimal value = digits(magnitude);
        BigDecimal whole = value.setScale(0, RoundingMode.DOWN);
        BigDecimal[] stations = whole.divideAndRemainder(BigDecimal.TEN.pow(size));
        String offset = stations[1].toBigInteger().toString();
        return stations[0].toBigInteger().toString()
                + format.stationSeparator()
                + "0".repeat(Math.max(0, size - offset.length()))
                + offset
                + stationDecimals(value);
    }

    private String fraction(double magnitude) {
        int denominator = numeric.precision();
        double whole = Math.floor(magnitude);
        long numerator = (long) Math.floor((magnitude - whole) * denominator + 0.5);
        if (numerator >= denominator) {
            whole++;
            numerator = 0;
        }
        String text = new BigDecimal(whole).toBigInteger().toString();
        if (numerator == 0) {
            return text;
        }
        while (numerator % 2 == 0 && denominator % 2 == 0) {
            numerator /= 2;
            denominator /= 2;
        }
        return text + (format.has(Trait.FRACTION_DASH) ? "-" : " ") + numerator + '/' + denominator;
    }

    /** Whole digits, in groups of three where the format has a separator for them. */
    private String grouped(BigDecimal whole) {
        String digits = whole.toBigInteger().toString();
        if (!format.has(Trait.USE_1000_SEPARATOR)) {
            return digits;
        }
        StringBuilder text = new StringBuilder(digits);
        for (int at = digits.length() - 3; at > 0; at -= 3) {
            text.insert(at, format.thousandSeparator());
        }
        return text.toString();
    }

    private String padded(String text) {
        Integer width = numeric.minWidth();
        return width == null || text.length() >= width ? text : "0".repeat(width - text.length()) + text;
    }
}
