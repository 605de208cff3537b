package org.imodel4j.bis;

import java.util.Set;
import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;

/** BisCore:SubCategory: its Properties are the JSON of {@code appearance}, nulls kept; without any it is not readable. */
final class SubCategoryHandler implements ElementHandler {
    @Override
    public String className() {
        return "SubCategory";
    }

    @Override
    public Set<String> properties() {
        return Set.of("Description", "Properties");
    }

    @Override
    public Part part(Selection selection, ValueReaders values) {
        return new SubCategoryPart(
                new TextOrEmpty("description", selection.column("Description")), selection.column("Properties"));
    }

    private record SubCategoryPart(TextOrEmpty description, int appearance) implements Part {
        private static final byte[] APPEARANCE = JsonWriter.encodeName("appearance");

        @Override
        public boolean accepts(Row row) {
            return !row.isNull(appearance) && JsonText.scan(row.bytes(appearance)) != JsonScanner.Kind.MALFORMED;
        }

        @Override
        public void write(Row row, JsonWriter out) {
            description.write(row, out);
            byte[] text = row.bytes(appearance);
            JsonScanner.Kind kind = JsonText.scan(text);
            if (kind == JsonScanner.Kind.EMPTY) {
                return;
            }
            out.name(APPEARANCE);
            JsonValue value = kind == JsonScanner.Kind.ODD ? JsonText.tryParse(text) : null;
            if (value == null) {
                out.raw(text, 0, text.length);
            } else {
                out.value(value);
            }
        }
    }
}
