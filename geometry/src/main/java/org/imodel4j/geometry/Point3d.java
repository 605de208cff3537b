package org.imodel4j.geometry;

/** A point, in metres. */
public record Point3d(double x, double y, double z) {
    public static final Point3d ZERO = new Point3d(0, 0, 0);
}
