package org.imodel4j.bis;

import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;

/**
 * A member whose value is stored as JSON text, such as {@code jsonProperties}: null members and items are left out at any
 * depth; empty text and NULL read as absent; text that is no JSON, or only {@code null}, makes the instance unreadable.
 */
class JsonPart implements Part {
    private final byte[] name;
    private final int column;

    JsonPart(String name, int column) {
        this.name = JsonWriter.encodeName(name);
        this.column = column;
    }

    @Override
    public boolean accepts(Row row) {
        if (row.isNull(column)) {
            return true;
        }
        byte[] text = row.bytes(column);
        return switch (JsonText.scan(text)) {
            case EMPTY, PLAIN -> true;
            case MALFORMED -> false;
            case MIXED, ODD -> {
                JsonValue value = JsonText.tryParse(text);
                yield value != null && !(value instanceof JsonValue.Null);
            }
        };
    }

    @Override
    public void write(Row row, JsonWriter out) {
        if (row.isNull(column)) {
            return;
        }
        byte[] text = row.bytes(column);
        JsonScanner.Kind kind = JsonText.scan(text);
        if (kind != JsonScanner.Kind.EMPTY) {
            out.name(name);
            value(text, kind, row, out);
        }
    }

    void value(byte[] text, JsonScanner.Kind kind, Row row, JsonWriter out) {
        JsonText.write(text, kind, out);
    }
}
