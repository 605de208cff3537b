package org.imodel4j.bis;

import org.imodel4j.json.JsonWriter;

/** What placements in the plane and in space have in common. */
final class Placement {
    private static final byte[] CATEGORY = JsonWriter.encodeName("category");
    private static final byte[] PLACEMENT = JsonWriter.encodeName("placement");
    private static final byte[] ORIGIN = JsonWriter.encodeName("origin");

    private Placement() {}

    /** Writes the category and the begin of the placement with its origin, which is zero where a coordinate is NULL. */
    static void begin(Row row, int category, PointReader origin, JsonWriter out) {
        if (!row.isNull(category)) {
            out.name(CATEGORY);
            row.writeId(category, out);
        }
        out.name(PLACEMENT).beginObject().name(ORIGIN);
        if (origin.isNull(row)) {
            out.beginArray().value(0L).value(0L);
            if (origin.z() >= 0) {
                out.value(0L);
            }
            out.endArray();
        } else {
            origin.writeArray(row, out);
        }
    }
}
