package org.imodel4j.geometry;

/** A point in a plane, in metres. */
public record Point2d(double x, double y) {
    public static final Point2d ZERO = new Point2d(0, 0);
}
