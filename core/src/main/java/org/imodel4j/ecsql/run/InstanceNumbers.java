package org.imodel4j.ecsql.run;

import java.nio.charset.StandardCharsets;
import org.imodel4j.json.JsonWriter;

/** Doubles and longs as {@code $} spells them: whole ones have a decimal point, large ones an exponent without sign. */
final class InstanceNumbers {
    private static final double EXACT = 1e15;

    private InstanceNumbers() {}

    static void write(JsonWriter out, double value) {
        String text;
        if (value == Math.rint(value) && Math.abs(value) < EXACT) {
            text = (value == 0 && 1 / value < 0 ? "-" : "") + (long) value + ".0";
        } else {
            JsonWriter number = new JsonWriter();
            number.value(value);
            text = new String(number.bytes(), StandardCharsets.US_ASCII).replace("e+", "e");
            if (text.indexOf('.') < 0 && text.indexOf('e') < 0 && !text.equals("null")) {
                text += ".0";
            }
        }
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        out.raw(ascii, 0, ascii.length);
    }
}
