package org.imodel4j.bis;

import java.util.Set;
import org.imodel4j.json.JsonWriter;

/** BisCore:ViewDefinition2d: the area of its model that it shows. */
final class ViewDefinition2dHandler implements ElementHandler {
    @Override
    public String className() {
        return "ViewDefinition2d";
    }

    @Override
    public Set<String> properties() {
        return Set.of("BaseModel", "Origin", "Extents", "RotationAngle");
    }

    @Override
    public Part part(Selection selection, ValueReaders values) {
        return new View2dPart(
                new IdMember("baseModelId", selection.column("BaseModel.Id")),
                Box.corner(selection, "Origin", false),
                Box.corner(selection, "Extents", false),
                selection.column("RotationAngle"));
    }

    private record View2dPart(IdMember model, PointReader origin, PointReader extents, int angle) implements Part {
        private static final byte[] ORIGIN = JsonWriter.encodeName("origin");
        private static final byte[] DELTA = JsonWriter.encodeName("delta");
        private static final byte[] ANGLE = JsonWriter.encodeName("angle");

        @Override
        public boolean accepts(Row row) {
            return model.accepts(row) && !origin.isNull(row) && !extents.isNull(row);
        }

        @Override
        public void write(Row row, JsonWriter out) {
            model.write(row, out);
            out.name(ORIGIN);
            origin.writeArray(row, out);
            out.name(DELTA);
            extents.writeArray(row, out);
            out.name(ANGLE).value(row.columns.columnDouble(angle));
        }
    }
}
