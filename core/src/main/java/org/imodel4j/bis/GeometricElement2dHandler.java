package org.imodel4j.bis;

import java.util.Set;
import org.imodel4j.json.JsonWriter;

/** BisCore:GeometricElement2d: category, placement and type definition. */
final class GeometricElement2dHandler implements ElementHandler {
    private final boolean withGeometry;

    GeometricElement2dHandler(boolean withGeometry) {
        this.withGeometry = withGeometry;
    }

    @Override
    public String className() {
        return "GeometricElement2d";
    }

    @Override
    public Set<String> properties() {
        return Set.of("Category", "Origin", "Rotation", "BBoxLow", "BBoxHigh", "GeometryStream", "TypeDefinition");
    }

    @Override
    public Part part(Selection selection, ValueReaders values) {
        ValueReader type = values.navigation("TypeDefinition", false);
        return new PlacementPart(
                selection.column("Category.Id"),
                Box.corner(selection, "Origin", false),
                selection.column("Rotation"),
                Box.of(selection, false),
                GeometryMember.of(selection, withGeometry),
                new NamedValue("TypeDefinition", type == null ? NeverReader.INSTANCE : type));
    }

    private record PlacementPart(
            int category, PointReader origin, int rotation, Box box, GeometryMember geometry, NamedValue type)
            implements Part {
        private static final byte[] ANGLE = JsonWriter.encodeName("angle");

        @Override
        public void write(Row row, JsonWriter out) {
            Placement.begin(row, category, origin, out);
            if (!row.isNull(rotation)) {
                out.name(ANGLE).value(row.columns.columnDouble(rotation));
            }
            box.write(row, out);
            out.endObject();
            geometry.write(row, out);
            type.write(row, out);
        }
    }
}
