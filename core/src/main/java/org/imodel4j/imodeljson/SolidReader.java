package org.imodel4j.imodeljson;

import org.imodel4j.geometry.Matrix3d;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Transform3d;
import org.imodel4j.geometry.shape.Box;
import org.imodel4j.geometry.shape.Cone;
import org.imodel4j.geometry.shape.Sphere;
import org.imodel4j.geometry.shape.TorusPipe;

/** Boxes, cones, spheres and pipes. */
final class SolidReader {
    private static final double FULL = 2 * Math.PI;

    private SolidReader() {}

    /**
     * {@code origin} goes before {@code baseOrigin}, {@code topOrigin} before {@code height}, which is that of a cube
     * when missing.
     */
    static Box box(JsonInput input) {
        JsonInput origin = input.tryMember("origin");
        Point3d base = (origin == null ? input.member("baseOrigin") : origin).point();
        double baseX = input.number("baseX");
        double baseY = input.number("baseY", baseX);
        Axes axes = Axes.read(input);
        JsonInput top = input.tryMember("topOrigin");
        return new Box(
                base,
                top == null ? base.plus(scaled(axes.z(), input.number("height", baseX))) : top.point(),
                axes.x(),
                axes.y(),
                baseX,
                baseY,
                input.number("topX", baseX),
                input.number("topY", baseY),
                input.flag("capped"));
    }

    static Cone cylinder(JsonInput input) {
        Point3d start = input.point("start");
        Point3d end = input.point("end");
        double radius = input.number("radius");
        Axes axes = Axes.along(start, end);
        return new Cone(start, end, axes.x(), axes.y(), radius, radius, input.flag("capped"));
    }

    /** {@code radius} stands for {@code startRadius}, and this one for a missing {@code endRadius}. */
    static Cone cone(JsonInput input) {
        Point3d start = input.point("start");
        Point3d end = input.point("end");
        JsonInput radius = input.tryMember("startRadius");
        double startRadius = (radius == null ? input.member("radius") : radius).number();
        Axes given = Axes.tryRead(input);
        Axes axes = given == null ? Axes.along(start, end) : given;
        double endRadius = input.number("endRadius", startRadius);
        return new Cone(start, end, axes.x(), axes.y(), startRadius, endRadius, input.flag("capped"));
    }

    /** Each radius that is missing equals the one before it; a whole sphere has no caps. */
    static Sphere sphere(JsonInput input) {
        Point3d center = input.point("center");
        JsonInput radius = input.tryMember("radiusX");
        double radiusX = (radius == null ? input.member("radius") : radius).number();
        double radiusY = input.number("radiusY", radiusX);
        double radiusZ = input.number("radiusZ", radiusY);
        if (!(radiusX > 0 && radiusY > 0 && radiusZ > 0)) {
            throw input.refused("has no positive radius");
        }
        Axes axes = Axes.read(input);
        Matrix3d matrix =
                Matrix3d.ofColumns(scaled(axes.x(), radiusX), scaled(axes.y(), radiusY), scaled(axes.z(), radiusZ));
        Transform3d localToWorld = new Transform3d(matrix, center);
        JsonInput latitudes = input.tryMember("latitudeStartEnd");
        if (latitudes == null) {
            return new Sphere(localToWorld, -Math.PI / 2, Math.PI, false);
        }
        if (latitudes.size() != 2) {
            throw latitudes.refused("is no start and end");
        }
        double start = latitudes.item(0).angle();
        return new Sphere(localToWorld, start, latitudes.item(1).angle() - start, input.flag("capped"));
    }

    static TorusPipe torusPipe(JsonInput input) {
        Axes axes = Axes.read(input);
        JsonInput sweep = input.tryMember("sweepAngle");
        return new TorusPipe(
                input.point("center"),
                axes.x(),
                axes.y(),
                input.number("majorRadius"),
                input.number("minorRadius"),
                sweep == null ? FULL : sweep.angle(),
                input.flag("capped"));
    }

    private static Point3d scaled(Point3d vector, double factor) {
        return new Point3d(vector.x() * factor, vector.y() * factor, vector.z() * factor);
    }
}
