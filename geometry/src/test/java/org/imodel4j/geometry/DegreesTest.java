package org.imodel4j.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DegreesTest {
    private static final MathContext PRECISION = new MathContext(50);

    @Test
    void sinesAndCosinesOfAnEighthAreRoundedCorrectly() {
        random(0, 45).limit(2000).forEach(degrees -> {
            double x = degrees * (Math.PI / 180);
            assertThat(Degrees.sin(degrees)).as("sine of %s", degrees).isEqualTo(series(x, new BigDecimal(x), 2));
            assertThat(Degrees.cos(degrees)).as("cosine of %s", degrees).isEqualTo(series(x, BigDecimal.ONE, 1));
        });
    }

    @Test
    void allAnglesAreCloseToThoseOfTheLibrary() {
        random(-3000, 3000).limit(2000).forEach(degrees -> {
            double x = Math.toRadians(degrees);
            assertThat(Degrees.sin(degrees)).as("sine of %s", degrees).isCloseTo(Math.sin(x), within(1e-13));
            assertThat(Degrees.cos(degrees)).as("cosine of %s", degrees).isCloseTo(Math.cos(x), within(1e-13));
        });
    }

    @Test
    void quartersOfATurnAreExact() {
        for (int turn = -2; turn <= 2; turn++) {
            double start = turn * 360;
            assertThat(Degrees.cos(start)).isEqualTo(1);
            assertThat(Math.abs(Degrees.cos(start + 90))).isZero();
            assertThat(Degrees.cos(start + 180)).isEqualTo(-1);
            assertThat(Degrees.sin(start + 90)).isEqualTo(1);
            assertThat(Math.abs(Degrees.sin(start + 180))).isZero();
            assertThat(Degrees.sin(start + 270)).isEqualTo(-1);
        }
    }

    @Test
    void whatHasNoDirectionPointsAlongX() {
        for (double odd : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300}) {
            assertThat(Degrees.cos(odd)).as("%s", odd).isEqualTo(1);
            assertThat(Math.abs(Degrees.sin(odd))).as("%s", odd).isZero();
        }
    }

    private static DoubleStream random(double from, double to) {
        return new Random(20_240_101).doubles(from, to);
    }

    private static double series(double x, BigDecimal first, int nextPower) {
        BigDecimal square = new BigDecimal(x).pow(2).negate();
        BigDecimal term = first;
        BigDecimal sum = first;
        for (int power = nextPower; power < 50; power += 2) {
            term = term.multiply(square, PRECISION).divide(BigDecimal.valueOf((long) power * (power + 1)), PRECISION);
            sum = sum.add(term, PRECISION);
        }
        return sum.doubleValue();
    }

    /** To the last bit as the library below iTwin.js gives them for the matrices of these angles. */
    @ParameterizedTest
    @CsvSource({"10,10", "20,20", "30,29.999999999999996"})
    void anglesComeBackFromTheirSinesAndCosines(double degrees, double back) {
        assertThat(Degrees.atan2(Degrees.sin(degrees), Degrees.cos(degrees))).isEqualTo(back);
    }

    /** As the library below iTwin.js does: near the poles, too, and where sine and cosine are not those of a unit circle. */
    @ParameterizedTest
    @CsvSource({
        "30,-35.264389682754654,-45, 29.999999999999996,-35.264389682754654,-45.00000000000001",
        "12.3,45.6,78.9, 12.3,45.599999999999994,78.9",
        "10,89.9999999,5, 10,89.9999999,5"
    })
    void anglesComeBackFromTheirMatrix(
            double yaw, double pitch, double roll, double yaw2, double pitch2, double roll2) {
        assertThat(YawPitchRollAngles.ofMatrix(new YawPitchRollAngles(yaw, pitch, roll).toMatrix()))
                .isEqualTo(new YawPitchRollAngles(yaw2, pitch2, roll2));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-90, 1e-9, 0.1, 7, 1e9, 1e90})
    void theAngleOfAPointDoesNotDependOnItsDistance(double distance) {
        for (double degrees : new double[] {5, 10, 44, 46, 100, -170}) {
            assertThat(Degrees.atan2(distance * Degrees.sin(degrees), distance * Degrees.cos(degrees)))
                    .isCloseTo(degrees, within(1e-13));
        }
    }

    @ParameterizedTest
    @CsvSource({"89.9999999,5", "-89.9999999,5", "89.99999,-60"})
    void yawAndRollSurviveAPitchThatIsAlmostStraight(double pitch, double roll) {
        YawPitchRollAngles back = YawPitchRollAngles.ofMatrix(new YawPitchRollAngles(10, pitch, roll).toMatrix());
        assertThat(back.yaw()).isCloseTo(10, within(1e-9));
        assertThat(back.pitch()).isCloseTo(pitch, within(1e-9));
        assertThat(back.roll()).isCloseTo(roll, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0,0,0", "30,20,10", "-170,80,-10", "90,-45,135", "12,90,0", "12,-90,0", "180,0,0", "0,0,180"})
    void anglesOfARotationGiveTheSameRotation(double yaw, double pitch, double roll) {
        Matrix3d rotation = new YawPitchRollAngles(yaw, pitch, roll).toMatrix();
        Matrix3d again = YawPitchRollAngles.ofMatrix(rotation).toMatrix();
        for (Point3d axis : new Point3d[] {new Point3d(1, 0, 0), new Point3d(0, 1, 0), new Point3d(0, 0, 1)}) {
            assertThat(again.times(axis).distance(rotation.times(axis))).isLessThan(1e-12);
        }
    }

    @Test
    void aMatrixThatIsNoNumberHasNoAngles() {
        Matrix3d nothing = new Matrix3d(Double.NaN, 0, 0, 0, 1, 0, 0, 0, 1);
        assertThat(YawPitchRollAngles.ofMatrix(nothing)).isEqualTo(YawPitchRollAngles.ZERO);
    }
}
