package org.imodel4j.imodeljson;

import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.shape.AkimaCurve3d;
import org.imodel4j.geometry.shape.Arc3d;
import org.imodel4j.geometry.shape.CurveMember;
import org.imodel4j.geometry.shape.DoubleList;
import org.imodel4j.geometry.shape.InterpolationCurve3d;
import org.imodel4j.geometry.shape.LineSegment3d;
import org.imodel4j.geometry.shape.LineString3d;
import org.imodel4j.geometry.shape.PointString3d;
import org.imodel4j.geometry.shape.Points3d;
import org.jspecify.annotations.Nullable;

/** Single curves and points. */
final class CurveReader {
    private static final double FULL = 2 * Math.PI;
    private static final double RADIANS = Math.PI / 180;

    private CurveReader() {}

    /** The curve or points under one of the names of {@link IModelJsonReader} that stand for no collection. */
    static CurveMember read(String key, JsonInput input) {
        return switch (key) {
            case "lineSegment" -> lineSegment(input);
            case "lineString" -> new LineString3d(input.points(1));
            case "pointString" -> new PointString3d(input.points(1));
            case "point" -> new PointString3d(Points3d.of(input.point()));
            case "arc" -> arc(input);
            case "bcurve" -> BsplineReader.curve(input);
            case "interpolationCurve" -> interpolation(input);
            case "akimaCurve" -> akima(input);
            case "transitionSpiral" -> SpiralReader.read(input);
            default -> throw input.refused("is no geometry");
        };
    }

    private static LineSegment3d lineSegment(JsonInput input) {
        if (input.size() < 2) {
            throw input.refused("has too few items");
        }
        return new LineSegment3d(input.item(0).point(), input.item(1).point());
    }

    private static CurveMember arc(JsonInput input) {
        if (input.isArray()) {
            return arcThrough(input);
        }
        Point3d center = input.point("center");
        JsonInput sweep = input.tryMember("sweepStartEnd");
        JsonInput radius = input.tryMember("radius");
        if (radius == null) {
            return arc(center, input.point("vectorX"), input.point("vectorY"), input.member("sweepStartEnd"));
        }
        Point3d x = new Point3d(radius.number(), 0, 0);
        Point3d y = new Point3d(0, radius.number(), 0);
        return sweep == null ? new Arc3d(center, x, y, 0, FULL) : arc(center, x, y, sweep);
    }

    private static Arc3d arc(Point3d center, Point3d vectorX, Point3d vectorY, JsonInput sweep) {
        if (sweep.size() != 2) {
            throw sweep.refused("is no start and end");
        }
        double start = sweep.item(0).degrees();
        return new Arc3d(
                center, vectorX, vectorY, start * RADIANS, (sweep.item(1).degrees() - start) * RADIANS);
    }

    /** The arc from the first point through the second to the third; their line string when they lie on a line. */
    private static CurveMember arcThrough(JsonInput input) {
        Points3d points = input.points(3);
        Point3d start = points.point(0);
        Point3d a = points.point(1).minus(start);
        Point3d b = points.point(2).minus(start);
        Point3d normal = a.cross(b);
        double square = dot(normal, normal);
        double limit = 1e-10 * a.magnitude() * b.magnitude();
        if (!(square > limit * limit) || square > Double.MAX_VALUE) {
            return new LineString3d(Points3d.of(start, points.point(1), points.point(2)));
        }
        Point3d toCenter = sum(b.cross(normal), -dot(a, a), a.cross(normal), dot(b, b));
        Point3d center = sum(start, 1, toCenter, -0.5 / square);
        Point3d x = start.minus(center);
        Point3d y = scaled(normal.cross(x), 1 / normal.magnitude());
        Point3d end = points.point(2).minus(center);
        double sweep = Math.atan2(dot(end, y), dot(end, x));
        return new Arc3d(center, x, y, 0, sweep > 0 ? sweep : sweep + FULL);
    }

    private static InterpolationCurve3d interpolation(JsonInput input) {
        JsonInput order = input.tryMember("order");
        int number = order == null ? 4 : order.integer();
        if (order != null && (number < 2 || number > BsplineReader.HIGHEST_ORDER)) {
            throw order.refused("is out of range");
        }
        JsonInput knots = input.tryMember("knots");
        return new InterpolationCurve3d(
                number,
                input.flag("closed"),
                input.integer("isChordLenKnots", 0),
                input.integer("isColinearTangents", 0),
                input.integer("isChordLenTangents", 0),
                input.integer("isNaturalTangents", 0),
                tangent(input, "startTangent"),
                tangent(input, "endTangent"),
                input.member("fitPoints").points(2),
                knots == null ? DoubleList.EMPTY : knots.numbers());
    }

    private static @Nullable Point3d tangent(JsonInput input, String name) {
        JsonInput tangent = input.tryMember(name);
        return tangent == null ? null : tangent.point();
    }

    private static AkimaCurve3d akima(JsonInput input) {
        return new AkimaCurve3d(input.member("fitPoints").points(5));
    }

    private static double dot(Point3d a, Point3d b) {
        return a.x() * b.x() + a.y() * b.y() + a.z() * b.z();
    }

    private static Point3d scaled(Point3d a, double factor) {
        return new Point3d(a.x() * factor, a.y() * factor, a.z() * factor);
    }

    private static Point3d sum(Point3d a, double ofA, Point3d b, double ofB) {
        return scaled(a, ofA).plus(scaled(b, ofB));
    }
}
