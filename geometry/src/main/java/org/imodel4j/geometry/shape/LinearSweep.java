package org.imodel4j.geometry.shape;

import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range3d;

/** Curves moved along a vector. */
public record LinearSweep(CurveCollection contour, Point3d direction, boolean capped) implements SolidPrimitive {
    @Override
    public Range3d range() {
        Range3d base = contour.range();
        if (base.isNull()) {
            return base;
        }
        Bounds bounds = new Bounds();
        bounds.accept(base);
        Point3d low = base.low().plus(direction);
        Point3d high = base.high().plus(direction);
        bounds.accept(low.x(), low.y(), low.z());
        bounds.accept(high.x(), high.y(), high.z());
        return bounds.range();
    }
}
