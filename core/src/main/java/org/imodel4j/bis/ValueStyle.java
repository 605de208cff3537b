package org.imodel4j.bis;

import org.imodel4j.json.JsonWriter;

/** Elements, models and relationships write points as objects; aspects write them as arrays, and byte arrays as text. */
enum ValueStyle {
    ELEMENT,
    ASPECT;

    boolean pointsAreArrays() {
        return this == ASPECT;
    }

    void writeBinary(byte[] bytes, Row row, JsonWriter out) {
        if (this == ASPECT) {
            BinaryFormat.BASE64.write(out, bytes);
        } else {
            row.options.binaries().write(out, bytes);
        }
    }
}
