package org.imodel4j.imodel;

import org.imodel4j.geometry.Matrix3d;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.YawPitchRollAngles;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Where an iModel lies on the earth: its coordinates turned and moved into earth-centred, earth-fixed ones.
 *
 * @param origin of the iModel, in metres from the centre of the earth
 * @param orientation of the iModel's axes, in degrees
 * @param cartographicOrigin the place that the location was made from; null when it is not known
 * @param xVector the iModel's x axis with its scale, given together with {@code yVector} or not at all; wins over the
 *     orientation
 * @param yVector the iModel's y axis with its scale
 */
public record EcefLocation(
        Point3d origin,
        YawPitchRollAngles orientation,
        @Nullable Cartographic cartographicOrigin,
        @Nullable Point3d xVector,
        @Nullable Point3d yVector) {
    private static final double SMALL_ANGLE_RADIANS = 1e-12;

    /** A place on the earth: angles in radians, height above the ellipsoid in metres. */
    public record Cartographic(double longitude, double latitude, double height) {}

    /** The matrix that turns iModel coordinates; the origin is added afterwards. */
    public Matrix3d rotation() {
        if (xVector != null && yVector != null) {
            Point3d normal = xVector.cross(yVector);
            double size = normal.magnitude();
            if (size > 0) {
                Point3d z = new Point3d(normal.x() / size, normal.y() / size, normal.z() / size);
                return Matrix3d.ofColumns(xVector, yVector, z);
            }
        }
        return orientation.toMatrixFromRadians();
    }

    /** {@code EcefLocationProps} of iTwin.js, as its backend sends them. */
    public JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder()
                .put("origin", point(origin))
                .put("orientation", angles())
                .put("transform", transform());
        if (cartographicOrigin != null) {
            json.put(
                    "cartographicOrigin",
                    JsonObject.builder()
                            .put("latitude", cartographicOrigin.latitude)
                            .put("longitude", cartographicOrigin.longitude)
                            .put("height", cartographicOrigin.height)
                            .build());
        }
        if (xVector != null && yVector != null) {
            json.put("xVector", point(xVector)).put("yVector", point(yVector));
        }
        return json.build();
    }

    static JsonArray point(Point3d point) {
        return JsonArray.of(point.x(), point.y(), point.z());
    }

    private JsonArray transform() {
        Matrix3d m = rotation();
        return JsonArray.of(
                JsonArray.of(m.xx(), m.xy(), m.xz(), origin.x()),
                JsonArray.of(m.yx(), m.yy(), m.yz(), origin.y()),
                JsonArray.of(m.zx(), m.zy(), m.zz(), origin.z()));
    }

    private JsonObject angles() {
        JsonObject.Builder json = JsonObject.builder();
        putAngle(json, "pitch", orientation.pitch());
        putAngle(json, "roll", orientation.roll());
        putAngle(json, "yaw", orientation.yaw());
        return json.build();
    }

    private static void putAngle(JsonObject.Builder json, String name, double degrees) {
        if (Math.abs(degrees * (Math.PI / 180)) >= SMALL_ANGLE_RADIANS) {
            json.put(name, degrees);
        }
    }
}
