package org.imodel4j.geometry.shape;

import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range3d;
import org.jspecify.annotations.Nullable;

/**
 * A cubic spline through points. The flags are kept as the numbers that are stored; not zero means yes.
 *
 * @param isChordLenKnots whether the parameter grows with the distance of the points
 * @param isColinearTangents whether the tangents at the ends of a closed curve are parallel
 * @param isChordLenTangents whether end tangents are scaled by the distance of the points there
 * @param isNaturalTangents whether the curvature at the ends is zero
 * @param startTangent direction at the start; null leaves it to the spline
 * @param endTangent direction at the end; null leaves it to the spline
 * @param knots of the parameter; empty leaves them to the spline
 */
public record InterpolationCurve3d(
        int order,
        boolean closed,
        int isChordLenKnots,
        int isColinearTangents,
        int isChordLenTangents,
        int isNaturalTangents,
        @Nullable Point3d startTangent,
        @Nullable Point3d endTangent,
        Points3d fitPoints,
        DoubleList knots)
        implements CurvePrimitive {
    @Override
    public Range3d range() {
        Bounds bounds = new Bounds();
        CubicSpline.of(this).accept(bounds);
        return bounds.range();
    }

    @Override
    public void hull(PointSink sink) {
        CubicSpline.of(this).hull(sink);
    }
}
