package org.imodel4j.bis.geometry;

import java.util.Arrays;
import org.imodel4j.geometry.Matrix3d;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Transform3d;
import org.imodel4j.geometry.shape.AkimaCurve3d;
import org.imodel4j.geometry.shape.Arc3d;
import org.imodel4j.geometry.shape.BsplineCurve3d;
import org.imodel4j.geometry.shape.CatenaryCurve3d;
import org.imodel4j.geometry.shape.CurvePrimitive;
import org.imodel4j.geometry.shape.InterpolationCurve3d;
import org.imodel4j.geometry.shape.LineSegment3d;
import org.imodel4j.geometry.shape.LineString3d;
import org.imodel4j.geometry.shape.PartialCurve3d;
import org.imodel4j.geometry.shape.TransitionSpiral3d;

/** Writes single curves in the form that {@link CurveReader} reads. */
final class CurveWriter {
    private CurveWriter() {}

    static void variant(FlatWriter variant, CurvePrimitive curve) {
        variant.int8(0, kind(curve)).table(1, to -> write(to, curve));
    }

    private static int kind(CurvePrimitive curve) {
        return switch (curve) {
            case LineSegment3d segment -> ShapeWriter.LINE_SEGMENT;
            case LineString3d lines -> ShapeWriter.LINE_STRING;
            case Arc3d arc -> ShapeWriter.ARC;
            case BsplineCurve3d spline -> ShapeWriter.BSPLINE_CURVE;
            case InterpolationCurve3d spline -> ShapeWriter.INTERPOLATION_CURVE;
            case AkimaCurve3d akima -> ShapeWriter.AKIMA_CURVE;
            case TransitionSpiral3d spiral -> ShapeWriter.TRANSITION_SPIRAL;
            case CatenaryCurve3d chain -> ShapeWriter.CATENARY_CURVE;
            case PartialCurve3d part -> ShapeWriter.PARTIAL_CURVE;
        };
    }

    private static void write(FlatWriter to, CurvePrimitive curve) {
        switch (curve) {
            case LineSegment3d segment -> to.struct(0, reals(segment.start(), segment.end()));
            case LineString3d lines -> ShapeWriter.points(to, 0, lines.points());
            case Arc3d arc -> {
                double[] points = reals(arc.center(), arc.vector0(), arc.vector90());
                to.struct(0, with(points, arc.startRadians(), arc.sweepRadians()));
            }
            case BsplineCurve3d spline -> {
                to.in(FlatWriter.Order.BY_NUMBER).int32(0, spline.order()).bool(1, spline.closed());
                ShapeWriter.points(to, 2, spline.poles());
                to.reals(3, spline.weights().toArray()).reals(4, spline.knots().toArray());
            }
            case InterpolationCurve3d spline -> interpolation(to, spline);
            case AkimaCurve3d akima -> ShapeWriter.points(to, 0, akima.points());
            case TransitionSpiral3d spiral -> spiral(to, spiral);
            case CatenaryCurve3d chain ->
                to.real(0, chain.a())
                        .struct(1, chain.origin())
                        .struct(2, chain.vectorU())
                        .struct(3, chain.vectorV())
                        .real(4, chain.x0())
                        .real(5, chain.x1());
            case PartialCurve3d part ->
                to.real(0, part.fraction0())
                        .real(1, part.fraction1())
                        .table(2, target -> variant(target, part.target()));
        }
    }

    private static void interpolation(FlatWriter to, InterpolationCurve3d spline) {
        to.in(FlatWriter.Order.BY_NUMBER)
                .int32(0, spline.order())
                .bool(1, spline.closed())
                .int32(2, spline.isChordLenKnots())
                .int32(3, spline.isColinearTangents())
                .int32(4, spline.isChordLenTangents())
                .int32(5, spline.isNaturalTangents())
                .struct(6, spline.startTangent())
                .struct(7, spline.endTangent());
        ShapeWriter.points(to, 8, spline.fitPoints());
        to.reals(9, spline.knots().toArray());
    }

    private static void spiral(FlatWriter to, TransitionSpiral3d spiral) {
        double[] numbers = with(
                reals(spiral.transform()),
                spiral.fraction0(),
                spiral.fraction1(),
                spiral.bearing0Radians(),
                spiral.bearing1Radians(),
                spiral.curvature0(),
                spiral.curvature1());
        to.struct(0, spiral.spiralType(), spiral.constructionHint(), numbers)
                .reals(1, spiral.extraData().toArray());
    }

    /** The coordinates of points. */
    static double[] reals(Point3d... points) {
        double[] reals = new double[3 * points.length];
        for (int i = 0; i < points.length; i++) {
            reals[3 * i] = points[i].x();
            reals[3 * i + 1] = points[i].y();
            reals[3 * i + 2] = points[i].z();
        }
        return reals;
    }

    /** By rows, the origin as the last column. */
    static double[] reals(Transform3d transform) {
        Matrix3d m = transform.matrix();
        Point3d o = transform.origin();
        return new double[] {m.xx(), m.xy(), m.xz(), o.x(), m.yx(), m.yy(), m.yz(), o.y(), m.zx(), m.zy(), m.zz(), o.z()
        };
    }

    static double[] with(double[] first, double... more) {
        double[] all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }
}
