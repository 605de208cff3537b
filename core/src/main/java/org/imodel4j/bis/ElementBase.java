package org.imodel4j.bis;

import java.util.Set;
import org.imodel4j.json.JsonWriter;

/** BisCore:Element: code, model, parent and federation GUID. */
final class ElementBase implements ElementHandler {
    @Override
    public String className() {
        return "Element";
    }

    @Override
    public Set<String> properties() {
        return Set.of(
                "Model",
                "LastMod",
                "CodeSpec",
                "CodeScope",
                "CodeValue",
                "UserLabel",
                "Parent",
                "FederationGuid",
                "JsonProperties");
    }

    @Override
    public Part part(Selection selection, ValueReaders values) {
        ValueReader parent = values.navigation("Parent", false);
        return new BasePart(
                selection.column("CodeSpec.Id"),
                selection.column("CodeScope.Id"),
                selection.column("CodeValue"),
                selection.column("Model.Id"),
                new NamedValue("Parent", parent == null ? NeverReader.INSTANCE : parent),
                new NamedValue(
                        "FederationGuid",
                        new ColumnReader.Binary(selection.column("FederationGuid"), true, ValueStyle.ELEMENT)));
    }

    private record BasePart(int spec, int scope, int codeValue, int model, NamedValue parent, NamedValue guid)
            implements Part {
        private static final byte[] CODE = JsonWriter.encodeName("code");
        private static final byte[] VALUE = JsonWriter.encodeName("value");
        private static final byte[] SPEC = JsonWriter.encodeName("spec");
        private static final byte[] SCOPE = JsonWriter.encodeName("scope");
        private static final byte[] MODEL = JsonWriter.encodeName("model");

        @Override
        public void write(Row row, JsonWriter out) {
            out.name(CODE).beginObject().name(VALUE);
            if (row.isNull(codeValue)) {
                out.value("");
            } else {
                row.columns.writeText(codeValue, out);
            }
            out.name(SPEC);
            row.writeId(spec, out);
            out.name(SCOPE);
            row.writeId(scope, out);
            out.endObject();
            out.name(MODEL);
            row.writeId(model, out);
            parent.write(row, out);
            guid.write(row, out);
        }
    }
}
