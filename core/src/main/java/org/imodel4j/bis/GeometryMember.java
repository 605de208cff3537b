package org.imodel4j.bis;

import org.imodel4j.bis.geometry.GeometryStreamJson;
import org.imodel4j.json.JsonWriter;

/** The {@code geom} of an element or a geometry part: absent when it is not asked for, and where no geometry is stored. */
record GeometryMember(int stream) {
    private static final byte[] GEOM = JsonWriter.encodeName("geom");

    static GeometryMember of(Selection selection, boolean wanted) {
        return new GeometryMember(wanted ? selection.column("GeometryStream") : Selection.NONE);
    }

    void write(Row row, JsonWriter out) {
        if (!row.isNull(stream)) {
            out.name(GEOM);
            GeometryStreamJson.write(row.bytes(stream), row.options.wantBRepData(), out);
        }
    }
}
