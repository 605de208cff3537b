package org.imodel4j.bis.element;

import org.imodel4j.geometry.Placement2d;
import org.imodel4j.geometry.Placement3d;
import org.imodel4j.geometry.Point2d;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.YawPitchRollAngles;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;

/** Points, angles and placements as elements have them in JSON. A box that is null is left out: it comes from the geometry then. */
final class GeometryJson {
    private GeometryJson() {}

    static JsonArray point(Point3d point) {
        return JsonArray.of(point.x(), point.y(), point.z());
    }

    static JsonArray point(Point2d point) {
        return JsonArray.of(point.x(), point.y());
    }

    /** {@code {yaw, pitch, roll}} in degrees without those that are zero. */
    static JsonObject angles(YawPitchRollAngles angles) {
        JsonObject.Builder props = JsonObject.builder();
        put(props, "yaw", angles.yaw());
        put(props, "pitch", angles.pitch());
        put(props, "roll", angles.roll());
        return props.build();
    }

    private static void put(JsonObject.Builder props, String name, double angle) {
        if (angle != 0) {
            props.put(name, angle);
        }
    }

    static JsonObject placement(Placement3d placement) {
        JsonObject.Builder props =
                JsonObject.builder().put("origin", point(placement.origin())).put("angles", angles(placement.angles()));
        if (!placement.bbox().isNull()) {
            props.put(
                    "bbox",
                    box(point(placement.bbox().low()), point(placement.bbox().high())));
        }
        return props.build();
    }

    static JsonObject placement(Placement2d placement) {
        JsonObject.Builder props =
                JsonObject.builder().put("origin", point(placement.origin())).put("angle", placement.angle());
        if (!placement.bbox().isNull()) {
            props.put(
                    "bbox",
                    box(point(placement.bbox().low()), point(placement.bbox().high())));
        }
        return props.build();
    }

    private static JsonObject box(JsonArray low, JsonArray high) {
        return JsonObject.builder().put("low", low).put("high", high).build();
    }
}
