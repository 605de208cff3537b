package org.imodel4j.geometry.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.imodel4j.geometry.Matrix3d;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.geometry.Transform3d;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever numbers a file holds, a box has finite corners, low ones below high ones. */
@NullUnmarked
class HostileRangeTest {
    private static final double[] NUMBERS = {
        0, -0.0, 1, -1, 1e-300, Double.MIN_VALUE, -Double.MAX_VALUE, Double.MAX_VALUE, 1e200, -1e155, 1e9, Math.PI, 1e17
    };

    private static Random random;

    static Stream<GeometryQuery> shapes() {
        random = new Random(7);
        return Stream.generate(HostileRangeTest::all).limit(300).flatMap(List::stream);
    }

    private static List<GeometryQuery> all() {
        CurveCollection contour = new CurveCollection(CurveCollection.Type.PATH, List.of(arc()));
        Transform3d transform = new Transform3d(Matrix3d.ofColumns(point(), point(), point()), point());
        return List.of(
                arc(),
                new LineString3d(points(3)),
                new BsplineCurve3d(3, false, points(4), DoubleList.of(n(), n(), n(), n()), DoubleList.EMPTY),
                interpolation(false, 0),
                interpolation(true, 1),
                interpolation(false, 1),
                new AkimaCurve3d(points(6)),
                new CatenaryCurve3d(n(), point(), point(), point(), n(), n()),
                new TransitionSpiral3d(transform, n(), n(), n(), n(), n(), n(), 10, 0, DoubleList.EMPTY),
                new TransitionSpiral3d(transform, 0, 1, n(), n(), n(), n(), 51, 0, DoubleList.EMPTY),
                new Box(point(), point(), point(), point(), n(), n(), n(), n(), true),
                new Cone(point(), point(), point(), point(), n(), n(), true),
                new Sphere(transform, n(), n(), true),
                new TorusPipe(point(), point(), point(), n(), n(), n(), true),
                new LinearSweep(contour, point(), true),
                new RotationalSweep(contour, point(), point(), n(), 0, true),
                new RuledSweep(List.of(contour, contour), true));
    }

    private static InterpolationCurve3d interpolation(boolean closed, int flag) {
        return new InterpolationCurve3d(4, closed, flag, flag, 0, 0, point(), null, points(6), DoubleList.EMPTY);
    }

    private static Arc3d arc() {
        return new Arc3d(point(), point(), point(), n(), n());
    }

    private static double n() {
        return NUMBERS[random.nextInt(NUMBERS.length)];
    }

    private static Point3d point() {
        return new Point3d(n(), n(), n());
    }

    private static Points3d points(int count) {
        double[] xyz = new double[3 * count];
        for (int i = 0; i < xyz.length; i++) {
            xyz[i] = n();
        }
        return Points3d.of(xyz);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void boxesAreFinite(GeometryQuery shape) {
        Range3d range = shape.range();
        assertThat(range.isNull()).isFalse();
        assertThat(List.of(range.low(), range.high())).allSatisfy(corner -> {
            assertThat(corner.x()).isFinite();
            assertThat(corner.y()).isFinite();
            assertThat(corner.z()).isFinite();
        });
    }
}
