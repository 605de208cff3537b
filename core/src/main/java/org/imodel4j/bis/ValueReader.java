package org.imodel4j.bis;

import org.imodel4j.json.JsonWriter;

/** Reads one value of a row: a property or a member of a struct. */
interface ValueReader {
    boolean isNull(Row row);

    /** Called for values that are not null only. */
    void write(Row row, JsonWriter out);
}
