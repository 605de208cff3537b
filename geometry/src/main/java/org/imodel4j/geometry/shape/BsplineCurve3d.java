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
    /**
     * The same curve with knots that make it begin at its first control point and end at its last, as iTwin.js stores
     * it; itself when it does so or is closed. The knots are {@code poles.size() + order} many, not decreasing, and
     * leave a range for the parameter.
     */
    public BsplineCurve3d clamped() {
        return closed || hangsAt(0) && hangsAt(poles.size()) ? this : KnotClamp.clamped(this);
    }

    private boolean hangsAt(int knot) {
        return knots.get(knot) == knots.get(knot + order - 1);
    }

    /**
     * The smallest box of the curve. For orders, knots and weights that no curve has it is that of the control points.
     */
    @Override
    public Range3d range() {
        Bounds bounds = new Bounds();
        if (!BezierBounds.accept(this, bounds)) {
            hull(bounds);
        }
        return bounds.range();
    }

    @Override
    public void hull(PointSink sink) {
        Poles.hull(poles, weights, sink);
    }
}
