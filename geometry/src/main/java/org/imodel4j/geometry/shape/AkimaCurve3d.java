package org.imodel4j.geometry.shape;

import org.imodel4j.geometry.Range3d;

/** A smooth curve through points whose tangents come from their neighbours, by the method of Akima. */
public record AkimaCurve3d(Points3d points) implements CurvePrimitive {
    @Override
    public Range3d range() {
        Bounds bounds = new Bounds();
        hull(bounds);
        return bounds.range();
    }

    @Override
    public void hull(PointSink sink) {
        points.hull(sink);
    }
}
