package org.imodel4j.geometry.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.imodel4j.geometry.Matrix3d;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.geometry.Transform3d;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Boxes of curves hold the curves. */
@NullUnmarked
class CurveRangeTest {
    private static final double CLOSE = 1e-9;

    @RepeatedTest(50)
    void boxesOfArcsAreTheSmallest(RepetitionInfo repetition) {
        Samples any = new Samples(repetition.getCurrentRepetition());
        Arc3d arc = new Arc3d(any.point(), any.point(), any.point(), any.number(-9, 9), any.number(-7, 7));
        Range3d seen = seen(sink -> Samples.arc(arc, sink));
        assertHolds(arc, seen);
        // Between two of the samples an arc of these sizes rises no more than this.
        assertThat(distance(arc.range(), seen)).isLessThan(0.01);
    }

    @RepeatedTest(20)
    void boxesOfSplinesAreTheSmallest(RepetitionInfo repetition) {
        Samples any = new Samples(repetition.getCurrentRepetition());
        int count = 4 + repetition.getCurrentRepetition() % 5;
        BsplineCurve3d curve = spline(any, count, repetition.getCurrentRepetition() % 2 == 0);
        Range3d seen = seen(sink -> Samples.bspline(curve, sink));
        assertHolds(curve, seen);
        assertThat(distance(curve.range(), seen)).isLessThan(0.1);
        assertThat(seen(curve::hull).contains(shrunk(seen))).isTrue();
    }

    @RepeatedTest(20)
    void clampedSplinesAreTheSameCurves(RepetitionInfo repetition) {
        Samples any = new Samples(repetition.getCurrentRepetition());
        int count = 4 + repetition.getCurrentRepetition() % 5;
        BsplineCurve3d curve = spline(any, count, repetition.getCurrentRepetition() % 2 == 0);
        BsplineCurve3d clamped = curve.clamped();
        assertThat(clamped.clamped()).isSameAs(clamped);
        double start = curve.knots().get(3);
        double end = curve.knots().get(count);
        for (double part : new double[] {0, 0.1, 0.37, 0.5, 0.83, 0.999}) {
            Point3d point = Samples.pointAt(curve, start + part * (end - start));
            assertThat(Samples.pointAt(clamped, part).distance(point)).isLessThan(CLOSE);
        }
    }

    @Test
    void closedSplinesGoOnWithTheirFirstPoints() {
        double[] knots = {-0.5, -0.25, 0, 0.25, 0.5, 0.75, 1, 1.25, 1.5};
        Points3d poles = Points3d.of(1, 0, 0, 0, 1, 0, -1, 0, 0, 0, -1, 0);
        BsplineCurve3d curve = new BsplineCurve3d(3, true, poles, DoubleList.EMPTY, DoubleList.of(knots));
        assertThat(curve.range()).isEqualTo(Range3d.of(-0.75, -0.75, 0, 0.75, 0.75, 0));
    }

    @Test
    void splinesOfNoUsableKnotsHaveTheBoxOfTheirPoints() {
        Points3d poles = Points3d.of(0, 0, 0, 1, 2, 3, 2, 0, 0);
        for (DoubleList knots : List.of(DoubleList.EMPTY, DoubleList.of(0, 0, 0, -1, 1, 1))) {
            assertThat(new BsplineCurve3d(3, false, poles, DoubleList.EMPTY, knots).range())
                    .isEqualTo(poles.range());
        }
    }

    private static BsplineCurve3d spline(Samples any, int count, boolean rational) {
        double[] knots = new double[count + 4];
        double[] weights = new double[rational ? count : 0];
        double[] poles = any.points(count).toArray();
        for (int i = 1; i < knots.length; i++) {
            // Some knots are double.
            knots[i] = knots[i - 1] + (i % 5 == 3 ? 0 : any.number(0.1, 1));
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = any.number(0.5, 3);
            for (int axis = 0; axis < 3; axis++) {
                poles[3 * i + axis] *= weights[i];
            }
        }
        return new BsplineCurve3d(4, false, Points3d.of(poles), DoubleList.of(weights), DoubleList.of(knots));
    }

    @RepeatedTest(20)
    void interpolationCurvesPassTheirPointsInsideTheirBoxAndTheirHull(RepetitionInfo repetition) {
        Samples any = new Samples(repetition.getCurrentRepetition());
        int kind = repetition.getCurrentRepetition();
        InterpolationCurve3d curve = new InterpolationCurve3d(
                4,
                kind % 2 == 0,
                kind % 3 == 0 ? 1 : 0,
                0,
                0,
                kind % 5 == 0 ? 1 : 0,
                kind % 4 == 1 ? any.point() : null,
                null,
                any.points(1 + kind),
                DoubleList.EMPTY);
        assertHolds(curve, curve.fitPoints().range());
        assertThat(seen(curve::hull).contains(shrunk(curve.range()))).isTrue();
    }

