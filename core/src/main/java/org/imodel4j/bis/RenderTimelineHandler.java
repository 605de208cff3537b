package org.imodel4j.bis;

import java.util.Set;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;

/** BisCore:RenderTimeline: the script, from which the element ids can be left out. */
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

        @Override
        public void write(Row row, JsonWriter out) {
            if (row.isNull(script)) {
                return;
            }
            out.name(SCRIPT);
            JsonValue parsed = row.options.omitScriptElementIds() ? JsonText.tryParse(row.bytes(script)) : null;
            if (parsed == null) {
                row.columns.writeText(script, out);
            } else {
                out.value(Json.write(ScheduleScript.withoutElementIds(parsed)));
            }
        }
    }
}
