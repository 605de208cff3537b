package org.imodel4j.bis;

import java.util.Set;
import org.imodel4j.json.JsonWriter;

/** BisCore:GeometricElement3d: category, placement and type definition. */
final class GeometricElement3dHandler implements ElementHandler {
    private final boolean withGeometry;

    GeometricElement3dHandler(boolean withGeometry) {
        this.withGeometry = withGeometry;
    }

    @Override
    public String className() {
        return "GeometricElement3d";
    }

    @Override
    public Set<String> properties() {
        return Set.of(
                "Category",
                "InSpatialIndex",
                "Origin",
                "Yaw",
                "Pitch",
                "Roll",
                "BBoxLow",
                "BBoxHigh",
                "GeometryStream",
                "TypeDefinition");
    }

    @Override
    public Part part(Selection selection, ValueReaders values) {
        ValueReader type = values.navigation("TypeDefinition", false);
        return new PlacementPart(
                selection.column("Category.Id"),
                Box.corner(selection, "Origin", true),
                Angles.of(selection),
                Box.of(selection, true),
                GeometryMember.of(selection, withGeometry),
                new NamedValue("TypeDefinition", type == null ? NeverReader.INSTANCE : type));
    }

    private record PlacementPart(
            int category, PointReader origin, Angles angles, Box box, GeometryMember geometry, NamedValue type)
            implements Part {
        @Override
        public void write(Row row, JsonWriter out) {
            Placement.begin(row, category, origin, out);
            angles.write(row, out);
            box.write(row, out);
            out.endObject();
            geometry.write(row, out);
            type.write(row, out);
        }
    }
}
