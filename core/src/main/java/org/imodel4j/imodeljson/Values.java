package org.imodel4j.imodeljson;

import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.shape.DoubleList;
import org.imodel4j.geometry.shape.IntList;
import org.imodel4j.geometry.shape.Points3d;
import org.imodel4j.json.JsonWriter;

/** The small parts of which iModelJson is made. */
final class Values {
    private static final double DEGREES = 180 / Math.PI;
    private static final byte[] XY_VECTORS = JsonWriter.encodeName("xyVectors");

    private Values() {}

    static void point(Point3d point, JsonWriter out) {
        out.beginArray().value(point.x()).value(point.y()).value(point.z()).endArray();
    }

    static void point(byte[] name, Point3d point, JsonWriter out) {
        point(point, out.name(name));
    }

    static void points(byte[] name, Points3d points, JsonWriter out) {
        out.name(name).beginArray();
        for (int i = 0; i < points.size(); i++) {
            point(points, i, out);
        }
        out.endArray();
    }

    /** The control points, each with its weight when there are weights. */
    static void poles(Points3d points, DoubleList weights, int from, int to, JsonWriter out) {
        out.beginArray();
        for (int i = from; i < to && i < points.size(); i++) {
            if (weights.size() < points.size()) {
                point(points, i, out);
            } else {
                out.beginArray().value(points.x(i)).value(points.y(i)).value(points.z(i));
                out.value(weights.get(i)).endArray();
            }
        }
        out.endArray();
    }

    private static void point(Points3d points, int i, JsonWriter out) {
        out.beginArray()
                .value(points.x(i))
                .value(points.y(i))
                .value(points.z(i))
                .endArray();
    }

    static void numbers(byte[] name, DoubleList numbers, JsonWriter out) {
        out.name(name).beginArray();
        for (int i = 0; i < numbers.size(); i++) {
            out.value(numbers.get(i));
        }
        out.endArray();
    }

    /** Rows of so many numbers; what is left over at the end makes no row. */
    static void rows(byte[] name, DoubleList numbers, int width, JsonWriter out) {
        out.name(name).beginArray();
        for (int i = 0; i + width <= numbers.size(); i += width) {
            out.beginArray();
            for (int j = 0; j < width; j++) {
                out.value(numbers.get(i + j));
            }
            out.endArray();
        }
        out.endArray();
    }

    static void integers(byte[] name, IntList numbers, JsonWriter out) {
        out.name(name).beginArray();
        for (int i = 0; i < numbers.size(); i++) {
            out.value((long) numbers.get(i));
        }
        out.endArray();
    }

    /** An angle that is given in radians. */
    static void angle(byte[] name, double radians, JsonWriter out) {
        out.name(name).value(degrees(radians));
    }

    static void startEnd(byte[] name, double start, double sweep, JsonWriter out) {
        out.name(name)
                .beginArray()
                .value(degrees(start))
                .value(degrees(start + sweep))
                .endArray();
    }

    private static double degrees(double radians) {
        return radians * DEGREES;
    }

    static void xyVectors(Point3d x, Point3d y, JsonWriter out) {
        out.name(XY_VECTORS).beginArray();
        point(x, out);
        point(y, out);
        out.endArray();
    }

    /** Whether two lengths count as equal in iTwin.js. */
    static boolean almostEqual(double a, double b) {
        return Math.abs(a - b) <= 1e-10 * (1 + Math.abs(a) + Math.abs(b));
    }

    /** Whether two angles count as equal in iTwin.js. */
    static boolean sameAngle(double a, double b) {
        return Math.abs(a - b) < 1e-12;
    }
}
