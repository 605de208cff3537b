package org.imodel4j.bis;

import java.util.List;
import java.util.Set;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** BisCore:RenderTimeline: the script, from which the element ids can be left out if it is one. */
final class RenderTimelineHandler implements ElementHandler {
    @Override
    public String className() {
        return "RenderTimeline";
    }

    @Override
    public Set<String> properties() {
        return Set.of("Script");
    }

    @Override
    public Part part(Selection selection, ValueReaders values) {
        return new ScriptPart(selection.column("Script"));
    }

    private record ScriptPart(int script) implements Part {
        private static final byte[] SCRIPT = JsonWriter.encodeName("script");
        private static final JsonValue EMPTY = new JsonArray(List.of());

        @Override
        public boolean accepts(Row row) {
            return !isChanged(row) || changed(row) != null;
        }

        @Override
        public void write(Row row, JsonWriter out) {
            if (row.isNull(script)) {
                return;
            }
            out.name(SCRIPT);
            JsonValue changed = isChanged(row) ? changed(row) : null;
            if (changed == null) {
                row.columns.writeText(script, out);
            } else {
                out.value(Json.write(changed));
            }
        }

        private boolean isChanged(Row row) {
            return row.options.omitScriptElementIds() && row.bytes(script).length > 0;
        }

        /** Text that is no JSON counts as an empty script. */
        private @Nullable JsonValue changed(Row row) {
            JsonValue stored = JsonText.tryParse(row.bytes(script));
            return ScheduleScript.withoutElementIds(stored == null ? EMPTY : stored);
        }
    }
}
