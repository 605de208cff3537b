package org.imodel4j.bis;

import org.imodel4j.json.JsonWriter;

/** Yaw, pitch and roll in degrees as {@code angles}; those that are almost zero are left out. */
record Angles(int yaw, int pitch, int roll) {
    private static final byte[] ANGLES = JsonWriter.encodeName("angles");
    private static final byte[] PITCH = JsonWriter.encodeName("pitch");
    private static final byte[] ROLL = JsonWriter.encodeName("roll");
    private static final byte[] YAW = JsonWriter.encodeName("yaw");

    private static final double SMALLEST_RADIANS = 1e-12;

    static Angles of(Selection selection) {
        return new Angles(selection.column("Yaw"), selection.column("Pitch"), selection.column("Roll"));
    }

    void write(Row row, JsonWriter out) {
        out.name(ANGLES).beginObject();
        angle(PITCH, pitch, row, out);
        angle(ROLL, roll, row, out);
        angle(YAW, yaw, row, out);
        out.endObject();
    }

    private static void angle(byte[] name, int column, Row row, JsonWriter out) {
        double degrees = row.columns.columnDouble(column);
        if (!(Math.abs(degrees * Math.PI / 180) < SMALLEST_RADIANS)) {
            out.name(name).value(degrees);
        }
    }
}
