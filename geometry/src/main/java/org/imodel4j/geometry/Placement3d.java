package org.imodel4j.geometry;

/**
 * Where a geometric element stands.
 *
 * @param origin of the element's own coordinates
 * @param angles of the element's own axes
 * @param bbox the element's box in its own coordinates
 */
public record Placement3d(Point3d origin, YawPitchRollAngles angles, Range3d bbox) {
    /** Half the thickness that a flat range gets, so that a spatial index finds it. */
    static final double HALF_MILLIMETRE = 0.0005;

    private static final double ROUND_THE_EARTH = 40_075_000;

    /**
     * The smallest box along the world's axes that holds the eight turned and moved corners; an axis along which it has no
     * size at all is widened by half a millimetre to both sides, as iTwin.js does before it fills its spatial index. Null for what
     * cannot stand on Earth.
     */
    public Range3d worldRange() {
        return isOnEarth() ? widened(boxOfCorners()) : Range3d.NULL;
    }

    /** Whether the box is no longer than the equator and the origin at most twice as far away, in each direction. */
    private boolean isOnEarth() {
        return bbox.xLength() <= ROUND_THE_EARTH
                && bbox.yLength() <= ROUND_THE_EARTH
                && bbox.zLength() <= ROUND_THE_EARTH
                && Math.abs(origin.x()) <= 2 * ROUND_THE_EARTH
                && Math.abs(origin.y()) <= 2 * ROUND_THE_EARTH
                && Math.abs(origin.z()) <= 2 * ROUND_THE_EARTH;
    }

    /** As {@link #worldRange} without the widening. */
    public Range3d boxOfCorners() {
        if (bbox.isNull()) {
            return Range3d.NULL;
        }
        Matrix3d rotation = angles.toMatrix();
        Range3d world = Range3d.NULL;
        for (int corner = 0; corner < 8; corner++) {
            Point3d local = new Point3d(
                    (corner & 1) == 0 ? bbox.low().x() : bbox.high().x(),
                    (corner & 2) == 0 ? bbox.low().y() : bbox.high().y(),
                    (corner & 4) == 0 ? bbox.low().z() : bbox.high().z());
            world = world.extend(rotation.times(local).plus(origin));
        }
        return world;
    }

    private static Range3d widened(Range3d range) {
        Point3d low = range.low();
        Point3d high = range.high();
        return Range3d.of(
                lowered(low.x(), high.x()),
                lowered(low.y(), high.y()),
                lowered(low.z(), high.z()),
                raised(low.x(), high.x()),
                raised(low.y(), high.y()),
                raised(low.z(), high.z()));
    }

    private static double lowered(double low, double high) {
        return low == high ? low - HALF_MILLIMETRE : low;
    }

    private static double raised(double low, double high) {
        return low == high ? high + HALF_MILLIMETRE : high;
    }
}
