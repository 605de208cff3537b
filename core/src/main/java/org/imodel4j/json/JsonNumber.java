package org.imodel4j.json;

import java.nio.charset.StandardCharsets;

/** Reads the number that starts at one place of a document. */
final class JsonNumber {
    private static final double[] TENS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private final byte[] text;
    private final int start;
    private int at;

    JsonNumber(byte[] text, int start) {
        this.text = text;
        this.start = start;
        this.at = start;
    }

    JsonValue read(JsonParser parser) {
        boolean negative = take('-');
        int first = at;
        int wholeDigits = skipDigits();
        boolean valid = wholeDigits == 1 || wholeDigits > 1 && text[first] != '0';
        int places = 0;
        boolean integral = true;
        if (take('.')) {
            integral = false;
            places = skipDigits();
            valid &= places > 0;
        }
        int mantissaEnd = at;
        if (take('e') || take('E')) {
            integral = false;
            if (!take('+')) {
                take('-');
            }
            valid &= skipDigits() > 0;
        }
        if (!valid) {
            throw parser.malformed("a value is expected");
        }
        parser.moveTo(at);
        return wholeDigits + places <= 18 && mantissaEnd == at
                ? exact(first, negative, integral, places)
                : parsed(integral);
    }

    /** All digits fit a long; with at most 2^53 of them one correctly rounded division gives the double. */
    private JsonValue exact(int first, boolean negative, boolean integral, int places) {
        long digits = 0;
        for (int i = first; i < at; i++) {
            if (text[i] != '.') {
                digits = digits * 10 + text[i] - '0';
            }
        }
        if (integral && (digits != 0 || !negative)) {
            return JsonValue.of(negative ? -digits : digits);
        }
        if (digits > 1L << 53) {
            return parsed(false);
        }
        double value = digits / TENS[places];
        return JsonValue.of(negative ? -value : value);
    }

    private JsonValue parsed(boolean integral) {
        String number = new String(text, start, at - start, StandardCharsets.ISO_8859_1);
        if (integral) {
            try {
                return JsonValue.of(Long.parseLong(number));
            } catch (NumberFormatException e) {
                return JsonValue.of(Double.parseDouble(number));
            }
        }
        return JsonValue.of(Double.parseDouble(number));
    }

    private int skipDigits() {
        int from = at;
        while (at < text.length && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        return at - from;
    }

    private boolean take(char c) {
        if (at < text.length && text[at] == c) {
            at++;
            return true;
        }
        return false;
    }
}
