package org.imodel4j.imodeljson;

import org.imodel4j.geometry.Matrix3d;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.shape.Sphere;
import org.imodel4j.json.JsonWriter;

/** Spheres, ellipsoids and zones of them, as a member of the object that is open. */
final class SphereWriter {
    private static final byte[] SPHERE = JsonWriter.encodeName("sphere");
    private static final byte[] CENTER = JsonWriter.encodeName("center");
    private static final byte[] LATITUDES = JsonWriter.encodeName("latitudeStartEnd");

    private SphereWriter() {}

    static void write(Sphere sphere, JsonWriter out) {
        Matrix3d m = sphere.localToWorld().matrix();
        Point3d x = new Point3d(m.xx(), m.yx(), m.zx());
        Point3d y = new Point3d(m.xy(), m.yy(), m.zy());
        Point3d z = new Point3d(m.xz(), m.yz(), m.zz());
        double radiusX = x.magnitude();
        double radiusY = y.magnitude();
        double radiusZ = z.magnitude();
        out.name(SPHERE).beginObject();
        Values.point(CENTER, sphere.localToWorld().origin(), out);
        if (radiusX > 0 && radiusZ > 0) {
            directions(Axes.divided(x, radiusX), Axes.divided(z, radiusZ), out);
        }
        if (sphere.capped()) {
            out.name("capped").value(true);
        }
        if (!Values.sameAngle(sphere.startLatitudeRadians(), -Math.PI / 2)
                || !Values.sameAngle(sphere.latitudeSweepRadians(), Math.PI)) {
            Values.startEnd(LATITUDES, sphere.startLatitudeRadians(), sphere.latitudeSweepRadians(), out);
        }
        radii(radiusX, radiusY, radiusZ, out);
        out.endObject();
    }

    private static void directions(Point3d x, Point3d z, JsonWriter out) {
        if (!Axes.isStandard(x, z)) {
            out.name("zxVectors").beginArray();
            Values.point(z, out);
            Values.point(x, out);
            out.endArray();
        }
    }

    private static void radii(double x, double y, double z, JsonWriter out) {
        if (!Values.almostEqual(x, y)) {
            out.name("radiusX")
                    .value(x)
                    .name("radiusY")
                    .value(y)
                    .name("radiusZ")
                    .value(z);
        } else if (!Values.almostEqual(x, z)) {
            out.name("radiusX").value(x).name("radiusZ").value(z);
        } else {
            out.name("radius").value(x);
        }
    }
}
