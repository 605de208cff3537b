package org.imodel4j.bis;

import org.imodel4j.json.JsonWriter;

/** Stands for a property that the file does not map. */
enum NeverReader implements ValueReader {
    INSTANCE;

    @Override
    public boolean isNull(Row row) {
        return true;
    }

    @Override
    public void write(Row row, JsonWriter out) {
        out.nullValue();
    }
}
