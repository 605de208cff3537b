package org.imodel4j.geometry.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.imodel4j.geometry.Matrix3d;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.geometry.Transform3d;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Boxes of solids hold the solids, and most of them touch these on all sides. */
@NullUnmarked
class SolidRangeTest {
    private static final int STEPS = 120;

    /** Between two samples a surface of these sizes rises no more than this. */
    private static final double BETWEEN_SAMPLES = 0.02;

    @RepeatedTest(20)
    void boxesOfBoxesAreTheSmallest(RepetitionInfo repetition) {
        Samples any = new Samples(repetition.getCurrentRepetition());
        Box box = new Box(any.point(), any.point(), any.point(), any.point(), 2, -1, 0.5, 3, true);
        assertTight(box, sink -> {
            for (int corner = 0; corner < 4; corner++) {
                int x = corner & 1;
                int y = corner >> 1;
                Samples.accept(Samples.sum(box.baseOrigin(), 2 * x, box.vectorX(), -y, box.vectorY()), sink);
                Samples.accept(Samples.sum(box.topOrigin(), 0.5 * x, box.vectorX(), 3 * y, box.vectorY()), sink);
            }
        });
    }

    @RepeatedTest(20)
    void boxesOfConesAreTheSmallest(RepetitionInfo repetition) {
        Samples any = new Samples(repetition.getCurrentRepetition());
        Cone cone = new Cone(any.point(), any.point(), unit(any.point()), unit(any.point()), 2, -0.5, true);
        assertTight(cone, sink -> {
            Samples.arc(circle(cone.centerA(), cone, 2), sink);
            Samples.arc(circle(cone.centerB(), cone, 0.5), sink);
        });
    }

    private static Arc3d circle(Point3d center, Cone cone, double radius) {
        return new Arc3d(center, scaled(cone.vector0(), radius), scaled(cone.vector90(), radius), 0, 2 * Math.PI);
    }

    @RepeatedTest(50)
    void boxesOfZonesOfEllipsoidsAreTheSmallest(RepetitionInfo repetition) {
        Samples any = new Samples(repetition.getCurrentRepetition());
        Matrix3d matrix = Matrix3d.ofColumns(unit(any.point()), unit(any.point()), unit(any.point()));
        double start = any.number(-1.5, 1.5);
        double sweep = any.number(-1.5, 1.5) - start;
        Sphere sphere = new Sphere(new Transform3d(matrix, any.point()), start, sweep, true);
        assertTight(sphere, sink -> {
            for (int i = 0; i <= STEPS; i++) {
                double latitude = start + sweep * i / STEPS;
                for (int j = 0; j < STEPS; j++) {
                    double longitude = 2 * Math.PI * j / STEPS;
                    Samples.accept(
                            sphere.localToWorld()
                                    .times(new Point3d(
                                            Math.cos(longitude) * Math.cos(latitude),
                                            Math.sin(longitude) * Math.cos(latitude),
                                            Math.sin(latitude))),
                            sink);
                }
            }
        });
    }

    @RepeatedTest(50)
    void boxesOfPipesAreTheSmallest(RepetitionInfo repetition) {
        Samples any = new Samples(repetition.getCurrentRepetition());
        Point3d x = unit(any.point());
        Point3d y = unit(x.cross(any.point()));
        TorusPipe pipe = new TorusPipe(any.point(), x, y, any.number(0, 3), any.number(0, 2), any.number(-7, 7), true);
        assertTight(pipe, sink -> {
            for (int i = 0; i <= STEPS; i++) {
                double along = pipe.sweepRadians() * i / STEPS;
                Point3d outward = Samples.sum(Point3d.ZERO, Math.cos(along), x, Math.sin(along), y);
                Point3d middle = Samples.sum(pipe.center(), pipe.majorRadius(), outward, 0, x);
                Samples.arc(
                        new Arc3d(
                                middle,
                                scaled(outward, pipe.minorRadius()),
                                scaled(x.cross(y), pipe.minorRadius()),
                                0,
                                2 * Math.PI),
                        sink);
            }
        });
    }

