package org.imodel4j.geometry.shape;

import org.imodel4j.geometry.Range3d;

/** Straight lines from point to point. */
public record LineString3d(Points3d points) implements CurvePrimitive {
    @Override
    public Range3d range() {
        return points.range();
    }

    @Override
    public void hull(PointSink sink) {
        points.hull(sink);
    }
}
