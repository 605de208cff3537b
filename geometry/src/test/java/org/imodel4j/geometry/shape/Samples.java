package org.imodel4j.geometry.shape;

import java.util.Random;
import org.imodel4j.geometry.Point3d;
import org.jspecify.annotations.NullUnmarked;

/** Points of shapes, computed from their definitions alone. */
@NullUnmarked
final class Samples {
    static final int COUNT = 400;

    private final Random random;

    Samples(long seed) {
        random = new Random(seed);
    }

    double number(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    Point3d point() {
        return new Point3d(number(-5, 5), number(-5, 5), number(-5, 5));
    }

    Points3d points(int count) {
        double[] xyz = random.doubles(3L * count, -5, 5).toArray();
        return Points3d.ofTrusted(xyz);
    }

    static Point3d sum(Point3d origin, double a, Point3d ofA, double b, Point3d ofB) {
        return new Point3d(
                origin.x() + a * ofA.x() + b * ofB.x(),
                origin.y() + a * ofA.y() + b * ofB.y(),
                origin.z() + a * ofA.z() + b * ofB.z());
    }

    static void arc(Arc3d arc, PointSink sink) {
        for (int i = 0; i <= COUNT; i++) {
            double t = arc.startRadians() + arc.sweepRadians() * i / COUNT;
            accept(sum(arc.center(), Math.cos(t), arc.vector0(), Math.sin(t), arc.vector90()), sink);
        }
    }

    /** By the recursion of de Boor. */
    static Point3d pointAt(BsplineCurve3d curve, double t) {
        int degree = curve.order() - 1;
        int span = degree;
        while (span < curve.poles().size() - 1 && curve.knots().get(span + 1) <= t) {
            span++;
        }
        double[][] d = new double[degree + 1][4];
        for (int i = 0; i <= degree; i++) {
            int pole = span - degree + i;
            double weight = curve.weights().isEmpty() ? 1 : curve.weights().get(pole);
            d[i] = new double[] {
                curve.poles().x(pole), curve.poles().y(pole), curve.poles().z(pole), weight
            };
        }
        for (int r = 1; r <= degree; r++) {
            for (int i = degree; i >= r; i--) {
                double from = curve.knots().get(span - degree + i);
                double part = (t - from) / (curve.knots().get(span + 1 + i - r) - from);
                for (int j = 0; j < 4; j++) {
                    d[i][j] = (1 - part) * d[i - 1][j] + part * d[i][j];
                }
            }
        }
        double[] last = d[degree];
        return new Point3d(last[0] / last[3], last[1] / last[3], last[2] / last[3]);
    }

    static void bspline(BsplineCurve3d curve, PointSink sink) {
        double start = curve.knots().get(curve.order() - 1);
        double end = curve.knots().get(curve.poles().size());
        int steps = 10 * COUNT;
        for (int i = 0; i <= steps; i++) {
            // Behind the last knot the recursion has no span.
            double part = Math.min((double) i / steps, 1 - 1e-12);
            accept(pointAt(curve, start + (end - start) * part), sink);
        }
    }

    static void accept(Point3d point, PointSink sink) {
        sink.accept(point.x(), point.y(), point.z());
    }
}
