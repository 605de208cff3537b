package org.imodel4j.bis;

import org.imodel4j.json.JsonWriter;

/**
 * Reads a navigation property.
 *
 * @param classColumn the column of the relationship class, {@link Selection#NONE} when it is always the same
 * @param constant that same class id, or 0
 */
record NavigationReader(int idColumn, int classColumn, long constant, boolean dotted) implements ValueReader {
    private static final byte[] ID = JsonWriter.encodeName("id");
    private static final byte[] REL_CLASS_NAME = JsonWriter.encodeName("relClassName");

    @Override
    public boolean isNull(Row row) {
        return row.isNull(idColumn);
    }

    @Override
    public void write(Row row, JsonWriter out) {
        out.beginObject().name(ID);
        row.writeId(idColumn, out);
        long classId = classColumn >= 0 ? row.columns.columnLong(classColumn) : constant;
        if (classId != 0) {
            out.name(REL_CLASS_NAME);
            row.writeClassName(classId, dotted, out);
        }
        out.endObject();
    }
}
