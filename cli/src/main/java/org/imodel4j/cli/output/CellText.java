package org.imodel4j.cli.output;

import org.imodel4j.json.Json;
import org.imodel4j.json.JsonValue;

/** A value of a row as people read it: text without quotes, nothing for null, everything else as JSON. */
public final class CellText {
    private CellText() {}

    public static String of(JsonValue value) {
        return switch (value) {
            case JsonValue.Text text -> text.value();
            case JsonValue.Null nothing -> "";
            default -> Json.write(value);
        };
    }
}
