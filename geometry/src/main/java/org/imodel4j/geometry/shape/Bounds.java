package org.imodel4j.geometry.shape;

import org.imodel4j.geometry.Range3d;

/**
 * Gathers the box of points. A coordinate that overflowed counts as the largest number, one whose value was lost (NaN)
 * as all numbers, so that the box holds the geometry whatever its size.
 */
final class Bounds implements PointSink {
    private double lowX = Double.POSITIVE_INFINITY;
    private double lowY = Double.POSITIVE_INFINITY;
    private double lowZ = Double.POSITIVE_INFINITY;
    private double highX = Double.NEGATIVE_INFINITY;
    private double highY = Double.NEGATIVE_INFINITY;
    private double highZ = Double.NEGATIVE_INFINITY;

    @Override
    public void accept(double x, double y, double z) {
        accept(0, x, x);
        accept(1, y, y);
        accept(2, z, z);
    }

    /** Takes the numbers from {@code low} to {@code high} of one axis. */
    void accept(int axis, double low, double high) {
        double lower = Double.isNaN(low) ? -Double.MAX_VALUE : clamped(low);
        double upper = Double.isNaN(high) ? Double.MAX_VALUE : clamped(high);
        switch (axis) {
            case 0 -> {
                lowX = lower < lowX ? lower : lowX;
                highX = upper > highX ? upper : highX;
            }
            case 1 -> {
                lowY = lower < lowY ? lower : lowY;
                highY = upper > highY ? upper : highY;
            }
            default -> {
                lowZ = lower < lowZ ? lower : lowZ;
                highZ = upper > highZ ? upper : highZ;
            }
        }
    }

    void accept(Range3d range) {
        if (!range.isNull()) {
            accept(range.low().x(), range.low().y(), range.low().z());
            accept(range.high().x(), range.high().y(), range.high().z());
        }
    }

    Range3d range() {
        return lowX > highX || lowY > highY || lowZ > highZ
                ? Range3d.NULL
                : Range3d.of(lowX, lowY, lowZ, highX, highY, highZ);
    }

    private static double clamped(double value) {
        return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, value));
    }
}
