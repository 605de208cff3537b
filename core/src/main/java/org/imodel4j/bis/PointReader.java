package org.imodel4j.bis;

import org.imodel4j.json.JsonWriter;

/**
 * Reads a point. One with a coordinate that is no finite number reads as NULL, as iTwin.js does.
 *
 * @param z {@link Selection#NONE} for points in the plane
 */
record PointReader(int x, int y, int z, boolean asArray) implements ValueReader {
    private static final byte[] X = JsonWriter.encodeName("x");
    private static final byte[] Y = JsonWriter.encodeName("y");
    private static final byte[] Z = JsonWriter.encodeName("z");

    @Override
    public boolean isNull(Row row) {
        return isMissing(row, x) || isMissing(row, y) || (z >= 0 && isMissing(row, z));
    }

    private static boolean isMissing(Row row, int column) {
        return row.isNull(column) || !Double.isFinite(row.columns.columnDouble(column));
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
