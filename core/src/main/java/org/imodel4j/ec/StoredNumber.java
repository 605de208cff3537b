package org.imodel4j.ec;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.imodel4j.json.JsonWriter;

/**
 * Decimal numbers of stored JSON, read as iTwin.js reads them: its reader multiplies the digits by a power of ten in double
 * arithmetic, so that numbers of more than 15 digits may miss the nearest double by a few units in the last place
 * ({@code 90.66666666666667} reads as 90.66666666666669; observed with 5.7.3 for JSON properties and for arrays, of elements
 * and in query rows). What a frontend sees has to be the same number.
 */
public final class StoredNumber {
    private static final double[] POWERS = powers();
    private static final double LARGE = 9e18;
    private static final int DIGITS = 17;
    private static final long EXACT = (1L << 53) - 1;

    private StoredNumber() {}

    private static double[] powers() {
        double[] powers = new double[309];
        for (int i = 0; i < powers.length; i++) {
            powers[i] = Double.parseDouble("1e" + i);
        }
        return powers;
    }

    /** Whether digits alone, of that number, are read exactly: then nothing has to be computed. */
    public static boolean isExact(int digits) {
        return digits <= 15;
    }

    /** A double whose shortest text was stored, as that text is read back. */
    public static double reread(double stored) {
        boolean whole = stored == Math.rint(stored) && Math.abs(stored) < LARGE;
        if (whole || Double.isInfinite(stored) || Double.isNaN(stored)) {
            return stored;
        }
        byte[] text = new JsonWriter().value(stored).bytes();
        return parse(text, 0, text.length);
    }

    /**
     * A number as the JSON of metadata has it: 17 digits, trailing zeros but one cut, such as {@code 50.0}, {@code 6.50} and
     * {@code 0.10000000000000001}.
     */
    public static String text(double value) {
        if (value == 0) {
            return "0.0";
        }
        BigDecimal digits = new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
        int exponent = digits.precision() - digits.scale() - 1;
        if (exponent < -4 || exponent >= DIGITS) {
            String unscaled =
                    digits.setScale(DIGITS - 1 - exponent).unscaledValue().abs().toString();
            return (value < 0 ? "-" : "")
                    + unscaled.charAt(0)
                    + '.'
                    + unscaled.substring(1)
                    + 'e'
                    + (exponent < 0 ? '-' : '+')
                    + String.format(Locale.ROOT, "%02d", Math.abs(exponent));
        }
        String plain = digits.setScale(DIGITS - 1 - exponent).toPlainString();
        if (plain.indexOf('.') < 0) {
            return plain + ".0";
        }
        int end = plain.length();
        while (plain.charAt(end - 1) == '0') {
            end--;
        }
        return end == plain.length() ? plain : plain.substring(0, end + 1);
    }

    /** The value of a well-formed JSON number with a fraction or an exponent. */
    public static double parse(byte[] text, int from, int to) {
        int at = from;
        boolean negative = text[at] == '-';
        if (negative) {
            at++;
        }
        int digits = 0;
        long integer = 0;
        double value = 0;
        boolean inDouble = false;
        int significant = -1;
        for (; at < to && isDigit(text[at]); at++) {
            int digit = text[at] - '0';
            if (!inDouble && isFull(integer, digit, negative)) {
                value = unsigned(integer);
                inDouble = true;
            }
            if (inDouble) {
                value = value * 10 + digit;
            } else {
                integer = integer * 10 + digit;
            }
            significant++;
            digits++;
        }
        int exponent = 0;
        if (at < to && text[at] == '.') {
            at++;
            if (!inDouble) {
                for (; at < to && isDigit(text[at]) && Long.compareUnsigned(integer, EXACT) <= 0; at++) {
                    integer = integer * 10 + (text[at] - '0');
                    exponent--;
                    significant += integer == 0 ? 0 : 1;
                }
            }
        }
        value = inDouble ? value : unsigned(integer);
        for (; at < to && isDigit(text[at]); at++) {
            if (significant < 17) {
                value = value * 10 + (text[at] - '0');
                exponent--;
                significant += value > 0 ? 1 : 0;
            }
        }
        if (at < to && digits > 0) {
            exponent += exponent(text, at + 1, to);
        }
        double scaled = scale(value, exponent);
        return negative ? -scaled : scaled;
    }

    /** Whether another digit does not fit into 64 bits, of which a negative number has one less. */
    private static boolean isFull(long integer, int digit, boolean negative) {
        long most = negative ? 922_337_203_685_477_580L : 1_844_674_407_370_955_161L;
        int order = Long.compareUnsigned(integer, most);
        return order > 0 || order == 0 && digit > (negative ? 8 : 5);
    }

    private static double unsigned(long integer) {
        // Halving keeps the lowest bit, so that the rounding stays right.
        return integer >= 0 ? integer : (integer >>> 1 | integer & 1) * 2.0;
    }

    private static int exponent(byte[] text, int from, int to) {
        int at = from;
        boolean negative = text[at] == '-';
        if (negative || text[at] == '+') {
            at++;
        }
        int exponent = 0;
        for (; at < to; at++) {
            exponent = Math.min(100_000, exponent * 10 + (text[at] - '0'));
        }
        return negative ? -exponent : exponent;
    }

    private static double scale(double value, int exponent) {
        if (exponent < -308) {
            return exponent < -616 ? 0 : value / POWERS[308] / POWERS[-exponent - 308];
        }
        if (exponent > 308) {
            return value == 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        return exponent >= 0 ? value * POWERS[exponent] : value / POWERS[-exponent];
    }

    private static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }
}
