package org.imodel4j.bis;

import java.util.Set;
import org.imodel4j.json.JsonWriter;

/** BisCore:ViewDefinition3d: the volume it shows and its camera. The lens angle is stored in radians. */
final class ViewDefinition3dHandler implements ElementHandler {
    @Override
    public String className() {
        return "ViewDefinition3d";
    }

    @Override
    public Set<String> properties() {
        return Set.of(
                "Origin", "Extents", "Yaw", "Pitch", "Roll", "IsCameraOn", "EyePoint", "LensAngle", "FocusDistance");
    }

    @Override
    public Part part(Selection selection, ValueReaders values) {
        return new View3dPart(
                selection.column("IsCameraOn"),
                Box.corner(selection, "Origin", true),
                Box.corner(selection, "Extents", true),
                Box.corner(selection, "EyePoint", true),
                selection.column("FocusDistance"),
                selection.column("LensAngle"),
                Angles.of(selection));
    }

    private record View3dPart(
            int cameraOn,
            PointReader origin,
            PointReader extents,
            PointReader eye,
            int focusDistance,
            int lensAngle,
            Angles angles)
            implements Part {
        private static final byte[] CAMERA_ON = JsonWriter.encodeName("cameraOn");
        private static final byte[] ORIGIN = JsonWriter.encodeName("origin");
        private static final byte[] EXTENTS = JsonWriter.encodeName("extents");
        private static final byte[] CAMERA = JsonWriter.encodeName("camera");
        private static final byte[] EYE = JsonWriter.encodeName("eye");
        private static final byte[] FOCUS_DIST = JsonWriter.encodeName("focusDist");
        private static final byte[] LENS = JsonWriter.encodeName("lens");

        @Override
        public boolean accepts(Row row) {
            return !origin.isNull(row) && !extents.isNull(row) && !eye.isNull(row);
        }

        @Override
        public void write(Row row, JsonWriter out) {
            out.name(CAMERA_ON).value(row.columns.columnLong(cameraOn) != 0);
            out.name(ORIGIN);
            origin.writeArray(row, out);
            out.name(EXTENTS);
            extents.writeArray(row, out);
            out.name(CAMERA).beginObject().name(EYE);
            eye.writeArray(row, out);
            out.name(FOCUS_DIST).value(row.columns.columnDouble(focusDistance));
            out.name(LENS).value(row.columns.columnDouble(lensAngle) * (180 / Math.PI));
            out.endObject();
            angles.write(row, out);
        }
    }
}
