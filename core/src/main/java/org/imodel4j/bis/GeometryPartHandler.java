package org.imodel4j.bis;

import java.util.Set;
import org.imodel4j.json.JsonWriter;

/** BisCore:GeometryPart: the range of its geometry. */
final class GeometryPartHandler implements ElementHandler {
    private final boolean withGeometry;

    GeometryPartHandler(boolean withGeometry) {
        this.withGeometry = withGeometry;
    }

    @Override
    public String className() {
        return "GeometryPart";
    }

    @Override
    public Set<String> properties() {
        return Set.of("GeometryStream", "BBoxLow", "BBoxHigh");
    }

    @Override
    public Part part(Selection selection, ValueReaders values) {
        return new GeometryPartPart(Box.of(selection, true), GeometryMember.of(selection, withGeometry));
    }

    private record GeometryPartPart(Box box, GeometryMember geometry) implements Part {
        @Override
        public void write(Row row, JsonWriter out) {
            box.write(row, out);
            geometry.write(row, out);
        }
    }
}
