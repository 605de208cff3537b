package org.imodel4j.bis;

import org.imodel4j.json.JsonWriter;

/** The {@code bbox} of a placement or a geometry part: absent unless all its columns are set. */
record Box(PointReader low, PointReader high) {
    private static final byte[] BBOX = JsonWriter.encodeName("bbox");
    private static final byte[] LOW = JsonWriter.encodeName("low");
    private static final byte[] HIGH = JsonWriter.encodeName("high");

    static Box of(Selection selection, boolean solid) {
        return new Box(corner(selection, "BBoxLow", solid), corner(selection, "BBoxHigh", solid));
    }

    static PointReader corner(Selection selection, String path, boolean solid) {
        return new PointReader(
                selection.column(path + ".X"),
                selection.column(path + ".Y"),
                solid ? selection.column(path + ".Z") : Selection.NONE,
                true);
    }

    void write(Row row, JsonWriter out) {
        if (low.isNull(row) || high.isNull(row)) {
            return;
        }
        out.name(BBOX).beginObject().name(LOW);
        low.writeArray(row, out);
        out.name(HIGH);
        high.writeArray(row, out);
        out.endObject();
    }
}
