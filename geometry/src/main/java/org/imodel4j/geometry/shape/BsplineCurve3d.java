package org.imodel4j.geometry.shape;

import org.imodel4j.geometry.Range3d;

/**
 * A B-spline curve.
 *
 * @param order degree plus one
 * @param closed whether the curve is periodic
 * @param poles control points, multiplied by their weights
 * @param weights one for each pole; empty when the curve is not rational
 */
public record BsplineCurve3d(int order, boolean closed, Points3d poles, DoubleList weights, DoubleList knots)
        implements CurvePrimitive {
    /** The box of the control points, which holds the curve when no weight is zero or negative. */
    @Override
    public Range3d range() {
        Bounds bounds = new Bounds();
        hull(bounds);
        return bounds.range();
    }

    @Override
    public void hull(PointSink sink) {
        Poles.hull(poles, weights, sink);
    }
}
