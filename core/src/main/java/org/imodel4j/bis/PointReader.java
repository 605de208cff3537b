package org.imodel4j.bis;

import org.imodel4j.json.JsonWriter;

/**
 * Reads a point.
 *
 * @param z {@link Selection#NONE} for points in the plane
 */
record PointReader(int x, int y, int z, boolean asArray) implements ValueReader {
    private static final byte[] X = JsonWriter.encodeName("x");
    private static final byte[] Y = JsonWriter.encodeName("y");
    private static final byte[] Z = JsonWriter.encodeName("z");

    @Override
    public boolean isNull(Row row) {
        return row.isNull(x) || row.isNull(y) || (z >= 0 && row.isNull(z));
    }

    @Override
    public void write(Row row, JsonWriter out) {
        if (asArray) {
            writeArray(row, out);
            return;
        }
        out.beginObject().name(X).value(row.columns.columnDouble(x));
        out.name(Y).value(row.columns.columnDouble(y));
        if (z >= 0) {
            out.name(Z).value(row.columns.columnDouble(z));
        }
        out.endObject();
    }

    void writeArray(Row row, JsonWriter out) {
        out.beginArray().value(row.columns.columnDouble(x)).value(row.columns.columnDouble(y));
        if (z >= 0) {
            out.value(row.columns.columnDouble(z));
        }
        out.endArray();
    }
}
