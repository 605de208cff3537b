package org.imodel4j.geometry.shape;

/**
 * The equations for the slopes of a cubic spline: in each inner point the second derivatives of the two pieces agree.
 * {@code xyz} holds the points, {@code steps} the growth of the parameter between them; slopes are written in the places
 * of their coordinates.
 */
final class Tridiagonal {
    private Tridiagonal() {}

    /** With the slopes at the ends; NaN for an end without curvature. */
    static void solve(double[] xyz, double[] steps, int axis, double first, double last, double[] slopes) {
        int count = steps.length + 1;
        double[] above = new double[count];
        double[] right = new double[count];
        boolean natural = Double.isNaN(first);
        above[0] = natural ? 0.5 : 0;
        right[0] = natural ? 1.5 * CubicSpline.slope(xyz, steps, axis, 0) : first;
        for (int i = 1; i < count - 1; i++) {
            eliminate(
                    steps[i],
                    2 * (steps[i - 1] + steps[i]),
                    steps[i - 1],
                    inner(xyz, steps, axis, i, i),
                    i,
                    above,
                    right);
        }
        if (Double.isNaN(last)) {
            eliminate(1, 2, 0, 3 * CubicSpline.slope(xyz, steps, axis, count - 2), count - 1, above, right);
        } else {
            right[count - 1] = last;
        }
        substitute(above, right);
        for (int i = 0; i < count; i++) {
            slopes[3 * i + axis] = right[i];
        }
    }

    /** For points of which the last is the first again: one slope for both, found with the formula of Sherman and Morrison. */
    static void solvePeriodic(double[] xyz, double[] steps, int axis, double[] slopes) {
        int count = steps.length;
        double[] right = new double[count];
        double[] corner = new double[count];
        double[] above = new double[count];
        double[] aboveCorner = new double[count];
        double low = steps[0];
        double high = steps[count - 2];
        double diagonal = 2 * (steps[count - 1] + steps[0]);
        double shift = -diagonal;
        double start = diagonal - shift;
        above[0] = aboveCorner[0] = steps[count - 1] / start;
        right[0] = inner(xyz, steps, axis, count - 1, 0) / start;
        corner[0] = shift / start;
        for (int i = 1; i < count; i++) {
            boolean end = i == count - 1;
            double middle = 2 * (steps[i - 1] + steps[i]) - (end ? low * high / shift : 0);
            double next = end ? 0 : steps[i - 1];
            eliminate(steps[i], middle, next, inner(xyz, steps, axis, i, i), i, above, right);
            eliminate(steps[i], middle, next, end ? high : 0, i, aboveCorner, corner);
        }
        substitute(above, right);
        substitute(aboveCorner, corner);
        double share = low / shift;
        double factor = (right[0] + share * right[count - 1]) / (1 + corner[0] + share * corner[count - 1]);
        for (int i = 0; i < count; i++) {
            slopes[3 * i + axis] = right[i] - factor * corner[i];
        }
        slopes[3 * count + axis] = slopes[axis];
    }

    private static double inner(double[] xyz, double[] steps, int axis, int i, int next) {
        int before = i == next ? i - 1 : i;
        return 3
                * (steps[next] * CubicSpline.slope(xyz, steps, axis, before)
                        + steps[before] * CubicSpline.slope(xyz, steps, axis, next));
    }

    private static void eliminate(
            double below, double middle, double next, double value, int i, double[] above, double[] right) {
        double pivot = middle - below * above[i - 1];
        above[i] = next / pivot;
        right[i] = (value - below * right[i - 1]) / pivot;
    }

    private static void substitute(double[] above, double[] right) {
        for (int i = right.length - 2; i >= 0; i--) {
            right[i] -= above[i] * right[i + 1];
        }
    }
}
