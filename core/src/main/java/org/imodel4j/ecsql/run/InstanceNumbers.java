package org.imodel4j.ecsql.run;

import java.nio.charset.StandardCharsets;
import org.imodel4j.json.JsonWriter;

/** Doubles and longs as {@code $} spells them: whole ones have a decimal point. */
final class InstanceNumbers {
    private static final double EXACT = 1e17;

    private InstanceNumbers() {}

    static void write(JsonWriter out, double value) {
        if (value == Math.rint(value) && Math.abs(value) < EXACT) {
            byte[] text = ((value == 0 && 1 / value < 0 ? "-" : "") + (long) value + ".0")
                    .getBytes(StandardCharsets.US_ASCII);
            out.raw(text, 0, text.length);
        } else {
            out.value(value);
        }
    }
}
