package org.imodel4j.bis;

import org.imodel4j.json.JsonWriter;

/** A text member that is there with an empty value when the column is NULL. */
final class TextOrEmpty implements Part {
    private final byte[] name;
    private final int column;

    TextOrEmpty(String name, int column) {
        this.name = JsonWriter.encodeName(name);
        this.column = column;
    }

    @Override
    public void write(Row row, JsonWriter out) {
        out.name(name);
        if (row.isNull(column)) {
            out.value("");
        } else {
            row.columns.writeText(column, out);
        }
    }
}
