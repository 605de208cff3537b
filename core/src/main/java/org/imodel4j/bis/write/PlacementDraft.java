package org.imodel4j.bis.write;

import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** A placement while it is put together: origin, angles in degrees, and the box of the element in its own coordinates. */
final class PlacementDraft {
    private static final double ROUND_THE_EARTH = 40_075_000;

    final double[] origin;
    final double[] angles;
    final double[] low;
    final double[] high;
    boolean hasGeometry;

    /** Without a box. */
    PlacementDraft(int dimensions, int angles) {
        this.origin = new double[dimensions];
        this.angles = new double[angles];
        this.low = new double[dimensions];
        this.high = new double[dimensions];
        low[0] = 1;
    }

    /** Takes origin and angles from JSON; what is missing is 0. */
    void place(JsonValue placement, String[] angleNames) {
        JsonObject object = placement instanceof JsonObject members ? members : JsonObject.EMPTY;
        System.arraycopy(JsonMember.point(object.get("origin"), origin.length), 0, origin, 0, origin.length);
        JsonObject turned = object.object("angles");
        for (int i = 0; i < angles.length; i++) {
            JsonValue angle =
                    angles.length == 1 ? object.get("angle") : turned == null ? null : turned.get(angleNames[i]);
            angles[i] = stored(JsonMember.degrees(angle));
        }
    }

    /** An angle as files have it: iTwin.js keeps radians on the way, and the last digit shows it. */
    static double stored(double degrees) {
        return degrees * (Math.PI / 180) * (180 / Math.PI);
    }

    /** Takes the box from JSON: in space the one around two points or any number of them, in the plane as it stands. */
    void takeBox(@Nullable JsonValue bbox) {
        JsonObject corners = bbox instanceof JsonObject object ? object : JsonObject.EMPTY;
        double[] first = JsonMember.point(corners.get("low"), low.length);
        double[] second = JsonMember.point(corners.get("high"), low.length);
        for (int i = 0; i < low.length; i++) {
            low[i] = low.length == 2 ? first[i] : Math.min(first[i], second[i]);
            high[i] = low.length == 2 ? second[i] : Math.max(first[i], second[i]);
        }
        if (bbox instanceof JsonArray points && low.length == 3) {
            takeBox(points);
        }
    }

    private void takeBox(JsonArray points) {
        Range3d range = Range3d.NULL;
        for (JsonValue each : points.items()) {
            double[] point = JsonMember.point(each, 3);
            range = range.extend(new Point3d(point[0], point[1], point[2]));
        }
        setBox(range);
    }

    void setBox(Range3d box) {
        double[] lows = {box.low().x(), box.low().y(), box.low().z()};
        double[] highs = {box.high().x(), box.high().y(), box.high().z()};
        System.arraycopy(lows, 0, low, 0, low.length);
        System.arraycopy(highs, 0, high, 0, high.length);
    }

    /** Whether a box fits on Earth. */
    static boolean hasRoom(Range3d box) {
        return box.xLength() <= ROUND_THE_EARTH && box.yLength() <= ROUND_THE_EARTH && box.zLength() <= ROUND_THE_EARTH;
    }

    /** Whether there is a box, and element and box have room on Earth. */
    boolean isValid() {
        for (int i = 0; i < low.length; i++) {
            boolean fits = low[i] <= high[i] && high[i] - low[i] <= ROUND_THE_EARTH;
            if (!fits || !(Math.abs(origin[i]) <= 2 * ROUND_THE_EARTH)) {
                return false;
            }
        }
        for (double angle : angles) {
            if (!Double.isFinite(angle)) {
                return false;
            }
        }
        return true;
    }
}