    @RepeatedTest(20)
    void boxesOfSpiralsHoldThem(RepetitionInfo repetition) {
        Samples any = new Samples(repetition.getCurrentRepetition());
        Matrix3d turned = new Matrix3d(0, -1, 0, 0.6, 0, -0.8, 0.8, 0, 0.6);
        TransitionSpiral3d spiral = new TransitionSpiral3d(
                new Transform3d(turned, any.point()),
                any.number(0, 0.4),
                any.number(0.6, 1),
                any.number(-3, 3),
                0,
                any.number(0, 0.02),
                any.number(0.001, 0.1),
                10,
                0,
                DoubleList.EMPTY);
        TransitionSpiral3d longer = withTurn(spiral, any.number(-4, 4));
        assertHolds(longer, seen(sink -> clothoid(longer, sink)));
        double size = longer.range().high().distance(longer.range().low());
        assertThat(distance(longer.range(), seen(sink -> clothoid(longer, sink))))
                .isLessThan(0.01 * size);
    }

    private static TransitionSpiral3d withTurn(TransitionSpiral3d spiral, double turn) {
        return new TransitionSpiral3d(
                spiral.transform(),
                spiral.fraction0(),
                spiral.fraction1(),
                spiral.bearing0Radians(),
                spiral.bearing0Radians() + turn,
                spiral.curvature0(),
                spiral.curvature1(),
                spiral.spiralType(),
                0,
                DoubleList.EMPTY);
    }

    /** By the trapezoidal rule with small steps. */
    private static void clothoid(TransitionSpiral3d spiral, PointSink sink) {
        int steps = 20_000;
        double step = spiral.fraction1() / steps;
        double x = 0;
        double y = 0;
        for (int i = 0; i < steps; i++) {
            double f = (i + 0.5) * step;
            double change = spiral.curvature1() - spiral.curvature0();
            double bearing =
                    spiral.bearing0Radians() + spiral.length() * (spiral.curvature0() * f + change * f * f / 2);
            x += step * spiral.length() * Math.cos(bearing);
            y += step * spiral.length() * Math.sin(bearing);
            if ((i + 1) * step >= spiral.fraction0()) {
                Samples.accept(spiral.transform().times(new Point3d(x, y, 0)), sink);
            }
        }
    }

    @Test
    void boxesOfChainsHoldThemAndTouchTheirEnds() {
        CatenaryCurve3d chain =
                new CatenaryCurve3d(2, new Point3d(1, 2, 3), new Point3d(1, 0, 0), new Point3d(0, 0.6, 0.8), -1, 3);
        assertHolds(chain, seen(sink -> {
            for (int i = 0; i <= Samples.COUNT; i++) {
                double x = -1 + 4.0 * i / Samples.COUNT;
                Samples.accept(
                        Samples.sum(chain.origin(), x, chain.vectorU(), 2 * Math.cosh(x / 2), chain.vectorV()), sink);
            }
        }));
        assertThat(chain.range().high().x()).isEqualTo(4);
    }

    @Test
    void partsLieInTheBoxOfTheWhole() {
        LineSegment3d line = new LineSegment3d(Point3d.ZERO, new Point3d(1, 2, 3));
        assertThat(new PartialCurve3d(0.25, 0.5, line).range()).isEqualTo(line.range());
    }

    @Test
    void nothingHasTheNullRange() {
        assertThat(new LineString3d(Points3d.EMPTY).range().isNull()).isTrue();
        assertThat(new CurveCollection(CurveCollection.Type.BAG, List.of())
                        .range()
                        .isNull())
                .isTrue();
        assertThat(new AkimaCurve3d(Points3d.EMPTY).range().isNull()).isTrue();
    }

    private static void assertHolds(GeometryQuery shape, Range3d seen) {
        assertThat(shape.range().contains(shrunk(seen)))
                .as("%s %s", shape.range(), seen)
                .isTrue();
    }

    static Range3d shrunk(Range3d range) {
        Point3d margin = new Point3d(CLOSE, CLOSE, CLOSE);
        Range3d smaller = new Range3d(range.low().plus(margin), range.high().minus(margin));
        return smaller.isNull() ? new Range3d(range.low(), range.low()) : smaller;
    }

    static Range3d seen(Consumer<PointSink> points) {
        Bounds bounds = new Bounds();
        points.accept(bounds);
        return bounds.range();
    }

    static double distance(Range3d a, Range3d b) {
        return Math.max(a.low().distance(b.low()), a.high().distance(b.high()));
    }
}
