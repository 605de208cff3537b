package org.imodel4j.imodeljson;

import org.imodel4j.geometry.Point3d;
import org.jspecify.annotations.Nullable;

/**
 * Three directions. Read from {@code xyVectors} or {@code zxVectors} they are made perpendicular and of length one, the
 * first named keeps its direction; from {@code xyzVectors} they stay as they are.
 */
record Axes(Point3d x, Point3d y, Point3d z) {
    static final Axes STANDARD = new Axes(new Point3d(1, 0, 0), new Point3d(0, 1, 0), new Point3d(0, 0, 1));

    /** An entry this close to that of the standard axes counts as equal, as in iTwin.js. */
    private static final double CLOSE = 5e-12;

    /** What rounding three squares and their sum can move. */
    private static final double ROUNDED = 4e-16;

    /** Below this slope the y axis is closer to being perpendicular than the z axis is. */
    private static final double NEARLY_Z = 1.0 / 64;

    /** The axes of the members; those of the world when there are none or they are parallel. */
    static Axes read(JsonInput input) {
        Axes found = tryRead(input);
        return found == null ? STANDARD : found;
    }

    static @Nullable Axes tryRead(JsonInput input) {
        JsonInput xyz = input.tryMember("xyzVectors");
        if (xyz != null) {
            ofLength(xyz, 3);
            return new Axes(
                    xyz.item(0).point(), xyz.item(1).point(), xyz.item(2).point());
        }
        JsonInput xy = input.tryMember("xyVectors");
        if (xy != null) {
            ofLength(xy, 2);
            return square(xy.item(0).point(), xy.item(1).point());
        }
        JsonInput zx = input.tryMember("zxVectors");
        if (zx == null) {
            return null;
        }
        ofLength(zx, 2);
        Axes turned = square(zx.item(0).point(), zx.item(1).point());
        return turned == null ? null : new Axes(turned.y, turned.z, turned.x);
    }

    private static void ofLength(JsonInput vectors, int count) {
        if (vectors.size() != count) {
            throw vectors.refused("has another number of vectors");
        }
    }

    /**
     * Axes that begin with the direction of {@code first} in the plane of both; null when they are parallel. Those that are square already stay to
     * the last digit, so that what was written reads as it was.
     */
    static @Nullable Axes square(Point3d first, Point3d second) {
        if (isSquare(first, second)) {
            return new Axes(first, second, first.cross(second));
        }
        Point3d x = unit(first);
        Point3d normal = x == null ? null : unit(second);
        Point3d z = x == null || normal == null ? null : unit(x.cross(normal));
        return x == null || z == null ? null : new Axes(x, z.cross(x), z);
    }

    private static boolean isSquare(Point3d first, Point3d second) {
        return Math.abs(first.dot(first) - 1) < ROUNDED
                && Math.abs(second.dot(second) - 1) < ROUNDED
                && Math.abs(first.dot(second)) < ROUNDED;
    }

    /** Axes whose z goes from one point to another, x level unless that is nearly upright. */
    static Axes along(Point3d start, Point3d end) {
        Point3d z = unit(end.minus(start));
        if (z == null) {
            return STANDARD;
        }
        boolean upright = Math.abs(z.x()) < NEARLY_Z && Math.abs(z.y()) < NEARLY_Z;
        Point3d x = unit((upright ? STANDARD.y : STANDARD.z).cross(z));
        return x == null ? STANDARD : new Axes(x, z.cross(x), z);
    }

    /** The direction; null for what has none. */
    static @Nullable Point3d unit(Point3d vector) {
        double length = vector.magnitude();
        return length > 0 && length <= Double.MAX_VALUE ? divided(vector, length) : null;
    }

    static Point3d divided(Point3d vector, double by) {
        return new Point3d(vector.x() / by, vector.y() / by, vector.z() / by);
    }

    boolean isStandard() {
        return isStandard(x, z) && close(y, STANDARD.y);
    }

    /** Whether the two of three perpendicular directions are those of the world. */
    static boolean isStandard(Point3d x, Point3d z) {
        return close(x, STANDARD.x) && close(z, STANDARD.z);
    }

    private static boolean close(Point3d a, Point3d b) {
        return Math.abs(a.x() - b.x()) < CLOSE && Math.abs(a.y() - b.y()) < CLOSE && Math.abs(a.z() - b.z()) < CLOSE;
    }
}
