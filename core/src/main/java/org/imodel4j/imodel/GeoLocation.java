package org.imodel4j.imodel;

import java.util.List;
import org.imodel4j.ec.StoredNumber;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.geometry.YawPitchRollAngles;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Where an iModel lies: what the properties {@code Extents} and {@code Units} of a file say. Numbers that are missing count as
 * 0 and damaged documents as absent, because files with such rows open in the reference too.
 */
record GeoLocation(
        Range3d projectExtents,
        Point3d globalOrigin,
        @Nullable EcefLocation ecefLocation) {
    static final Range3d DEFAULT_EXTENTS = Range3d.of(-50, -50, -10, 50, 50, 30);

    static GeoLocation of(@Nullable String extents, @Nullable String units) {
        JsonValue stored = FileFacts.tryJson(extents);
        JsonObject origin = FileFacts.tryObject(units);
        return new GeoLocation(
                extentsOf(stored),
                origin == null ? Point3d.ZERO : point(origin.get("globalOrigin")),
                origin == null ? null : ecefLocation(origin.object("ecefLocation")));
    }

    /** Extents in any of their JSON forms; the usual ones when there are none. */
    static Range3d extentsOf(@Nullable JsonValue json) {
        return json == null ? DEFAULT_EXTENTS : extents(json);
    }

    private static Range3d extents(JsonValue stored) {
        Point3d a = Point3d.ZERO;
        Point3d b = Point3d.ZERO;
        if (stored instanceof JsonObject object) {
            a = point(object.get("low"));
            b = point(object.get("high"));
        } else if (stored instanceof JsonArray corners && corners.size() > 1) {
            a = point(corners.get(0));
            b = point(corners.get(1));
        }
        Range3d range = new Range3d(a, a).extend(b);
        Point3d margin = new Point3d(flat(a.x(), b.x()), flat(a.y(), b.y()), flat(a.z(), b.z()));
        return new Range3d(range.low().minus(margin), range.high().plus(margin));
    }

    /** A frontend can not frame an iModel without size, so an axis along which it has none gets a metre. */
    private static double flat(double low, double high) {
        return low == high ? 0.5 : 0;
    }

    static @Nullable EcefLocation ecefLocation(@Nullable JsonObject stored) {
        if (stored == null || stored.get("orientation") == null) {
            return null;
        }
        Point3d origin = point(stored.get("origin"));
        if (origin.equals(Point3d.ZERO)) {
            return null;
        }
        JsonObject angles = stored.object("orientation");
        return new EcefLocation(
                origin,
                angles == null
                        ? YawPitchRollAngles.ZERO
                        : new YawPitchRollAngles(
                                degrees(angles, "yaw"), degrees(angles, "pitch"), degrees(angles, "roll")),
                cartographic(stored.get("cartographicOrigin")),
                vector(stored, "xVector", "yVector"),
                vector(stored, "yVector", "xVector"));
    }

    /** The reference holds angles in radians, which shows in the last digit of some degrees. */
    private static double degrees(JsonObject angles, String name) {
        return number(angles.get(name)) * (Math.PI / 180) * (180 / Math.PI);
    }

    private static EcefLocation.@Nullable Cartographic cartographic(@Nullable JsonValue stored) {
        if (stored == null) {
            return null;
        }
        JsonObject place = stored instanceof JsonObject object ? object : JsonObject.EMPTY;
        return new EcefLocation.Cartographic(
                number(place.get("longitude")), number(place.get("latitude")), number(place.get("height")));
    }

    /** The vectors count only together. */
    private static @Nullable Point3d vector(JsonObject stored, String name, String other) {
        JsonValue vector = stored.get(name);
        return vector == null || stored.get(other) == null ? null : point(vector);
    }

    static Point3d point(@Nullable JsonValue value) {
        if (value instanceof JsonObject object) {
            return new Point3d(number(object.get("x")), number(object.get("y")), number(object.get("z")));
        }
        if (value instanceof JsonArray array) {
            List<JsonValue> items = array.items();
            return new Point3d(
                    items.isEmpty() ? 0 : number(items.get(0)),
                    items.size() < 2 ? 0 : number(items.get(1)),
                    items.size() < 3 ? 0 : number(items.get(2)));
        }
        return Point3d.ZERO;
    }

    private static double number(@Nullable JsonValue value) {
        return value instanceof JsonValue.Number number ? StoredNumber.reread(number.value()) : 0;
    }
}
