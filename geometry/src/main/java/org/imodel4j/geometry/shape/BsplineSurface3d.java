package org.imodel4j.geometry.shape;

import org.imodel4j.geometry.Range3d;
import org.jspecify.annotations.Nullable;

/**
 * A B-spline surface.
 *
 * @param poles control points multiplied by their weights, those along u first
 * @param weights one for each pole; empty when the surface is not rational
 * @param orderU degree along u plus one
 * @param numRulesU number of rule lines in wireframe displays
 * @param holeOrigin 0 when the boundaries cut holes, else what is outside of them
 * @param boundaries loops in the plane of (u, v), or null for the whole surface
 * @param closedU whether the surface is periodic along u
 */
public record BsplineSurface3d(
        Points3d poles,
        DoubleList weights,
        DoubleList knotsU,
        DoubleList knotsV,
        int numPolesU,
        int numPolesV,
        int orderU,
        int orderV,
        int numRulesU,
        int numRulesV,
        int holeOrigin,
        @Nullable CurveCollection boundaries,
        boolean closedU,
        boolean closedV)
        implements GeometryQuery {
    /** The box of the control points, which holds the surface when no weight is zero or negative. */
    @Override
    public Range3d range() {
        Bounds bounds = new Bounds();
        Poles.hull(poles, weights, bounds);
        return bounds.range();
    }
}
