package org.imodel4j.bis;

import java.util.Set;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonWriter;

/** BisCore:TextAnnotation2d and 3d: the annotation's text is given only when it is a JSON object. */
record TextAnnotationHandler(String className) implements ElementHandler {
    @Override
    public Set<String> properties() {
        return Set.of("TextAnnotationData");
    }

    @Override
    public Part part(Selection selection, ValueReaders values) {
        return new AnnotationPart(selection.column("TextAnnotationData"));
    }

    private record AnnotationPart(int data) implements Part {
        private static final byte[] DATA = JsonWriter.encodeName("textAnnotationData");

        @Override
        public void write(Row row, JsonWriter out) {
            if (!row.isNull(data) && JsonText.tryParse(row.bytes(data)) instanceof JsonObject) {
                out.name(DATA);
                row.columns.writeText(data, out);
            }
        }
    }
}
