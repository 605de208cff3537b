package org.imodel4j.bis;

import java.util.List;

/** Collects a range in space. Used by one thread. */
final class RangeBuilder {
    /** How far a box of no extent is widened along an axis, to either side, in metres. */
    private static final double FLAT = 0.0005;

    private final double[] low = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
    private final double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};

    void add(double x, double y, double z) {
        add(0, x);
        add(1, y);
        add(2, z);
    }

    private void add(int axis, double value) {
        low[axis] = Math.min(low[axis], value);
        high[axis] = Math.max(high[axis], value);
    }

    void add(ModelExtent extent) {
        if (!extent.isNull()) {
            add(extent.low().get(0), extent.low().get(1), extent.low().get(2));
            add(extent.high().get(0), extent.high().get(1), extent.high().get(2));
        }
    }

    /** Adds the range of a box that stands in space. Values are those of columns: origin, yaw, pitch and roll in degrees, box. */
    void addPlaced(double[] origin, double yaw, double pitch, double roll, double[] boxLow, double[] boxHigh) {
        double[][] rotation = rotation(yaw, pitch, roll);
        RangeBuilder box = new RangeBuilder();
        for (int corner = 0; corner < 8; corner++) {
            double x = (corner & 1) == 0 ? boxLow[0] : boxHigh[0];
            double y = (corner & 2) == 0 ? boxLow[1] : boxHigh[1];
            double z = (corner & 4) == 0 ? boxLow[2] : boxHigh[2];
            box.add(
                    origin[0] + rotation[0][0] * x + rotation[0][1] * y + rotation[0][2] * z,
                    origin[1] + rotation[1][0] * x + rotation[1][1] * y + rotation[1][2] * z,
                    origin[2] + rotation[2][0] * x + rotation[2][1] * y + rotation[2][2] * z);
        }
        box.widen();
        add(box.low[0], box.low[1], box.low[2]);
        add(box.high[0], box.high[1], box.high[2]);
    }

    private void widen() {
        for (int axis = 0; axis < 3; axis++) {
            if (low[axis] == high[axis]) {
                low[axis] -= FLAT;
                high[axis] += FLAT;
            }
        }
    }

    /** Rz(yaw) · Ry(−pitch) · Rx(roll), as iTwin.js turns placements. */
    private static double[][] rotation(double yaw, double pitch, double roll) {
        double cz = cos(yaw);
        double sz = sin(yaw);
        double cy = cos(pitch);
        double sy = sin(pitch);
        double cx = cos(roll);
        double sx = sin(roll);
        return new double[][] {
            {cz * cy, -(sz * cx + cz * sy * sx), sz * sx - cz * sy * cx},
            {sz * cy, cz * cx - sz * sy * sx, -(cz * sx + sz * sy * cx)},
            {sy, cy * sx, cy * cx}
        };
    }

    private static double cos(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }

    private static double sin(double degrees) {
        return Math.sin(Math.toRadians(degrees));
    }

    /** What is in the plane gets a thickness in space. */
    void setDepth(double from, double to) {
        if (low[0] <= high[0]) {
            low[2] = from;
            high[2] = to;
        }
    }

    boolean isNull() {
        return low[0] > high[0];
    }

    ModelExtent build(String id, int status) {
        return new ModelExtent(id, status, List.of(low[0], low[1], low[2]), List.of(high[0], high[1], high[2]));
    }
}
