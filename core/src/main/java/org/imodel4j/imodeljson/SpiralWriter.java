package org.imodel4j.imodeljson;

import org.imodel4j.geometry.Matrix3d;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.shape.SpiralKind;
import org.imodel4j.geometry.shape.TransitionSpiral3d;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** Transition spirals, as a member of the object that is open. */
final class SpiralWriter {
    private static final byte[] ORIGIN = JsonWriter.encodeName("origin");
    private static final byte[] START_BEARING = JsonWriter.encodeName("startBearing");
    private static final byte[] END_BEARING = JsonWriter.encodeName("endBearing");

    private SpiralWriter() {}

    static void write(TransitionSpiral3d spiral, JsonWriter out) {
        out.name("transitionSpiral").beginObject();
        Values.point(ORIGIN, spiral.transform().origin(), out);
        SpiralKind kind = SpiralKind.tryOf(spiral.spiralType());
        out.name("type").value(kind == null ? "unknown" : kind.jsonName());
        Matrix3d m = spiral.transform().matrix();
        Axes axes = new Axes(
                new Point3d(m.xx(), m.yx(), m.zx()),
                new Point3d(m.xy(), m.yy(), m.zy()),
                new Point3d(m.xz(), m.yz(), m.zz()));
        if (!axes.isStandard()) {
            Values.xyVectors(axes.x(), axes.y(), out);
        }
        out.name("startRadius").value(radius(spiral.curvature0()));
        out.name("endRadius").value(radius(spiral.curvature1()));
        Values.angle(START_BEARING, spiral.bearing0Radians(), out);
        bearingOrLength(spiral, kind, out);
        if (spiral.fraction0() != 0 || spiral.fraction1() != 1) {
            out.name("activeFractionInterval").beginArray();
            out.value(spiral.fraction0()).value(spiral.fraction1()).endArray();
        }
        out.endObject();
    }

    private static void bearingOrLength(TransitionSpiral3d spiral, @Nullable SpiralKind kind, JsonWriter out) {
        if (kind != null && kind.isDirect()) {
            out.name("length").value(spiral.length());
        } else {
            Values.angle(END_BEARING, spiral.bearing1Radians(), out);
        }
    }

    private static double radius(double curvature) {
        return curvature == 0 ? 0 : 1 / curvature;
    }
}
