package org.imodel4j.bis;

import java.util.Set;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonWriter;

/** BisCore:AnnotationTextStyle: settings that are no versioned JSON object make the style unreadable. */
final class AnnotationTextStyleHandler implements ElementHandler {
    @Override
    public String className() {
        return "AnnotationTextStyle";
    }

    @Override
    public Set<String> properties() {
        return Set.of("Settings");
    }

    @Override
    public Part part(Selection selection, ValueReaders values) {
        return new SettingsPart(selection.column("Settings"));
    }

    private record SettingsPart(int settings) implements Part {
        private static final byte[] SETTINGS = JsonWriter.encodeName("settings");

        @Override
        public boolean accepts(Row row) {
            return row.isNull(settings)
                    || (JsonText.tryParse(row.bytes(settings)) instanceof JsonObject object
                            && object.text("version") != null);
        }

        @Override
        public void write(Row row, JsonWriter out) {
            if (!row.isNull(settings)) {
                out.name(SETTINGS);
                row.columns.writeText(settings, out);
            }
        }
    }
}
