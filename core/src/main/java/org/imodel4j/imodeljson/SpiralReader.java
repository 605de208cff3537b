package org.imodel4j.imodeljson;

import org.imodel4j.geometry.Matrix3d;
import org.imodel4j.geometry.Transform3d;
import org.imodel4j.geometry.shape.DoubleList;
import org.imodel4j.geometry.shape.SpiralKind;
import org.imodel4j.geometry.shape.TransitionSpiral3d;
import org.jspecify.annotations.Nullable;

/**
 * Transition spirals. Of radii, bearings and length four say all: the bearing changes by the length times the mean of
 * the curvatures. When all five are given the end bearing gives way, as in iTwin.js.
 */
final class SpiralReader {
    private SpiralReader() {}

    static TransitionSpiral3d read(JsonInput input) {
        JsonInput type = input.member("type");
        SpiralKind kind = SpiralKind.tryOf(type.text());
        if (kind == null) {
            throw type.refused("is no kind of spiral");
        }
        Axes axes = Axes.read(input);
        Transform3d transform =
                new Transform3d(Matrix3d.ofColumns(axes.x(), axes.y(), axes.z()), input.point("origin"));
        Definition all = definition(input);
        if (all.curvature0 + all.curvature1 == 0
                && (all.bearing0 != all.bearing1 || input.tryMember("endBearing") == null)) {
            throw input.refused("bends in no way that tells its length");
        }
        JsonInput interval = interval(input);
        if (interval != null && interval.size() != 2) {
            throw interval.refused("is no start and end");
        }
        return new TransitionSpiral3d(
                transform,
                interval == null ? 0 : interval.item(0).number(),
                interval == null ? 1 : interval.item(1).number(),
                all.bearing0,
                all.bearing1,
                all.curvature0,
                all.curvature1,
                kind.number(),
                0,
                DoubleList.EMPTY);
    }

    private record Definition(double bearing0, double bearing1, double curvature0, double curvature1) {}

    private static Definition definition(JsonInput input) {
        JsonInput length =
                input.tryMember("length") == null ? input.tryMember("curveLength") : input.tryMember("length");
        if (length == null) {
            return new Definition(
                    input.member("startBearing").angle(),
                    input.member("endBearing").angle(),
                    curvature(input.member("startRadius")),
                    curvature(input.member("endRadius")));
        }
        double metres = length.number();
        JsonInput bearing = input.tryMember("startBearing");
        JsonInput start = input.tryMember("startRadius");
        JsonInput end = input.tryMember("endRadius");
        if (bearing != null && start != null && end != null) {
            double turn = metres * 0.5 * (curvature(start) + curvature(end));
            return new Definition(bearing.angle(), bearing.angle() + turn, curvature(start), curvature(end));
        }
        if (!(metres > 0)) {
            throw length.refused("is not positive");
        }
        double endBearing = input.member("endBearing").angle();
        if (bearing == null) {
            double k0 = curvature(input.member("startRadius"));
            double k1 = curvature(input.member("endRadius"));
            return new Definition(endBearing - metres * 0.5 * (k0 + k1), endBearing, k0, k1);
        }
        double sum = 2 * (endBearing - bearing.angle()) / metres;
        double known = curvature(start == null ? input.member("endRadius") : start);
        return start == null
                ? new Definition(bearing.angle(), endBearing, sum - known, known)
                : new Definition(bearing.angle(), endBearing, known, sum - known);
    }

    private static @Nullable JsonInput interval(JsonInput input) {
        for (String name : new String[] {"activeFractionInterval", "fractionInterval", "activeInterval"}) {
            JsonInput interval = input.tryMember(name);
            if (interval != null) {
                return interval;
            }
        }
        return null;
    }

    /** A straight end has the radius 0. */
    private static double curvature(JsonInput radius) {
        double metres = radius.number();
        double curvature = metres == 0 ? 0 : 1 / metres;
        if (Math.abs(curvature) > Double.MAX_VALUE) {
            throw radius.refused("is too small");
        }
        return curvature;
    }
}
