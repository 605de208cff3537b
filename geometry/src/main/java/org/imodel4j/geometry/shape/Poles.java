package org.imodel4j.geometry.shape;

/** Control points of B-splines. */
final class Poles {
    private Poles() {}

    /**
     * Hands out the control points without their weights, if there is one for each; those of weight zero lie nowhere and
     * count as stored.
     */
    static void hull(Points3d poles, DoubleList weights, PointSink sink) {
        if (weights.size() < poles.size()) {
            poles.hull(sink);
            return;
        }
        for (int i = 0; i < poles.size(); i++) {
            double weight = weights.get(i) == 0 ? 1 : weights.get(i);
            sink.accept(poles.x(i) / weight, poles.y(i) / weight, poles.z(i) / weight);
        }
    }
}
