package org.imodel4j.geometry.shape;

import org.imodel4j.geometry.Range3d;

/** Points that nothing connects. */
public record PointString3d(Points3d points) implements CurveMember {
    @Override
    public Range3d range() {
        return points.range();
    }

    @Override
    public void hull(PointSink sink) {
        points.hull(sink);
    }
}
