package org.imodel4j.geometry.shape;

/** Takes points one by one. */
@FunctionalInterface
public interface PointSink {
    void accept(double x, double y, double z);
}
