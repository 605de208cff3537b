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
        row.json = row.bytes(column);
        row.jsonKind = JsonText.scan(row.json);
        return switch (row.jsonKind) {
            case EMPTY, PLAIN -> true;
            case MALFORMED -> false;
            case MIXED -> !JsonText.isNull(row.json);
            case ODD -> {
                JsonValue value = JsonText.tryParse(row.json);
                yield value != null && !(value instanceof JsonValue.Null);
            }
        };
    }

    @Override
    public void write(Row row, JsonWriter out) {
        if (row.jsonKind != JsonScanner.Kind.EMPTY) {
            out.name(name);
            value(row.json, row.jsonKind, row, out);
        }
    }

    void value(byte[] text, JsonScanner.Kind kind, Row row, JsonWriter out) {
        JsonValue value = kind == JsonScanner.Kind.ODD ? JsonText.tryParse(text) : null;
        if (value == null) {
            JsonText.write(text, kind, out);
        } else {
            JsonText.write(OldProperties.upgraded(value), out);
        }
    }
}
