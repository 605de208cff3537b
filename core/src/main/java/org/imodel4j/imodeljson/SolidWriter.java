package org.imodel4j.imodeljson;

import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.shape.Box;
import org.imodel4j.geometry.shape.Cone;
import org.imodel4j.geometry.shape.LinearSweep;
import org.imodel4j.geometry.shape.RotationalSweep;
import org.imodel4j.geometry.shape.RuledSweep;
import org.imodel4j.geometry.shape.SolidPrimitive;
import org.imodel4j.geometry.shape.Sphere;
import org.imodel4j.geometry.shape.TorusPipe;
import org.imodel4j.json.JsonWriter;

/** Solids, as a member of the object that is open. */
final class SolidWriter {
    private static final double FULL = 2 * Math.PI;
    private static final byte[] CAPPED = JsonWriter.encodeName("capped");
    private static final byte[] BOX = JsonWriter.encodeName("box");
    private static final byte[] BASE_ORIGIN = JsonWriter.encodeName("baseOrigin");
    private static final byte[] ORIGIN = JsonWriter.encodeName("origin");
    private static final byte[] TOP_ORIGIN = JsonWriter.encodeName("topOrigin");
    private static final byte[] BASE_X = JsonWriter.encodeName("baseX");
    private static final byte[] BASE_Y = JsonWriter.encodeName("baseY");
    private static final byte[] CYLINDER = JsonWriter.encodeName("cylinder");
    private static final byte[] CONE = JsonWriter.encodeName("cone");
    private static final byte[] START = JsonWriter.encodeName("start");
    private static final byte[] END = JsonWriter.encodeName("end");
    private static final byte[] RADIUS = JsonWriter.encodeName("radius");
    private static final byte[] TORUS = JsonWriter.encodeName("torusPipe");
    private static final byte[] CENTER = JsonWriter.encodeName("center");
    private static final byte[] SWEEP_ANGLE = JsonWriter.encodeName("sweepAngle");
    private static final byte[] LINEAR = JsonWriter.encodeName("linearSweep");
    private static final byte[] ROTATIONAL = JsonWriter.encodeName("rotationalSweep");
    private static final byte[] RULED = JsonWriter.encodeName("ruledSweep");
    private static final byte[] CONTOUR = JsonWriter.encodeName("contour");
    private static final byte[] VECTOR = JsonWriter.encodeName("vector");
    private static final byte[] AXIS = JsonWriter.encodeName("axis");

    private SolidWriter() {}

    static void write(SolidPrimitive solid, JsonWriter out) {
        switch (solid) {
            case Box box -> box(box, out);
            case Cone cone -> cone(cone, out);
            case Sphere sphere -> SphereWriter.write(sphere, out);
            case TorusPipe pipe -> torusPipe(pipe, out);
            case LinearSweep sweep -> {
                out.name(LINEAR).beginObject();
                out.name(CAPPED).value(sweep.capped()).name(CONTOUR).beginObject();
                CollectionWriter.write(sweep.contour(), out);
                out.endObject();
                Values.point(VECTOR, sweep.direction(), out);
                out.endObject();
            }
            case RotationalSweep sweep -> {
                out.name(ROTATIONAL).beginObject().name(CONTOUR).beginObject();
                CollectionWriter.write(sweep.contour(), out);
                out.endObject().name(CAPPED).value(sweep.capped());
                Values.point(CENTER, sweep.axisOrigin(), out);
                Values.point(AXIS, sweep.axisDirection(), out);
                Values.angle(SWEEP_ANGLE, sweep.sweepRadians(), out);
                out.endObject();
            }
            case RuledSweep sweep -> {
                out.name(RULED).beginObject().name(CONTOUR).beginArray();
                for (int i = 0; i < sweep.contours().size(); i++) {
                    out.beginObject();
                    CollectionWriter.write(sweep.contours().get(i), out);
                    out.endObject();
                }
                out.endArray().name(CAPPED).value(sweep.capped()).endObject();
            }
        }
    }

