package org.imodel4j.bis;

import org.imodel4j.bis.geometry.GeometryStreamJson;
import org.imodel4j.json.JsonWriter;

/**
 * The {@code geom} of an element or a geometry part: absent when it is not asked for, and where no geometry is stored.
 *
 * @param category column of the category, {@link Selection#NONE} for parts
 */
record GeometryMember(int stream, int category) {
    private static final byte[] GEOM = JsonWriter.encodeName("geom");

    static GeometryMember of(Selection selection, int category, boolean wanted) {
        return new GeometryMember(wanted ? selection.column("GeometryStream") : Selection.NONE, category);
    }

    void write(Row row, JsonWriter out) {
        if (row.isNull(stream)) {
            return;
        }
        out.name(GEOM);
        GeometryStreamJson.write(
                row.bytes(stream),
                row.isNull(category) ? 0 : row.columns.columnLong(category),
                row.options.wantBRepData(),
                out);
    }
}
