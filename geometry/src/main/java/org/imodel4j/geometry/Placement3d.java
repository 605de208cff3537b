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

    /**
     * The smallest box along the world's axes that holds the eight turned and moved corners; an axis along which it has no
     * size at all is widened by half a millimetre to both sides, as iTwin.js does before it fills its spatial index.
     */
    public Range3d worldRange() {
        return widened(boxOfCorners());
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
        double x = range.low().x() == range.high().x() ? HALF_MILLIMETRE : 0;
        double y = range.low().y() == range.high().y() ? HALF_MILLIMETRE : 0;
        double z = range.low().z() == range.high().z() ? HALF_MILLIMETRE : 0;
        Point3d margin = new Point3d(x, y, z);
        return new Range3d(range.low().minus(margin), range.high().plus(margin));
    }
}
