package org.imodel4j.bis;

import org.imodel4j.json.Json;
import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * A member that is JSON in a text, with the version of its form. Text that is no JSON reads as absent; JSON of another shape, or of a version
 * that the form does not know, makes the element unreadable, as in iTwin.js.
 */
final class VersionedJson implements Part {
    private final byte[] name;
    private final int column;
    private final VersionedForm form;

    VersionedJson(String name, int column, VersionedForm form) {
        this.name = JsonWriter.encodeName(name);
        this.column = column;
        this.form = form;
    }

    @Override
    public boolean accepts(Row row) {
        JsonValue value = tryParse(row);
        return value == null || form.isReadable(value);
    }

    @Override
    public void write(Row row, JsonWriter out) {
        JsonValue value = tryParse(row);
        if (value != null) {
            out.name(name).value(Json.write(form.upgraded(value)));
        }
    }

    private @Nullable JsonValue tryParse(Row row) {
        return row.isNull(column) ? null : JsonText.tryParse(row.bytes(column));
    }
}
