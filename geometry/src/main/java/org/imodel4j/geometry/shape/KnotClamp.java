package org.imodel4j.geometry.shape;

/**
 * Makes a B-spline curve begin at its first control point and end at its last, by inserting the ends of the parameter as
 * knots until the curve hangs on one control point there (method of Boehm). The curve stays the same; its parameter goes
 * from 0 to 1 afterwards.
 */
final class KnotClamp {
    private final int degree;
    private final int width;
    private double[] knots;
    private double[] poles;

    private KnotClamp(BsplineCurve3d curve) {
        degree = curve.order() - 1;
        width = curve.weights().isEmpty() ? 3 : 4;
        knots = curve.knots().toArray();
        poles = new double[width * curve.poles().size()];
        for (int i = 0; i < curve.poles().size(); i++) {
            poles[width * i] = curve.poles().x(i);
            poles[width * i + 1] = curve.poles().y(i);
            poles[width * i + 2] = curve.poles().z(i);
            if (width == 4) {
                poles[width * i + 3] = curve.weights().get(i);
            }
        }
    }

    static BsplineCurve3d clamped(BsplineCurve3d curve) {
        KnotClamp clamp = new KnotClamp(curve);
        double start = clamp.knots[clamp.degree];
        double end = clamp.knots[curve.poles().size()];
        clamp.insert(start);
        clamp.insert(end);
        return clamp.between(curve, start, end);
    }

    /** Inserts the knot until there are as many of it as the degree. */
    private void insert(double knot) {
        int last = 0;
        int count = 0;
        for (int i = 0; i < knots.length; i++) {
            if (knots[i] <= knot) {
                last = i;
                count += knots[i] == knot ? 1 : 0;
            }
        }
        for (; count < degree; count++) {
            insertBehind(last++, count, knot);
        }
    }

    /** {@code count} knots up to the {@code last} one have that value already. */
    private void insertBehind(int last, int count, double knot) {
        int first = last - degree + 1;
        int beyond = last - count + 1;
        double[] moved = new double[poles.length + width];
        System.arraycopy(poles, 0, moved, 0, width * first);
        System.arraycopy(poles, width * (beyond - 1), moved, width * beyond, poles.length - width * (beyond - 1));
        for (int i = first; i < beyond; i++) {
            double part = (knot - knots[i]) / (knots[i + degree] - knots[i]);
            for (int j = width * i; j < width * (i + 1); j++) {
                moved[j] = part == 1 ? poles[j] : (1 - part) * poles[j - width] + part * poles[j];
            }
        }
        double[] more = new double[knots.length + 1];
        System.arraycopy(knots, 0, more, 0, last + 1);
        more[last + 1] = knot;
        System.arraycopy(knots, last + 1, more, last + 2, knots.length - last - 1);
        poles = moved;
        knots = more;
    }

    private BsplineCurve3d between(BsplineCurve3d curve, double start, double end) {
        int first = 0;
        while (knots[first + 1] <= start) {
            first++;
        }
        int beyond = first + 1;
        while (knots[beyond] < end) {
            beyond++;
        }
        int inner = beyond - first - 1;
        int count = inner + degree + 1;
        double[] xyz = new double[3 * count];
        double[] weights = new double[width == 4 ? count : 0];
        for (int i = 0; i < count; i++) {
            int from = width * (first - degree + i);
            System.arraycopy(poles, from, xyz, 3 * i, 3);
            if (width == 4) {
                weights[i] = poles[from + 3];
            }
        }
        double[] even = new double[count + degree + 1];
        for (int i = 0; i < even.length; i++) {
            int from = i - degree + first;
            even[i] = from <= first ? 0 : from >= beyond ? 1 : (knots[from] - start) / (end - start);
        }
        return new BsplineCurve3d(
                curve.order(),
                false,
                Points3d.ofTrusted(xyz),
                DoubleList.ofTrusted(weights),
                DoubleList.ofTrusted(even));
    }
}
