package org.imodel4j.geometry.shape;

import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range3d;

/** A straight line between two points. */
public record LineSegment3d(Point3d start, Point3d end) implements CurvePrimitive {
    @Override
    public Range3d range() {
        Bounds bounds = new Bounds();
        hull(bounds);
        return bounds.range();
    }

    @Override
    public void hull(PointSink sink) {
        sink.accept(start.x(), start.y(), start.z());
        sink.accept(end.x(), end.y(), end.z());
    }
}
