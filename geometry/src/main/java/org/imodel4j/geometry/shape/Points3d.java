package org.imodel4j.geometry.shape;

import java.util.Arrays;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range3d;

/** Points in a row, immutable; kept as coordinates without an object for each. */
public final class Points3d {
    public static final Points3d EMPTY = new Points3d(new double[0]);

    private final double[] xyz;

    private Points3d(double[] xyz) {
        if (xyz.length % 3 != 0) {
            throw new IllegalArgumentException("Three coordinates make a point");
        }
        this.xyz = xyz;
    }

    /** Points from x, y, z of the first, of the second and so on. */
    public static Points3d of(double... xyz) {
        return new Points3d(xyz.clone());
    }

    public static Points3d of(Point3d... points) {
        double[] xyz = new double[3 * points.length];
        for (int i = 0; i < points.length; i++) {
            xyz[3 * i] = points[i].x();
            xyz[3 * i + 1] = points[i].y();
            xyz[3 * i + 2] = points[i].z();
        }
        return new Points3d(xyz);
    }

    /** Points over the array itself, which its owner gives away. */
    public static Points3d ofTrusted(double[] xyz) {
        return new Points3d(xyz);
    }

    public int size() {
        return xyz.length / 3;
    }

    public boolean isEmpty() {
        return xyz.length == 0;
    }

    public double x(int index) {
        return xyz[3 * index];
    }

    public double y(int index) {
        return xyz[3 * index + 1];
    }

    public double z(int index) {
        return xyz[3 * index + 2];
    }

    public Point3d point(int index) {
        return new Point3d(x(index), y(index), z(index));
    }

    /** The smallest box that holds the points; null when there is none. */
    public Range3d range() {
        Bounds bounds = new Bounds();
        hull(bounds);
        return bounds.range();
    }

    void hull(PointSink sink) {
        for (int i = 0; i < xyz.length; i += 3) {
            sink.accept(xyz[i], xyz[i + 1], xyz[i + 2]);
        }
    }

    /** The coordinates: x, y, z of the first point, of the second and so on. */
    public double[] toArray() {
        return xyz.clone();
    }

    public void copyTo(double[] target, int offset) {
        System.arraycopy(xyz, 0, target, offset, xyz.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Points3d that && Arrays.equals(xyz, that.xyz);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(xyz);
    }

    @Override
    public String toString() {
        return Arrays.toString(xyz);
    }
}
