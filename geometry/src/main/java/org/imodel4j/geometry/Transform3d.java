package org.imodel4j.geometry;

/** An affine map: {@code p -> matrix p + origin}, in metres. */
public record Transform3d(Matrix3d matrix, Point3d origin) {
    public static final Transform3d IDENTITY = new Transform3d(Matrix3d.IDENTITY, Point3d.ZERO);

    public Point3d times(Point3d point) {
        return matrix.times(point).plus(origin);
    }

    /** The map that does {@code first} and then this one. */
    public Transform3d times(Transform3d first) {
        Matrix3d m = first.matrix;
        return new Transform3d(
                Matrix3d.ofColumns(
                        matrix.times(new Point3d(m.xx(), m.yx(), m.zx())),
                        matrix.times(new Point3d(m.xy(), m.yy(), m.zy())),
                        matrix.times(new Point3d(m.xz(), m.yz(), m.zz()))),
                times(first.origin));
    }

    /** The smallest box along the axes that holds the eight moved corners; null for a null range. */
    public Range3d times(Range3d range) {
        if (range.isNull()) {
            return Range3d.NULL;
        }
        Range3d moved = Range3d.NULL;
        for (int corner = 0; corner < 8; corner++) {
            moved = moved.extend(times(new Point3d(
                    (corner & 1) == 0 ? range.low().x() : range.high().x(),
                    (corner & 2) == 0 ? range.low().y() : range.high().y(),
                    (corner & 4) == 0 ? range.low().z() : range.high().z())));
        }
        return moved;
    }
}
