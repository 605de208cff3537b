package org.imodel4j.geometry.shape;

import org.imodel4j.geometry.Range3d;

/** A smooth curve through points whose tangents come from their neighbours, by the method of Akima. */
public record AkimaCurve3d(Points3d points) implements CurvePrimitive {
    @Override
    public Range3d range() {
        Bounds bounds = new Bounds();
        hull(bounds);
        return bounds.range();
    }

    /** The legs of the tangents at a point are no longer than a third of the distance to its neighbours. */
    @Override
    public void hull(PointSink sink) {
        double before = 0;
        for (int i = 0; i < points.size(); i++) {
            double after = i + 1 < points.size() ? points.point(i).distance(points.point(i + 1)) : 0;
            double leg = Math.max(before, after) / 3;
            before = after;
            for (int corner = 0; corner < 8; corner++) {
                sink.accept(
                        points.x(i) + ((corner & 1) == 0 ? leg : -leg),
                        points.y(i) + ((corner & 2) == 0 ? leg : -leg),
                        points.z(i) + ((corner & 4) == 0 ? leg : -leg));
            }
        }
    }
}
