package org.imodel4j.geometry.shape;

/** The extremes of {@code cosine cos(t) + sine sin(t)} while t goes through a sweep. */
final class Wave {
    private static final double FULL = 2 * Math.PI;

    private Wave() {}

    /** Adds the numbers that {@code centre + cosine cos(t) + sine sin(t)} takes on one axis. */
    static void accept(Bounds bounds, int axis, double centre, double cosine, double sine, double start, double sweep) {
        double low = low(cosine, sine, start, sweep);
        double high = -low(-cosine, -sine, start, sweep);
        bounds.accept(axis, centre + low, centre + high);
    }

    static double high(double cosine, double sine, double start, double sweep) {
        return -low(-cosine, -sine, start, sweep);
    }

    static double low(double cosine, double sine, double start, double sweep) {
        if (cosine == 0 && sine == 0) {
            return 0;
        }
        double amplitude = Math.hypot(cosine, sine);
        if (!(Math.abs(sweep) < FULL) || passes(Math.atan2(-sine, -cosine), start, sweep)) {
            return -amplitude;
        }
        return Math.min(value(cosine, sine, start), value(cosine, sine, start + sweep));
    }

    private static double value(double cosine, double sine, double angle) {
        return cosine * Math.cos(angle) + sine * Math.sin(angle);
    }

    /** Whether an angle, or one that differs by full turns, lies in the sweep. */
    private static boolean passes(double angle, double start, double sweep) {
        double from = sweep < 0 ? start + sweep : start;
        double offset = (angle - from) % FULL;
        return (offset < 0 ? offset + FULL : offset) <= Math.abs(sweep);
    }
}
