package org.imodel4j.geometry.shape;

import org.imodel4j.geometry.Matrix3d;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.geometry.Transform3d;

/**
 * The unit sphere, or the zone of it between two latitudes, through an affine map: an ellipsoid.
 *
 * @param startLatitudeRadians −π/2 for the south pole
 * @param latitudeSweepRadians π for a whole sphere
 */
public record Sphere(Transform3d localToWorld, double startLatitudeRadians, double latitudeSweepRadians, boolean capped)
        implements SolidPrimitive {
    /** A whole sphere. */
    public static Sphere of(Point3d center, double radius, boolean capped) {
        Matrix3d matrix = new Matrix3d(radius, 0, 0, 0, radius, 0, 0, 0, radius);
        return new Sphere(new Transform3d(matrix, center), -Math.PI / 2, Math.PI, capped);
    }

    @Override
    public Range3d range() {
        Matrix3d m = localToWorld.matrix();
        Point3d center = localToWorld.origin();
        Bounds bounds = new Bounds();
        accept(bounds, 0, center.x(), Math.hypot(m.xx(), m.xy()), m.xz());
        accept(bounds, 1, center.y(), Math.hypot(m.yx(), m.yy()), m.yz());
        accept(bounds, 2, center.z(), Math.hypot(m.zx(), m.zy()), m.zz());
        return bounds.range();
    }

    /** A circle of latitude reaches {@code ±equator cos(latitude)} around {@code pole sin(latitude)}. */
    private void accept(Bounds bounds, int axis, double center, double equator, double pole) {
        Wave.accept(bounds, axis, center, equator, pole, startLatitudeRadians, latitudeSweepRadians);
        Wave.accept(bounds, axis, center, -equator, pole, startLatitudeRadians, latitudeSweepRadians);
    }
}
