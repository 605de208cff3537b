package org.imodel4j.geometry;

/** A 3×3 matrix by rows. */
public record Matrix3d(
        double xx, double xy, double xz, double yx, double yy, double yz, double zx, double zy, double zz) {
    public static final Matrix3d IDENTITY = new Matrix3d(1, 0, 0, 0, 1, 0, 0, 0, 1);

    public static Matrix3d ofColumns(Point3d x, Point3d y, Point3d z) {
        return new Matrix3d(x.x(), y.x(), z.x(), x.y(), y.y(), z.y(), x.z(), y.z(), z.z());
    }

    public Point3d times(Point3d p) {
        return new Point3d(
                xx * p.x() + xy * p.y() + xz * p.z(),
                yx * p.x() + yy * p.y() + yz * p.z(),
                zx * p.x() + zy * p.y() + zz * p.z());
    }
}
