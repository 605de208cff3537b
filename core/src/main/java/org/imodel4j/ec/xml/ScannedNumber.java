package org.imodel4j.ec.xml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as iTwin.js reads them from schemas: blanks in front are skipped, what follows the number is ignored
 * ({@code 12 m} is 12), and an integer without digits is none.
 */
final class ScannedNumber {
    private static final Pattern DOUBLE =
            Pattern.compile("\\s*([+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?)");

    private ScannedNumber() {}

    /** A signed number, those beyond 64 bits as the nearest one; null when there is none. */
    static @Nullable Long tryLong(String text) {
        int at = skipBlank(text);
        boolean negative = text.startsWith("-", at);
        if (negative || text.startsWith("+", at)) {
            at++;
        }
        if (at >= text.length() || !isDigit(text.charAt(at))) {
            return null;
        }
        long value = 0;
        for (; at < text.length() && isDigit(text.charAt(at)); at++) {
            int digit = text.charAt(at) - '0';
            if (value < (Long.MIN_VALUE + digit) / 10) {
                return negative ? Long.MIN_VALUE : Long.MAX_VALUE;
            }
            value = value * 10 - digit;
        }
        if (negative) {
            return value;
        }
        return value == Long.MIN_VALUE ? Long.MAX_VALUE : -value;
    }

    /** The lower 32 bits of a number; null when there is none. */
    static @Nullable Integer tryInt(String text) {
        Long value = tryLong(text);
        return value == null ? null : value.intValue();
    }

    static @Nullable Double tryDouble(String text) {
        Matcher matcher = DOUBLE.matcher(text);
        return matcher.lookingAt() ? Double.valueOf(Double.parseDouble(matcher.group(1))) : null;
    }

    /** As many numbers apart by commas; null when there are not enough. */
    static double @Nullable [] tryDoubles(String text, int count) {
        double[] values = new double[count];
        Matcher matcher = DOUBLE.matcher(text);
        int at = 0;
        for (int i = 0; i < count; i++) {
            matcher.region(at, text.length());
            if (!matcher.lookingAt()) {
                return null;
            }
            values[i] = Double.parseDouble(matcher.group(1));
            at = matcher.end();
            if (i < count - 1) {
                if (!text.startsWith(",", at)) {
                    return null;
                }
                at++;
            }
        }
        return values;
    }

    private static int skipBlank(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
