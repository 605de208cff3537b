package org.imodel4j.geometry.shape;

import org.imodel4j.geometry.Range3d;

/** The part of a curve between two fractions of its parameter. */
public record PartialCurve3d(double fraction0, double fraction1, CurvePrimitive target) implements CurvePrimitive {
    /** The box of the whole curve. */
    @Override
    public Range3d range() {
        return target.range();
    }

    @Override
    public void hull(PointSink sink) {
        target.hull(sink);
    }
}
