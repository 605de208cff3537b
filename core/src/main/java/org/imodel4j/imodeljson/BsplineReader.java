package org.imodel4j.imodeljson;

import java.util.List;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.shape.BsplineCurve3d;
import org.imodel4j.geometry.shape.BsplineSurface3d;
import org.imodel4j.geometry.shape.CurveCollection;
import org.imodel4j.geometry.shape.CurveCollection.Type;
import org.imodel4j.geometry.shape.DoubleList;
import org.imodel4j.geometry.shape.Points3d;
import org.jspecify.annotations.Nullable;

/**
 * B-spline curves and surfaces. Points have three coordinates, or four: those multiplied by the weight, and the weight.
 * There are as many knots as points and the order together; a closed one has order − 1 more.
 */
final class BsplineReader {
    /** As in iTwin.js. */
    static final int HIGHEST_ORDER = 26;

    private static final int RULES = 10;

    private BsplineReader() {}

    static BsplineCurve3d curve(JsonInput input) {
        JsonInput points = input.member("points");
        Poles poles = new Poles(points.size());
        for (int i = 0; i < points.size(); i++) {
            poles.add(points.item(i));
        }
        boolean closed = input.flag("closed");
        int order = order(input, "order", points.size(), points);
        DoubleList knots = knots(input.member("knots"), order, points.size(), closed);
        return new BsplineCurve3d(order, closed, poles.points(), poles.weights(), knots).clamped();
    }

    static BsplineSurface3d surface(JsonInput input) {
        JsonInput rows = input.member("points");
        int numV = rows.size();
        int numU = numV == 0 ? 0 : rows.item(0).size();
        // Before memory for all is taken, so that a long first row and many empty ones cost nothing.
        for (int j = 0; j < numV; j++) {
            JsonInput row = rows.item(j);
            if (row.size() != numU) {
                throw row.refused("has another length than the first row");
            }
        }
        Poles poles = new Poles(numU * numV);
        for (int j = 0; j < numV; j++) {
            JsonInput row = rows.item(j);
            for (int i = 0; i < numU; i++) {
                poles.add(row.item(i));
            }
        }
        boolean closedU = input.flag("closedU");
        boolean closedV = input.flag("closedV");
        int orderU = order(input, "orderU", numU, rows);
        int orderV = order(input, "orderV", numV, rows);
        CurveCollection boundaries = boundaries(input.tryMember("uvBoundaries"));
        JsonInput outer = input.tryMember("outerBoundaryActive");
        return new BsplineSurface3d(
                poles.points(),
                poles.weights(),
                knots(input.member("uKnots"), orderU, numU, closedU),
                knots(input.member("vKnots"), orderV, numV, closedV),
                numU,
                numV,
                orderU,
                orderV,
                RULES,
                RULES,
                boundaries == null || outer == null || outer.flag() ? 0 : 1,
                boundaries,
                closedU,
                closedV);
    }

    /** A parity region of the loops, which is what trimmed surfaces are stored with. */
    private static @Nullable CurveCollection boundaries(@Nullable JsonInput input) {
        if (input == null) {
            return null;
        }
        CurveCollection read = CollectionReader.contour(input);
        return switch (read.type()) {
            case OUTER_LOOP, INNER_LOOP -> new CurveCollection(Type.PARITY_REGION, List.of(read));
            case PARITY_REGION -> read;
            case UNION_REGION -> new CurveCollection(Type.PARITY_REGION, read.members());
            case BAG, PATH -> throw input.refused("is no region");
        };
    }

    private static int order(JsonInput input, String name, int count, JsonInput points) {
        JsonInput order = input.member(name);
        int number = order.integer();
        if (number < 2 || number > HIGHEST_ORDER) {
            throw order.refused("is out of range");
        }
        if (count < number) {
            throw points.refused("are fewer than the order");
        }
        return number;
    }

    private static DoubleList knots(JsonInput input, int order, int count, boolean closed) {
        if (input.size() == 0 && !closed) {
            return evenKnots(order, count);
        }
        DoubleList knots = input.numbers();
        if (knots.size() != (closed ? count + 2 * order - 1 : count + order)) {
            throw input.refused("has another number of knots than points and order ask for");
        }
        for (int i = 1; i < knots.size(); i++) {
            if (knots.get(i) < knots.get(i - 1)) {
                throw input.refusedItem(i, "is less than the knot before it");
            }
        }
        if (!(knots.get(order - 1) < knots.get(knots.size() - order))) {
            throw input.refused("leaves no range for the parameter");
        }
        return knots;
    }

    /** From 0 to 1, so that the curve reaches its first and last point. */
    private static DoubleList evenKnots(int order, int count) {
        double[] knots = new double[count + order];
        int pieces = count - order + 1;
        for (int i = 0; i < knots.length; i++) {
            knots[i] = Math.max(0, Math.min(pieces, i - order + 1)) / (double) pieces;
        }
        return DoubleList.ofTrusted(knots);
    }

    /** Gathers control points, all with a weight or all without. */
    private static final class Poles {
        private final double[] xyz;
        private double[] weights = new double[0];
        private int count;

        Poles(int size) {
            xyz = new double[3 * size];
        }

        void add(JsonInput point) {
            boolean rational = point.isArray() && point.size() == 4;
            if (rational && count == 0) {
                weights = new double[xyz.length / 3];
            }
            if (rational != (weights.length > 0)) {
                throw point.refused("has another number of coordinates than the first point");
            }
            if (rational) {
                for (int i = 0; i < 3; i++) {
                    xyz[3 * count + i] = point.item(i).number();
                }
                weights[count] = point.item(3).number();
                if (!(weights[count] > 0)) {
                    throw point.refused("has no positive weight");
                }
            } else {
                Point3d read = point.point();
                xyz[3 * count] = read.x();
                xyz[3 * count + 1] = read.y();
                xyz[3 * count + 2] = read.z();
            }
            count++;
        }

        Points3d points() {
            return Points3d.ofTrusted(xyz);
        }

        DoubleList weights() {
            return DoubleList.ofTrusted(weights);
        }
    }
}
