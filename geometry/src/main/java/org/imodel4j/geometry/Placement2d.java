package org.imodel4j.geometry;

/**
 * Where a geometric element of a drawing stands.
 *
 * @param origin of the element's own coordinates
 * @param angle of the element's own x axis, in degrees
 * @param bbox the element's box in its own coordinates
 */
public record Placement2d(Point2d origin, double angle, Range2d bbox) {
    /** The same placement in the plane z = 0. */
    public Placement3d toPlacement3d() {
        return new Placement3d(
                new Point3d(origin.x(), origin.y(), 0),
                new YawPitchRollAngles(angle, 0, 0),
                Range3d.of(
                        bbox.low().x(),
                        bbox.low().y(),
                        0,
                        bbox.high().x(),
                        bbox.high().y(),
                        0));
    }
}
