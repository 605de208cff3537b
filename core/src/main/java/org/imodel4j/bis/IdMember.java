package org.imodel4j.bis;

import org.imodel4j.json.JsonWriter;

/** A bare id that must be set, such as {@code displayStyleId}. */
final class IdMember implements Part {
    private final byte[] name;
    private final int column;

    IdMember(String name, int column) {
        this.name = JsonWriter.encodeName(name);
        this.column = column;
    }

    @Override
    public boolean accepts(Row row) {
        return !row.isNull(column);
    }

    @Override
    public void write(Row row, JsonWriter out) {
        out.name(name);
        row.writeId(column, out);
    }
}
