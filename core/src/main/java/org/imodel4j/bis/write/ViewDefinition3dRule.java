package org.imodel4j.bis.write;

import java.util.Set;
import org.imodel4j.geometry.Matrix3d;
import org.imodel4j.geometry.YawPitchRollAngles;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** BisCore:ViewDefinition3d: the volume that it shows and its camera, whose lens is stored in radians. */
final class ViewDefinition3dRule implements ElementRule {
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
    public ElementWork work(ClassTables tables) {
        return new Work(
                columns(tables, "Origin"),
                columns(tables, "Extents"),
                columns(tables, "EyePoint"),
                new int[] {tables.column("Yaw"), tables.column("Pitch"), tables.column("Roll")},
                tables.column("IsCameraOn"),
                tables.column("LensAngle"),
                tables.column("FocusDistance"));
    }

    private static int[] columns(ClassTables tables, String property) {
        return new int[] {tables.column(property + ".X"), tables.column(property + ".Y"), tables.column(property + ".Z")
        };
    }

    /** A point that was not given is zero for a new view, and stays for one that is there. */
    static void takePoint(@Nullable JsonValue given, int[] columns, ElementDraft draft) {
        if (JsonMember.isNull(given) && !draft.insert) {
            return;
        }
        double[] point = JsonMember.point(given, columns.length);
        for (int i = 0; i < columns.length; i++) {
            draft.row.setDouble(columns[i], point[i]);
        }
    }

    private record Work(int[] origin, int[] extents, int[] eye, int[] angles, int cameraOn, int lens, int focusDistance)
            implements ElementWork {
        @Override
        public void take(JsonObject props, ElementDraft draft, EditContext context) {
            takePoint(props.get("origin"), origin, draft);
            takePoint(props.get("extents"), extents, draft);
            JsonValue turned = props.get("angles");
            if (!JsonMember.isNull(turned) || draft.insert) {
                takeAngles(turned instanceof JsonObject object ? object : JsonObject.EMPTY, draft.row);
            }
            JsonValue on = props.get("cameraOn");
            if (!JsonMember.isNull(on) || draft.insert) {
                draft.row.setLong(cameraOn, JsonMember.isTruthy(on) ? 1 : 0);
            }
            takeCamera(props.get("camera"), draft);
        }

        /** iTwin.js keeps a matrix on the way, so that angles beyond a half turn become others. */
        private void takeAngles(JsonObject given, ValueRow row) {
            Matrix3d rotation = new YawPitchRollAngles(
                            JsonMember.degrees(given.get("yaw")),
                            JsonMember.degrees(given.get("pitch")),
                            JsonMember.degrees(given.get("roll")))
                    .toMatrix();
            YawPitchRollAngles found = YawPitchRollAngles.ofMatrix(rotation);
            row.setDouble(angles[0], found.yaw());
            row.setDouble(angles[1], found.pitch());
            row.setDouble(angles[2], found.roll());
        }

        private void takeCamera(@Nullable JsonValue given, ElementDraft draft) {
            if (JsonMember.isNull(given) && !draft.insert) {
                return;
            }
            JsonObject camera = given instanceof JsonObject object ? object : JsonObject.EMPTY;
            double[] point = JsonMember.point(camera.get("eye"), eye.length);
            for (int i = 0; i < eye.length; i++) {
                draft.row.setDouble(eye[i], point[i]);
            }
            draft.row.setDouble(lens, JsonMember.degrees(camera.get("lens")) * (Math.PI / 180));
            draft.row.setDouble(focusDistance, JsonMember.real(camera.get("focusDist")));
        }
    }
}
