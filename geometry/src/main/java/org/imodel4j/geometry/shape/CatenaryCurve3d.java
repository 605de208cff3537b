package org.imodel4j.geometry.shape;

import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range3d;

/** A hanging chain: {@code origin + vectorU x + vectorV a cosh(x / a)}, x from {@code x0} to {@code x1}. */
public record CatenaryCurve3d(double a, Point3d origin, Point3d vectorU, Point3d vectorV, double x0, double x1)
        implements CurvePrimitive {
    @Override
    public Range3d range() {
        Bounds bounds = new Bounds();
        hull(bounds);
        return bounds.range();
    }

    /** The ends and the crossing of their tangents: a chain lies in this triangle. */
    @Override
    public void hull(PointSink sink) {
        double h0 = a * Math.cosh(x0 / a);
        double h1 = a * Math.cosh(x1 / a);
        point(x0, h0, sink);
        point(x1, h1, sink);
        double slope0 = Math.sinh(x0 / a);
        double slope1 = Math.sinh(x1 / a);
        if (slope0 != slope1) {
            double x = (h1 - h0 + slope0 * x0 - slope1 * x1) / (slope0 - slope1);
            point(x, h0 + slope0 * (x - x0), sink);
        }
    }

    private void point(double x, double height, PointSink sink) {
        sink.accept(
                origin.x() + x * vectorU.x() + height * vectorV.x(),
                origin.y() + x * vectorU.y() + height * vectorV.y(),
                origin.z() + x * vectorU.z() + height * vectorV.z());
    }
}
