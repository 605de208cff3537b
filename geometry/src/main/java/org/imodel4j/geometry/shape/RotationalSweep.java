package org.imodel4j.geometry.shape;

import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range3d;

/**
 * Curves turned around an axis.
 *
 * @param axisDirection of any length; the right-hand rule gives the sense of the sweep
 * @param numVRules number of rule lines in wireframe displays; 0 leaves it to the display
 */
public record RotationalSweep(
        CurveCollection contour,
        Point3d axisOrigin,
        Point3d axisDirection,
        double sweepRadians,
        int numVRules,
        boolean capped)
        implements SolidPrimitive {
    /** Holds the arcs that the points around the contour draw; a turned convex hull is the hull of the turned points. */
    @Override
    public Range3d range() {
        Bounds bounds = new Bounds();
        double length = Math.hypot(Math.hypot(axisDirection.x(), axisDirection.y()), axisDirection.z());
        Point3d axis = length > 0 && length < Double.POSITIVE_INFINITY
                ? new Point3d(axisDirection.x() / length, axisDirection.y() / length, axisDirection.z() / length)
                : Point3d.ZERO;
        contour.hull((x, y, z) -> turn(bounds, axis, new Point3d(x, y, z)));
        return bounds.range();
    }

    private void turn(Bounds bounds, Point3d axis, Point3d point) {
        Point3d arm = point.minus(axisOrigin);
        double along = arm.x() * axis.x() + arm.y() * axis.y() + arm.z() * axis.z();
        Point3d foot = new Point3d(along * axis.x(), along * axis.y(), along * axis.z());
        new Arc3d(axisOrigin.plus(foot), arm.minus(foot), axis.cross(arm), 0, sweepRadians).accept(bounds);
    }
}
