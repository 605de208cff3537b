package org.imodel4j.geometry.shape;

import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range3d;

/**
 * A pipe bent along an arc: the circle of the minor radius around a point of the circle of the major one, swept from
 * {@code vectorX} towards {@code vectorY}. The vectors are unit vectors, perpendicular to each other.
 */
public record TorusPipe(
        Point3d center,
        Point3d vectorX,
        Point3d vectorY,
        double majorRadius,
        double minorRadius,
        double sweepRadians,
        boolean capped)
        implements SolidPrimitive {
    @Override
    public Range3d range() {
        Point3d normal = vectorX.cross(vectorY);
        Bounds bounds = new Bounds();
        accept(bounds, 0, center.x(), vectorX.x(), vectorY.x(), normal.x());
        accept(bounds, 1, center.y(), vectorX.y(), vectorY.y(), normal.y());
        accept(bounds, 2, center.z(), vectorX.z(), vectorY.z(), normal.z());
        return bounds.range();
    }

    /**
     * On one axis the circle at an angle of the sweep, whose outward direction has the component g, reaches
     * {@code major g ± minor sqrt(g² + n²)}. The upper is convex in g, the lower concave: both are extreme at the ends of g.
     */
    private void accept(Bounds bounds, int axis, double center, double x, double y, double n) {
        accept(bounds, axis, center, Wave.low(x, y, 0, sweepRadians), n);
        accept(bounds, axis, center, Wave.high(x, y, 0, sweepRadians), n);
    }

    private void accept(Bounds bounds, int axis, double center, double g, double n) {
        double reach = Math.abs(minorRadius) * Math.hypot(g, n);
        bounds.accept(axis, center + majorRadius * g - reach, center + majorRadius * g + reach);
    }
}
