package org.imodel4j.bis.element;

import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.geometry.Matrix3d;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.geometry.YawPitchRollAngles;

/**
 * The box that a spatial view shows.
 *
 * @param origin its lower, left, rear corner, in metres
 * @param extents its sizes along the axes of the view, in metres
 * @param angles the rotation from the axes of the world to those of the view
 */
public record ViewVolume(Point3d origin, Point3d extents, YawPitchRollAngles angles) {
    /**
     * The smallest one that holds a range.
     *
     * @throws IModelException BadArg when the range is null
     */
    public static ViewVolume of(StandardView view, Range3d range) {
        if (range.isNull()) {
            throw new IModelException(Status.BAD_ARG, "A view of nothing has no size");
        }
        Matrix3d toView = view.angles().toMatrix();
        Range3d seen = Range3d.NULL;
        for (int corner = 0; corner < 8; corner++) {
            seen = seen.extend(toView.times(new Point3d(
                    (corner & 1) == 0 ? range.low().x() : range.high().x(),
                    (corner & 2) == 0 ? range.low().y() : range.high().y(),
                    (corner & 4) == 0 ? range.low().z() : range.high().z())));
        }
        Point3d extents = new Point3d(seen.xLength(), seen.yLength(), seen.zLength());
        return new ViewVolume(toWorld(toView).times(seen.low()), extents, view.angles());
    }

    /** The inverse of a rotation is its transpose. */
    private static Matrix3d toWorld(Matrix3d m) {
        return new Matrix3d(m.xx(), m.yx(), m.zx(), m.xy(), m.yy(), m.zy(), m.xz(), m.yz(), m.zz());
    }

    Point3d center() {
        return toWorld(angles.toMatrix())
                .times(new Point3d(extents.x() / 2, extents.y() / 2, extents.z() / 2))
                .plus(origin);
    }

    /** The unit vector to the viewer. */
    Point3d direction() {
        Matrix3d toView = angles.toMatrix();
        return new Point3d(toView.zx(), toView.zy(), toView.zz());
    }
}
