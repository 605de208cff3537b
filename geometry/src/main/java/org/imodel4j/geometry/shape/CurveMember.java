package org.imodel4j.geometry.shape;

/** What a {@link CurveCollection} can hold. */
public sealed interface CurveMember extends GeometryQuery permits CurvePrimitive, CurveCollection, PointString3d {
    /**
     * Hands out points whose convex hull holds the curves; what moves these points moves a box that holds the moved
     * curves. Their number is in proportion to the size of the value.
     */
    void hull(PointSink sink);
}
