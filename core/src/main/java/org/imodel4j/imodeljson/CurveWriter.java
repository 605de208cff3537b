package org.imodel4j.imodeljson;

import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.shape.AkimaCurve3d;
import org.imodel4j.geometry.shape.Arc3d;
import org.imodel4j.geometry.shape.BsplineCurve3d;
import org.imodel4j.geometry.shape.CatenaryCurve3d;
import org.imodel4j.geometry.shape.CurvePrimitive;
import org.imodel4j.geometry.shape.InterpolationCurve3d;
import org.imodel4j.geometry.shape.LineSegment3d;
import org.imodel4j.geometry.shape.LineString3d;
import org.imodel4j.geometry.shape.PartialCurve3d;
import org.imodel4j.geometry.shape.PointString3d;
import org.imodel4j.geometry.shape.TransitionSpiral3d;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** Single curves, as a member of the object that is open. */
final class CurveWriter {
    private static final byte[] LINE_SEGMENT = JsonWriter.encodeName("lineSegment");
    private static final byte[] LINE_STRING = JsonWriter.encodeName("lineString");
    private static final byte[] POINT_STRING = JsonWriter.encodeName("pointString");
    private static final byte[] ARC = JsonWriter.encodeName("arc");
    private static final byte[] CENTER = JsonWriter.encodeName("center");
    private static final byte[] VECTOR_X = JsonWriter.encodeName("vectorX");
    private static final byte[] VECTOR_Y = JsonWriter.encodeName("vectorY");
    private static final byte[] SWEEP_START_END = JsonWriter.encodeName("sweepStartEnd");
    private static final byte[] INTERPOLATION = JsonWriter.encodeName("interpolationCurve");
    private static final byte[] AKIMA = JsonWriter.encodeName("akimaCurve");
    private static final byte[] FIT_POINTS = JsonWriter.encodeName("fitPoints");
    private static final byte[] KNOTS = JsonWriter.encodeName("knots");
    private static final byte[] START_TANGENT = JsonWriter.encodeName("startTangent");
    private static final byte[] END_TANGENT = JsonWriter.encodeName("endTangent");

    private CurveWriter() {}

    static void write(PointString3d points, JsonWriter out) {
        Values.points(POINT_STRING, points.points(), out);
    }

    /** Writes nothing for a curve without a form. */
    static void write(CurvePrimitive curve, JsonWriter out) {
        switch (curve) {
            case LineSegment3d line -> {
                out.name(LINE_SEGMENT).beginArray();
                Values.point(line.start(), out);
                Values.point(line.end(), out);
                out.endArray();
            }
            case LineString3d lines -> Values.points(LINE_STRING, lines.points(), out);
            case Arc3d arc -> arc(arc, out);
            case BsplineCurve3d spline -> BsplineWriter.write(spline, out);
            case InterpolationCurve3d spline -> interpolation(spline, out);
            case AkimaCurve3d akima -> {
                out.name(AKIMA).beginObject();
                Values.points(FIT_POINTS, akima.points(), out);
                out.endObject();
            }
            case TransitionSpiral3d spiral -> SpiralWriter.write(spiral, out);
            case CatenaryCurve3d ignored -> {}
            case PartialCurve3d ignored -> {}
        }
    }

    private static void arc(Arc3d arc, JsonWriter out) {
        out.name(ARC).beginObject();
        Values.point(CENTER, arc.center(), out);
        Values.point(VECTOR_X, arc.vector0(), out);
        Values.point(VECTOR_Y, arc.vector90(), out);
        Values.startEnd(SWEEP_START_END, arc.startRadians(), arc.sweepRadians(), out);
        out.endObject();
    }

    private static void interpolation(InterpolationCurve3d spline, JsonWriter out) {
        out.name(INTERPOLATION).beginObject();
        Values.points(FIT_POINTS, spline.fitPoints(), out);
        if (!spline.knots().isEmpty()) {
            Values.numbers(KNOTS, spline.knots(), out);
        }
        out.name("order").value((long) spline.order());
        if (spline.closed()) {
            out.name("closed").value(true);
        }
        flag("isChordLenKnots", spline.isChordLenKnots(), out);
        flag("isColinearTangents", spline.isColinearTangents(), out);
        flag("isChordLenTangents", spline.isChordLenTangents(), out);
        flag("isNaturalTangents", spline.isNaturalTangents(), out);
        tangent(START_TANGENT, spline.startTangent(), out);
        tangent(END_TANGENT, spline.endTangent(), out);
        out.endObject();
    }

    private static void flag(String name, int flag, JsonWriter out) {
        if (flag != 0) {
            out.name(name).value((long) flag);
        }
    }

    private static void tangent(byte[] name, @Nullable Point3d tangent, JsonWriter out) {
        if (tangent != null && tangent.magnitude() != 0) {
            Values.point(name, tangent, out);
        }
    }
}
