package org.imodel4j.bis.write;

import java.nio.charset.StandardCharsets;
import org.imodel4j.json.JsonWriter;

/** Numbers as iTwin.js writes those that may have a fraction: with a decimal point also when they are whole. */
final class StoredReal {
    /** From here on numbers are written with an exponent. */
    private static final double LARGE = 1e15;

    private StoredReal() {}

    static void write(double value, JsonWriter out) {
        if (value == Math.rint(value) && Math.abs(value) < LARGE) {
            byte[] text = ((long) value + ".0").getBytes(StandardCharsets.US_ASCII);
            out.raw(text, 0, text.length);
        } else {
            out.value(value);
        }
    }
}
