package org.imodel4j.cli.sample;

import org.imodel4j.geometry.Matrix3d;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.geometry.YawPitchRollAngles;

/**
 * The box of space that a view of iTwin.js shows, and a camera before it.
 *
 * @param origin the lower left corner of its back
 * @param extents to the right, up and towards the viewer
 * @param eye so far before the middle that the whole box is in sight
 * @param focusDistance from the eye to the middle
 */
record ViewBox(Point3d origin, Point3d extents, Point3d eye, double focusDistance) {
    /** Shows a range seen along a direction. */
    static ViewBox around(Range3d range, YawPitchRollAngles angles) {
        Matrix3d toView = angles.toMatrix();
        Range3d seen = Range3d.NULL;
        for (int corner = 0; corner < 8; corner++) {
            Point3d point = toView.times(new Point3d(
                    (corner & 1) == 0 ? range.low().x() : range.high().x(),
                    (corner & 2) == 0 ? range.low().y() : range.high().y(),
                    (corner & 4) == 0 ? range.low().z() : range.high().z()));
            seen = seen.union(new Range3d(point, point));
        }
        Point3d low = seen.low();
        Point3d size = new Point3d(
                seen.high().x() - low.x(),
                seen.high().y() - low.y(),
                seen.high().z() - low.z());
        double distance = Math.max(size.x(), size.z());
        Matrix3d fromView = transposed(toView);
        Point3d eye = new Point3d(low.x() + size.x() / 2, low.y() + size.y() / 2, low.z() + size.z() / 2 + distance);
        return new ViewBox(fromView.times(low), size, fromView.times(eye), distance);
    }

    /** The inverse of a rotation. */
    private static Matrix3d transposed(Matrix3d m) {
        return new Matrix3d(m.xx(), m.yx(), m.zx(), m.xy(), m.yy(), m.zy(), m.xz(), m.yz(), m.zz());
    }

    /** The angle that the width of the box takes up at its middle. */
    double lensDegrees() {
        return Math.toDegrees(2 * Math.atan2(extents.x() / 2, focusDistance));
    }
}