    @RepeatedTest(20)
    void boxesOfTurnedPolygonsAreTheSmallest(RepetitionInfo repetition) {
        Samples any = new Samples(repetition.getCurrentRepetition());
        Points3d points = any.points(4);
        RotationalSweep sweep = new RotationalSweep(
                path(new LineString3d(points)), any.point(), any.point(), any.number(-7, 7), 0, true);
        assertTight(sweep, sink -> {
            for (int i = 0; i < points.size(); i++) {
                turned(sweep, points.point(i), sink);
            }
        });
    }

    @RepeatedTest(20)
    void boxesOfTurnedArcsHoldThem(RepetitionInfo repetition) {
        Samples any = new Samples(repetition.getCurrentRepetition());
        Arc3d arc = new Arc3d(any.point(), any.point(), any.point(), any.number(-3, 3), any.number(-7, 7));
        RotationalSweep sweep = new RotationalSweep(path(arc), any.point(), any.point(), any.number(-7, 7), 0, true);
        Range3d seen =
                CurveRangeTest.seen(sink -> Samples.arc(arc, (x, y, z) -> turned(sweep, new Point3d(x, y, z), sink)));
        assertThat(sweep.range().contains(CurveRangeTest.shrunk(seen))).isTrue();
        // The polygon around an ellipse is larger by a thousandth.
        assertThat(CurveRangeTest.distance(sweep.range(), seen)).isLessThan(0.1);
    }

    /** By the formula of Rodrigues. */
    private static void turned(RotationalSweep sweep, Point3d point, PointSink sink) {
        Point3d axis = unit(sweep.axisDirection());
        Point3d arm = point.minus(sweep.axisOrigin());
        double along = axis.x() * arm.x() + axis.y() * arm.y() + axis.z() * arm.z();
        for (int i = 0; i <= STEPS; i++) {
            double angle = sweep.sweepRadians() * i / STEPS;
            double cosine = Math.cos(angle);
            Point3d moved = Samples.sum(Point3d.ZERO, cosine, arm, Math.sin(angle), axis.cross(arm));
            Samples.accept(Samples.sum(moved.plus(sweep.axisOrigin()), (1 - cosine) * along, axis, 0, axis), sink);
        }
    }

    @RepeatedTest(20)
    void boxesOfStraightSweepsAreTheSmallest(RepetitionInfo repetition) {
        Samples any = new Samples(repetition.getCurrentRepetition());
        Points3d points = any.points(4);
        CurveCollection contour = path(new LineString3d(points));
        Point3d direction = any.point();
        assertTight(new LinearSweep(contour, direction, true), sink -> {
            points.hull(sink);
            points.hull((x, y, z) -> sink.accept(x + direction.x(), y + direction.y(), z + direction.z()));
        });
        Points3d others = any.points(4);
        assertTight(new RuledSweep(List.of(contour, path(new LineString3d(others))), true), sink -> {
            points.hull(sink);
            others.hull(sink);
        });
    }

    private static CurveCollection path(CurveMember curve) {
        return new CurveCollection(CurveCollection.Type.PATH, List.of(curve));
    }

    private static void assertTight(GeometryQuery shape, java.util.function.Consumer<PointSink> points) {
        Range3d seen = CurveRangeTest.seen(points);
        assertThat(shape.range().contains(CurveRangeTest.shrunk(seen)))
                .as("%s %s", shape.range(), seen)
                .isTrue();
        assertThat(CurveRangeTest.distance(shape.range(), seen)).isLessThan(BETWEEN_SAMPLES);
    }

    private static Point3d unit(Point3d vector) {
        return scaled(vector, 1 / vector.magnitude());
    }

    private static Point3d scaled(Point3d vector, double factor) {
        return new Point3d(vector.x() * factor, vector.y() * factor, vector.z() * factor);
    }
}
