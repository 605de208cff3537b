package org.imodel4j.geometry.shape;

import org.imodel4j.geometry.Point3d;
import org.jspecify.annotations.Nullable;

/**
 * The cubic pieces of an interpolation curve, as iTwin.js makes them: twice continuously differentiable, the parameter
 * grows by the distance of the points. At the ends the tangents are given, or leave no curvature, or are those of a
 * parabola through three points (Bessel). A closed curve through four points or more has none of these; unless told
 * otherwise its parameter grows by one from point to point. Where a curve ends at its start and its tangents there are
 * to be parallel, their common direction is not known here: the boxes leave room for any.
 */
final class CubicSpline {
    private final double[] xyz;
    private final double[] steps;
    private final double[] slopes;
    private final int count;
    private final double slack;

    private CubicSpline(double[] xyz, double[] steps, double[] slopes, double slack) {
        this.xyz = xyz;
        this.steps = steps;
        this.slopes = slopes;
        this.count = xyz.length / 3;
        this.slack = slack;
    }

    static CubicSpline of(InterpolationCurve3d curve) {
        double[] xyz = distinct(curve.fitPoints(), curve.closed());
        int count = xyz.length / 3;
        boolean periodic = curve.closed() && count > 4;
        double[] steps = new double[Math.max(0, count - 1)];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = periodic && curve.isChordLenKnots() == 0 ? 1 : chord(xyz, i);
        }
        double[] slopes = new double[xyz.length];
        if (periodic) {
            for (int axis = 0; axis < 3; axis++) {
                Tridiagonal.solvePeriodic(xyz, steps, axis, slopes);
            }
        } else if (count > 1) {
            double[] first = end(curve, curve.startTangent(), xyz, steps, 1);
            double[] last = end(curve, curve.endTangent(), xyz, steps, -1);
            for (int axis = 0; axis < 3; axis++) {
                Tridiagonal.solve(xyz, steps, axis, first[axis], last[axis], slopes);
            }
        }
        boolean parallel = curve.isColinearTangents() != 0 && !periodic && count > 2 && meets(xyz);
        return new CubicSpline(xyz, steps, slopes, parallel ? slack(steps, slopes) : 0);
    }

    private static boolean meets(double[] xyz) {
        int last = xyz.length - 3;
        return xyz[0] == xyz[last] && xyz[1] == xyz[last + 1] && xyz[2] == xyz[last + 2];
    }

    /**
     * How far any turn of the slopes at the ends can move a point: 4/27 of twice the slope in its own piece, half as
     * much more beyond.
     */
    private static double slack(double[] steps, double[] slopes) {
        int last = slopes.length - 3;
        double slope = Math.max(
                Math.hypot(Math.hypot(slopes[0], slopes[1]), slopes[2]),
                Math.hypot(Math.hypot(slopes[last], slopes[last + 1]), slopes[last + 2]));
        double step = 0;
        for (double each : steps) {
            step = Math.max(step, each);
        }
        return step * slope * 4 / 27 * 2 * 1.5;
    }

    /** The points without those equal to the one before; a closed curve comes back to its first. */
    private static double[] distinct(Points3d points, boolean closed) {
        double[] all = new double[3 * points.size() + 3];
        int count = 0;
        for (int i = 0; i < points.size() + (closed && !points.isEmpty() ? 1 : 0); i++) {
            int from = i < points.size() ? i : 0;
            all[3 * count] = points.x(from);
            all[3 * count + 1] = points.y(from);
            all[3 * count + 2] = points.z(from);
            if (count == 0 || chord(all, count - 1) > 0) {
                count++;
            }
        }
        return java.util.Arrays.copyOf(all, 3 * count);
    }

    private static double chord(double[] xyz, int i) {
        int at = 3 * i;
        double flat = Math.hypot(xyz[at + 3] - xyz[at], xyz[at + 4] - xyz[at + 1]);
        return Math.hypot(flat, xyz[at + 5] - xyz[at + 2]);
    }

    /** The slope at an end, NaN when it has none but leaves no curvature. {@code sense} is 1 at the start and -1 at the end. */
    private static double[] end(
            InterpolationCurve3d curve, @Nullable Point3d tangent, double[] xyz, double[] steps, int sense) {
        double[] bessel = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            bessel[axis] = bessel(xyz, steps, axis, sense);
        }
        if (tangent != null && tangent.magnitude() > 0) {
            double wanted =
                    curve.isChordLenTangents() != 0 ? 1 : Math.hypot(Math.hypot(bessel[0], bessel[1]), bessel[2]);
            double factor = sense * wanted / tangent.magnitude();
            return new double[] {factor * tangent.x(), factor * tangent.y(), factor * tangent.z()};
        }
        return curve.isNaturalTangents() != 0 ? new double[] {Double.NaN, Double.NaN, Double.NaN} : bessel;
    }

    private static double bessel(double[] xyz, double[] steps, int axis, int sense) {
        int first = sense > 0 ? 0 : steps.length - 1;
        double slope = slope(xyz, steps, axis, first);
        if (steps.length == 1) {
            return slope;
        }
        int next = first + sense;
        double part = steps[first] / (steps[first] + steps[next]);
        return slope + part * (slope - slope(xyz, steps, axis, next));
    }

    static double slope(double[] xyz, double[] steps, int axis, int i) {
        return (xyz[3 * i + 3 + axis] - xyz[3 * i + axis]) / steps[i];
    }

    /** The smallest box of the pieces. */
    void accept(Bounds bounds) {
        for (int axis = 0; axis < 3; axis++) {
            for (int i = 0; i < count && (i == 0 || slack > 0); i++) {
                bounds.accept(axis, xyz[3 * i + axis] - slack, xyz[3 * i + axis] + slack);
            }
            for (int i = 0; i + 1 < count; i++) {
                acceptPiece(
                        bounds,
                        axis,
                        xyz[3 * i + axis],
                        control(i, 1, axis),
                        control(i, 2, axis),
                        xyz[3 * i + 3 + axis]);
            }
        }
    }

    /** The control points of the pieces in Bézier's form. */
    void hull(PointSink sink) {
        for (int i = 0; i < count; i++) {
            for (int corner = 0; corner < (slack > 0 ? 8 : 1); corner++) {
                sink.accept(
                        xyz[3 * i] + ((corner & 1) == 0 ? slack : -slack),
                        xyz[3 * i + 1] + ((corner & 2) == 0 ? slack : -slack),
                        xyz[3 * i + 2] + ((corner & 4) == 0 ? slack : -slack));
            }
            if (i + 1 < count) {
                sink.accept(control(i, 1, 0), control(i, 1, 1), control(i, 1, 2));
                sink.accept(control(i, 2, 0), control(i, 2, 1), control(i, 2, 2));
            }
        }
    }

    private double control(int piece, int number, int axis) {
        int at = 3 * (number == 1 ? piece : piece + 1) + axis;
        return xyz[at] + (number == 1 ? 1 : -1) * steps[piece] / 3 * slopes[at];
    }

    private static void acceptPiece(Bounds bounds, int axis, double p0, double p1, double p2, double p3) {
        bounds.accept(axis, Math.min(p0, p3), Math.max(p0, p3));
        if (Math.min(p1, p2) >= Math.min(p0, p3) && Math.max(p1, p2) <= Math.max(p0, p3)) {
            return;
        }
        double a = p3 - p0 + 3 * (p1 - p2);
        double b = 2 * (p0 - 2 * p1 + p2);
        double c = p1 - p0;
        double root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
        double q = -0.5 * (b + Math.copySign(root, b));
        acceptAt(bounds, axis, p0, p1, p2, p3, q / a);
        acceptAt(bounds, axis, p0, p1, p2, p3, c / q);
    }

    private static void acceptAt(Bounds bounds, int axis, double p0, double p1, double p2, double p3, double f) {
        if (f > 0 && f < 1) {
            double g = 1 - f;
            double value = g * g * (g * p0 + 3 * f * p1) + f * f * (3 * g * p2 + f * p3);
            bounds.accept(axis, value, value);
        } else if (Double.isNaN(f)) {
            bounds.accept(axis, Math.min(p1, p2), Math.max(p1, p2));
        }
    }
}
