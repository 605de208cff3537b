package org.imodel4j.bis;

import java.util.List;
import org.imodel4j.json.JsonWriter;

/** Reads a struct: an object of those members that are not null, null when all are. */
record StructReader(List<NamedValue> members) implements ValueReader {
    @Override
    public boolean isNull(Row row) {
        for (NamedValue member : members) {
            if (!member.isNull(row)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void write(Row row, JsonWriter out) {
        out.beginObject();
        for (NamedValue member : members) {
            member.write(row, out);
        }
        out.endObject();
    }
}
