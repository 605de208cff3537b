package org.imodel4j.geometry.shape;

import org.imodel4j.geometry.Point3d;

/** Points around a transition spiral. In its plane it starts at the origin, in the direction of its bearing. */
final class SpiralHull {
    private static final int PIECES = 256;

    /** More turns than this are not followed; such a spiral stays within its length of its origin. */
    private static final double FOLLOWED_RADIANS = 64;

    /** Places and weights of the three points of Gauss on a piece of length 1. */
    private static final double[] PLACES = {0.5 - Math.sqrt(0.15), 0.5, 0.5 + Math.sqrt(0.15)};

    private static final double[] WEIGHTS = {5.0 / 18, 8.0 / 18, 5.0 / 18};

    private final TransitionSpiral3d spiral;
    private final PointSink sink;
    private final double length;
    private double x;
    private double y;

    SpiralHull(TransitionSpiral3d spiral, PointSink sink) {
        this.spiral = spiral;
        this.sink = sink;
        this.length = spiral.length();
    }

    /** Points of the curve, moved to both sides by as much as the curve bulges between them. */
    void integrated() {
        double curvature = Math.max(Math.abs(spiral.curvature0()), Math.abs(spiral.curvature1()));
        double f0 = spiral.fraction0();
        double f1 = spiral.fraction1();
        if (!isPart(f0) || !isPart(f1) || !(Math.abs(length) * curvature < FOLLOWED_RADIANS)) {
            double reach = Math.abs(length) * Math.max(1, Math.max(Math.abs(f0), Math.abs(f1)));
            corners(-reach, reach, -reach, reach);
            return;
        }
        follow(0, f0, -1);
        double step = length * (f1 - f0) / PIECES;
        follow(f0, f1, 0.14 * curvature * step * step);
    }

    private static boolean isPart(double fraction) {
        return fraction >= 0 && fraction <= 1;
    }

    /** Goes on along the curve; unless the bulge is negative it hands out the points that it comes to. */
    private void follow(double from, double to, double bulge) {
        SpiralKind known = SpiralKind.tryOf(spiral.spiralType());
        SpiralKind kind = known == null ? SpiralKind.CLOTHOID : known;
        boolean told = bulge >= 0;
        double step = (to - from) / PIECES;
        for (int i = 0; i < PIECES; i++) {
            if (told) {
                sides(bearing(kind, from + i * step), bulge);
            }
            for (int j = 0; j < PLACES.length; j++) {
                double bearing = bearing(kind, from + (i + PLACES[j]) * step);
                x += WEIGHTS[j] * step * length * Math.cos(bearing);
                y += WEIGHTS[j] * step * length * Math.sin(bearing);
            }
        }
        if (told) {
            sides(bearing(kind, to), bulge);
        }
    }

    private double bearing(SpiralKind kind, double f) {
        double change = spiral.curvature1() - spiral.curvature0();
        return spiral.bearing0Radians() + length * (spiral.curvature0() * f + change * kind.turned(f));
    }

    private void sides(double bearing, double bulge) {
        point(x - bulge * Math.sin(bearing), y + bulge * Math.cos(bearing));
        point(x + bulge * Math.sin(bearing), y - bulge * Math.cos(bearing));
    }

    /**
     * A box around any of the formulas, seen in the direction of the start: they leave the tangent by less than half of
     * what the Czech one, the widest, has as slope at its end, and are shorter along it than the length.
     */
    void direct() {
        double far = Math.max(1, Math.max(Math.abs(spiral.fraction0()), Math.abs(spiral.fraction1())));
        double along = Math.abs(length) * far;
        double turn = Math.abs(spiral.bearing1Radians() - spiral.bearing0Radians()) * far;
        double aside = turn < 1 ? along * turn / (2 * Math.sqrt(1 - turn * turn)) : along * turn;
        double reach = turn < 1 ? along : along * turn * turn;
        boolean plain =
                turn < 1 && spiral.curvature0() == 0 && isPart(spiral.fraction0()) && isPart(spiral.fraction1());
        boolean left = spiral.curvature1() > 0;
        corners(plain ? 0 : -reach, reach, plain && left ? 0 : -aside, plain && !left ? 0 : aside);
    }

    private void corners(double lowX, double highX, double lowY, double highY) {
        double cosine = Math.cos(spiral.bearing0Radians());
        double sine = Math.sin(spiral.bearing0Radians());
        for (int corner = 0; corner < 4; corner++) {
            double along = (corner & 1) == 0 ? lowX : highX;
            double aside = (corner & 2) == 0 ? lowY : highY;
            point(along * cosine - aside * sine, along * sine + aside * cosine);
        }
    }

    private void point(double localX, double localY) {
        Point3d moved = spiral.transform().times(new Point3d(localX, localY, 0));
        sink.accept(moved.x(), moved.y(), moved.z());
    }
}
