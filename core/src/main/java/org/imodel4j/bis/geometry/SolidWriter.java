package org.imodel4j.bis.geometry;

import org.imodel4j.geometry.shape.Box;
import org.imodel4j.geometry.shape.Cone;
import org.imodel4j.geometry.shape.LinearSweep;
import org.imodel4j.geometry.shape.RotationalSweep;
import org.imodel4j.geometry.shape.RuledSweep;
import org.imodel4j.geometry.shape.SolidPrimitive;
import org.imodel4j.geometry.shape.Sphere;
import org.imodel4j.geometry.shape.TorusPipe;

/** Writes solids in the form that {@link SolidReader} reads. */
final class SolidWriter {
    private SolidWriter() {}

    static void variant(FlatWriter variant, SolidPrimitive solid) {
        variant.int8(0, kind(solid)).table(1, to -> write(to, solid));
    }

    private static int kind(SolidPrimitive solid) {
        return switch (solid) {
            case Box box -> ShapeWriter.BOX;
            case Cone cone -> ShapeWriter.CONE;
            case Sphere sphere -> ShapeWriter.SPHERE;
            case TorusPipe torus -> ShapeWriter.TORUS_PIPE;
            case LinearSweep sweep -> ShapeWriter.LINEAR_SWEEP;
            case RotationalSweep sweep -> ShapeWriter.ROTATIONAL_SWEEP;
            case RuledSweep sweep -> ShapeWriter.RULED_SWEEP;
        };
    }

    private static void write(FlatWriter to, SolidPrimitive solid) {
        switch (solid) {
            case Box b ->
                to.struct(
                        0,
                        b.capped(),
                        CurveWriter.with(
                                CurveWriter.reals(b.baseOrigin(), b.topOrigin(), b.vectorX(), b.vectorY()),
                                b.baseX(),
                                b.baseY(),
                                b.topX(),
                                b.topY()));
            case Cone c ->
                to.struct(
                        0,
                        c.capped(),
                        CurveWriter.with(
                                CurveWriter.reals(c.centerA(), c.centerB(), c.vector0(), c.vector90()),
                                c.radiusA(),
                                c.radiusB()));
            case Sphere s ->
                to.struct(
                        0,
                        s.capped(),
                        CurveWriter.with(
                                CurveWriter.reals(s.localToWorld()),
                                s.startLatitudeRadians(),
                                s.latitudeSweepRadians()));
            case TorusPipe t ->
                to.struct(
                        0,
                        t.capped(),
                        CurveWriter.with(
                                CurveWriter.reals(t.center(), t.vectorX(), t.vectorY()),
                                t.majorRadius(),
                                t.minorRadius(),
                                t.sweepRadians()));
            case LinearSweep s ->
                to.table(0, curves -> ShapeWriter.curves(curves, s.contour()))
                        .struct(1, s.direction())
                        .bool(2, s.capped());
            case RotationalSweep s ->
                to.table(0, curves -> ShapeWriter.curves(curves, s.contour()))
                        .struct(1, CurveWriter.reals(s.axisOrigin(), s.axisDirection()))
                        .real(2, s.sweepRadians())
                        .int32(3, s.numVRules())
                        .bool(4, s.capped());
            case RuledSweep s -> to.tables(0, s.contours(), ShapeWriter::curves).bool(1, s.capped());
        }
    }
}
