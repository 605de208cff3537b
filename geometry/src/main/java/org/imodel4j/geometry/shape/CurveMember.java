package org.imodel4j.geometry.shape;

import org.imodel4j.geometry.Range3d;

/** What a {@link CurveCollection} can hold. */
public sealed interface CurveMember permits CurvePrimitive, CurveCollection, PointString3d {
    /** A box that holds the curves, as {@link GeometryQuery#range()} has it. */
    Range3d range();

    /**
     * Hands out points whose convex hull holds the curves; what moves these points moves a box that holds the moved
     * curves. Their number is in proportion to the size of the value.
     */
    void hull(PointSink sink);
}
