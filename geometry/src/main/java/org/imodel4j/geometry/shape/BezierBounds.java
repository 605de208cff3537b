package org.imodel4j.geometry.shape;

/**
 * The smallest box of a B-spline curve with positive weights. Each span between two knots becomes a Bézier curve, which
 * lies between the least and the greatest of its control points; where these reach beyond what was seen so far the curve
 * is halved, until they do so no more or by nothing that matters.
 */
final class BezierBounds {
    /** As in iTwin.js; higher orders would cost too much here. */
    static final int HIGHEST_ORDER = 26;

    private static final int DEEPEST = 40;

    /** Steps that a curve may cost; a cubic one may have some million points. */
    private static final double AFFORDABLE = 1e8;

    /** Part of the size of the coordinates that does not matter. */
    private static final double NOTHING = 1e-12;

    private final BsplineCurve3d curve;
    private final int degree;
    private final int count;
    private double low;
    private double high;
    private double tolerance;

    private BezierBounds(BsplineCurve3d curve) {
        this.curve = curve;
        this.degree = curve.order() - 1;
        this.count = curve.poles().size() + (curve.closed() ? degree : 0);
    }

    /** Adds the curve; false, and nothing added, when order, knots or weights are none that this can follow. */
    static boolean accept(BsplineCurve3d curve, Bounds bounds) {
        BezierBounds box = new BezierBounds(curve);
        if (!box.isFollowed()) {
            return false;
        }
        for (int axis = 0; axis < 3; axis++) {
            box.low = Double.POSITIVE_INFINITY;
            box.high = Double.NEGATIVE_INFINITY;
            box.spans(axis);
            bounds.accept(axis, box.low, box.high);
        }
        return true;
    }

    private boolean isFollowed() {
        DoubleList knots = curve.knots();
        DoubleList weights = curve.weights();
        int poles = curve.poles().size();
        boolean affordable = (double) degree * degree * degree * count < AFFORDABLE;
        if (!affordable
                || degree < 1
                || curve.order() > HIGHEST_ORDER
                || poles <= degree
                || knots.size() != count + degree + 1) {
            return false;
        }
        for (int i = 1; i < knots.size(); i++) {
            if (!(knots.get(i - 1) <= knots.get(i))) {
                return false;
            }
        }
        for (int i = 0; i < weights.size(); i++) {
            if (!(weights.get(i) > 0)) {
                return false;
            }
        }
        boolean spans = knots.get(degree) < knots.get(count);
        return spans && (weights.isEmpty() || weights.size() == poles) && isOfSomeSize(knots.get(0), knots.get(count));
    }

    /** Whether products of the numbers can neither overflow nor lose all their digits. */
    private boolean isOfSomeSize(double firstKnot, double lastKnot) {
        double[] size = {Math.max(Math.abs(firstKnot), Math.abs(lastKnot))};
        curve.poles().hull((x, y, z) -> size[0] = Math.max(size[0], Math.abs(x) + Math.abs(y) + Math.abs(z)));
        for (int i = 0; i < curve.weights().size(); i++) {
            size[0] = Math.max(
                    size[0],
                    Math.max(curve.weights().get(i), 1 / curve.weights().get(i)));
        }
        return size[0] < 1e12;
    }

    private void spans(int axis) {
        DoubleList knots = curve.knots();
        for (int span = degree; span < count; span++) {
            if (knots.get(span) < knots.get(span + 1)) {
                double[] values = new double[degree + 1];
                double[] weights = new double[degree + 1];
                for (int j = 0; j <= degree; j++) {
                    values[j] = blossom(span, j, axis);
                    weights[j] = curve.weights().isEmpty() ? 1 : blossom(span, j, 3);
                }
                see(values[0] / weights[0]);
                see(values[degree] / weights[degree]);
                tolerance = NOTHING * (Math.abs(low) + Math.abs(high));
                halve(values, weights, 0);
            }
        }
    }

    /** The control point of the span that has the parameter of its end {@code ends} times and of its start for the rest. */
    private double blossom(int span, int ends, int axis) {
        DoubleList knots = curve.knots();
        double[] d = new double[degree + 1];
        for (int i = 0; i <= degree; i++) {
            d[i] = coordinate((span - degree + i) % curve.poles().size(), axis);
        }
        for (int r = 1; r <= degree; r++) {
            double at = knots.get(r <= degree - ends ? span : span + 1);
            for (int i = degree; i >= r; i--) {
                double from = knots.get(span - degree + i);
                double part = (at - from) / (knots.get(span + 1 + i - r) - from);
                d[i] = (1 - part) * d[i - 1] + part * d[i];
            }
        }
        return d[degree];
    }

    private double coordinate(int pole, int axis) {
        return switch (axis) {
            case 0 -> curve.poles().x(pole);
            case 1 -> curve.poles().y(pole);
            case 2 -> curve.poles().z(pole);
            default -> curve.weights().get(pole);
        };
    }

    private void halve(double[] values, double[] weights, int depth) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= degree; i++) {
            double value = values[i] / weights[i];
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        if (least >= low && greatest <= high) {
            return;
        }
        if (depth == DEEPEST || least >= low - tolerance && greatest <= high + tolerance) {
            see(least);
            see(greatest);
            return;
        }
        double[] rightValues = secondHalf(values);
        double[] rightWeights = secondHalf(weights);
        see(rightValues[0] / rightWeights[0]);
        halve(values, weights, depth + 1);
        halve(rightValues, rightWeights, depth + 1);
    }

    /** The control points of the second half; those given become those of the first. */
    private double[] secondHalf(double[] control) {
        double[] right = new double[degree + 1];
        right[degree] = control[degree];
        for (int r = 1; r <= degree; r++) {
            for (int i = degree; i >= r; i--) {
                control[i] = 0.5 * (control[i - 1] + control[i]);
            }
            right[degree - r] = control[degree];
        }
        return right;
    }

    private void see(double value) {
        low = Math.min(low, value);
        high = Math.max(high, value);
    }
}