    private static void box(Box box, JsonWriter out) {
        out.name(BOX).beginObject();
        Values.point(BASE_ORIGIN, box.baseOrigin(), out);
        Values.point(ORIGIN, box.baseOrigin(), out);
        Values.point(TOP_ORIGIN, box.topOrigin(), out);
        out.name(BASE_X).value(box.baseX()).name(BASE_Y).value(box.baseY());
        if (!Values.almostEqual(box.topX(), box.baseX())) {
            out.name("topX").value(box.topX());
        }
        if (!Values.almostEqual(box.topY(), box.baseY())) {
            out.name("topY").value(box.topY());
        }
        out.name(CAPPED).value(box.capped());
        Axes axes = axes(box.vectorX(), box.vectorY());
        if (!axes.isStandard()) {
            Values.xyVectors(axes.x(), axes.y(), out);
        }
        out.endObject();
    }

    /** Most boxes stand upright and have nothing to be made square. */
    private static Axes axes(Point3d x, Point3d y) {
        if (x.equals(Axes.STANDARD.x()) && y.equals(Axes.STANDARD.y())) {
            return Axes.STANDARD;
        }
        Axes square = Axes.square(x, y);
        return square == null ? Axes.STANDARD : square;
    }

    /** A right cone with equal radii is a cylinder, whose JSON says nothing of axes. */
    private static void cone(Cone cone, JsonWriter out) {
        boolean sameRadii = Values.almostEqual(cone.radiusA(), cone.radiusB());
        if (sameRadii && isRight(cone)) {
            out.name(CYLINDER).beginObject();
            Values.point(START, cone.centerA(), out);
            Values.point(END, cone.centerB(), out);
            out.name(CAPPED).value(cone.capped());
            out.name(RADIUS).value(cone.vector0().magnitude() * cone.radiusA()).endObject();
            return;
        }
        out.name(CONE).beginObject().name(CAPPED).value(cone.capped());
        Values.point(START, cone.centerA(), out);
        Values.point(END, cone.centerB(), out);
        if (sameRadii) {
            out.name(RADIUS).value(cone.radiusA());
        } else {
            out.name("startRadius").value(cone.radiusA()).name("endRadius").value(cone.radiusB());
        }
        Values.xyVectors(cone.vector0(), cone.vector90(), out);
        xyzVectors(cone, out);
        out.endObject();
    }

    /** Whether the axis stands upright on the circles, as far as iTwin.js looks at it. */
    private static boolean isRight(Cone cone) {
        double x = cone.centerB().x() - cone.centerA().x();
        double y = cone.centerB().y() - cone.centerA().y();
        double z = cone.centerB().z() - cone.centerA().z();
        return isPerpendicular(x, y, z, cone.vector0()) && isPerpendicular(x, y, z, cone.vector90());
    }

    private static boolean isPerpendicular(double x, double y, double z, Point3d vector) {
        double dot = x * vector.x() + y * vector.y() + z * vector.z();
        double size = (Math.abs(x) + Math.abs(y) + Math.abs(z)) * vector.magnitude();
        return Math.abs(dot) <= 1e-10 * size;
    }

    /** Directions that are no unit vectors get a form that keeps their lengths. */
    private static void xyzVectors(Cone cone, JsonWriter out) {
        Point3d x = cone.vector0();
        Point3d y = cone.vector90();
        double dot = x.x() * y.x() + x.y() * y.y() + x.z() * y.z();
        if (isOne(x.magnitude()) && isOne(y.magnitude()) && Math.abs(dot) < 1e-10) {
            return;
        }
        Point3d z = Axes.unit(x.cross(y));
        if (z != null) {
            out.name("xyzVectors").beginArray();
            Values.point(x, out);
            Values.point(y, out);
            Values.point(z, out);
            out.endArray();
        }
    }

    private static boolean isOne(double length) {
        return Math.abs(length - 1) < 1e-10;
    }

    private static void torusPipe(TorusPipe pipe, JsonWriter out) {
        out.name(TORUS).beginObject();
        Values.point(CENTER, pipe.center(), out);
        out.name("majorRadius").value(pipe.majorRadius());
        out.name("minorRadius").value(pipe.minorRadius());
        double sweep = Math.abs(pipe.sweepRadians());
        if (sweep < FULL && !Values.sameAngle(sweep, FULL)) {
            Values.angle(SWEEP_ANGLE, pipe.sweepRadians(), out);
        }
        if (pipe.capped()) {
            out.name(CAPPED).value(true);
        }
        Axes axes = axes(pipe.vectorX(), pipe.vectorY());
        Values.xyVectors(axes.x(), axes.y(), out);
        out.endObject();
    }
}
