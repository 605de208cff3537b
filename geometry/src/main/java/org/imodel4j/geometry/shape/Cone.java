package org.imodel4j.geometry.shape;

import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range3d;

/** Two parallel ellipses and the surface between them; a cylinder when the radii are equal. */
public record Cone(
        Point3d centerA,
        Point3d centerB,
        Point3d vector0,
        Point3d vector90,
        double radiusA,
        double radiusB,
        boolean capped)
        implements SolidPrimitive {
    @Override
    public Range3d range() {
        Bounds bounds = new Bounds();
        accept(bounds, centerA, radiusA);
        accept(bounds, centerB, radiusB);
        return bounds.range();
    }

    private void accept(Bounds bounds, Point3d center, double radius) {
        accept(bounds, 0, center.x(), radius * Math.hypot(vector0.x(), vector90.x()));
        accept(bounds, 1, center.y(), radius * Math.hypot(vector0.y(), vector90.y()));
        accept(bounds, 2, center.z(), radius * Math.hypot(vector0.z(), vector90.z()));
    }

    private static void accept(Bounds bounds, int axis, double center, double reach) {
        bounds.accept(axis, center - Math.abs(reach), center + Math.abs(reach));
    }
}
