package org.imodel4j.bis;

import org.imodel4j.json.JsonWriter;

/** A member, or a few, of an instance's JSON. Made once for each class; used by all threads. */
interface Part {
    /**
     * Whether the row has what this part can not do without. The reference does not find instances whose row has not; asking
     * before anything is written keeps half an object out of the output.
     */
    default boolean accepts(Row row) {
        return true;
    }

    void write(Row row, JsonWriter out);
}
