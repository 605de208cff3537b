package org.imodel4j.cli.sample;

/**
 * A place in an iModel, in metres, and the turn about the vertical of what stands there, in degrees.
 */
record Spot(double x, double y, double z, double yaw) {
    Spot up(double height) {
        return new Spot(x, y, z + height, yaw);
    }
}
