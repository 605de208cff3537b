package org.imodel4j.geometry.shape;

import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range3d;

/**
 * An arc of an ellipse: {@code center + vector0 cos(t) + vector90 sin(t)}, t from the start by the sweep. The vectors
 * need be neither perpendicular nor of one length.
 */
public record Arc3d(Point3d center, Point3d vector0, Point3d vector90, double startRadians, double sweepRadians)
        implements CurvePrimitive {
    private static final int PIECES_OF_A_TURN = 64;
    private static final double FULL = 2 * Math.PI;

    public boolean isFullEllipse() {
        return Math.abs(sweepRadians) >= FULL;
    }

    @Override
    public Range3d range() {
        Bounds bounds = new Bounds();
        accept(bounds);
        return bounds.range();
    }

    void accept(Bounds bounds) {
        Wave.accept(bounds, 0, center.x(), vector0.x(), vector90.x(), startRadians, sweepRadians);
        Wave.accept(bounds, 1, center.y(), vector0.y(), vector90.y(), startRadians, sweepRadians);
        Wave.accept(bounds, 2, center.z(), vector0.z(), vector90.z(), startRadians, sweepRadians);
    }

    /** The ends, and the corners of tangents at even steps between them. */
    @Override
    public void hull(PointSink sink) {
        double sweep = Math.max(-FULL, Math.min(FULL, sweepRadians));
        int pieces = Math.max(1, (int) Math.ceil(Math.abs(sweep) / FULL * PIECES_OF_A_TURN));
        double step = sweep / pieces;
        double outwards = 1 / Math.cos(step / 2);
        point(startRadians, 1, sink);
        for (int i = 0; i < pieces; i++) {
            point(startRadians + (i + 0.5) * step, outwards, sink);
        }
        point(startRadians + sweep, 1, sink);
    }

    private void point(double angle, double scale, PointSink sink) {
        double cosine = scale * Math.cos(angle);
        double sine = scale * Math.sin(angle);
        sink.accept(
                center.x() + cosine * vector0.x() + sine * vector90.x(),
                center.y() + cosine * vector0.y() + sine * vector90.y(),
                center.z() + cosine * vector0.z() + sine * vector90.z());
    }
}
