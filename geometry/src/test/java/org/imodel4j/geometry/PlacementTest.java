package org.imodel4j.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PlacementTest {
    private static void assertClose(Point3d actual, double x, double y, double z) {
        assertThat(actual.x()).isCloseTo(x, within(1e-12));
        assertThat(actual.y()).isCloseTo(y, within(1e-12));
        assertThat(actual.z()).isCloseTo(z, within(1e-12));
    }

    @Test
    void yawTurnsAboutZPitchLiftsXAndRollTurnsAboutX() {
        Point3d x = new Point3d(1, 0, 0);
        Point3d y = new Point3d(0, 1, 0);
        assertClose(new YawPitchRollAngles(90, 0, 0).toMatrix().times(x), 0, 1, 0);
        assertClose(new YawPitchRollAngles(0, 90, 0).toMatrix().times(x), 0, 0, 1);
        assertClose(new YawPitchRollAngles(0, 0, 90).toMatrix().times(y), 0, 0, 1);
        assertClose(YawPitchRollAngles.ZERO.toMatrix().times(new Point3d(1, 2, 3)), 1, 2, 3);
    }

    @Test
    void theMatrixOfThreeAnglesIsTheOneThatITwinJsRecords() {
        Matrix3d matrix = new YawPitchRollAngles(128.02430603028654, 7.397025913593011, 28.98049064330088).toMatrix();
        assertThat(matrix.xx()).isEqualTo(-0.6108692991980577);
        assertThat(matrix.xy()).isEqualTo(-0.650686636443832);
        assertThat(matrix.xz()).isEqualTo(0.4510494434656651);
        assertThat(matrix.yx()).isEqualTo(0.7811937343391246);
        assertThat(matrix.yy()).isEqualTo(-0.5880019171985208);
        assertThat(matrix.yz()).isEqualTo(0.2097381577113639);
        assertThat(matrix.zx()).isEqualTo(0.1287441211340036);
        assertThat(matrix.zy()).isEqualTo(0.48047960052875943);
        assertThat(matrix.zz()).isEqualTo(0.8675046424942963);
    }

    @Test
    void theWorldRangeHoldsTheTurnedCorners() {
        Range3d range = new Placement3d(
                        new Point3d(10, 20, 30), new YawPitchRollAngles(90, 0, 0), Range3d.of(0, 0, 0, 1, 2, 3))
                .worldRange();
        assertClose(range.low(), 8, 20, 30);
        assertClose(range.high(), 10, 21, 33);
    }

    @Test
    void aFlatWorldRangeIsWidenedByHalfAMillimetre() {
        Range3d range = new Placement3d(new Point3d(5, 5, 5), YawPitchRollAngles.ZERO, Range3d.of(0, 0, 0, 0, 0, 2))
                .worldRange();
        assertThat(range).isEqualTo(Range3d.of(4.9995, 4.9995, 5, 5.0005, 5.0005, 7));
    }

    @Test
    void aDrawingLiesInThePlane() {
        Placement3d placement = new Placement2d(new Point2d(1, 2), 90, Range2d.of(0, 0, 3, 4)).toPlacement3d();
        assertClose(placement.boxOfCorners().low(), -3, 2, 0);
        assertClose(placement.boxOfCorners().high(), 1, 5, 0);
    }

    @Test
    void rangesUniteOverlapAndContain() {
        Range3d box = Range3d.of(0, 0, 0, 2, 2, 2);
        assertThat(Range3d.NULL.isNull()).isTrue();
        assertThat(Range3d.NULL.union(box)).isEqualTo(box);
        assertThat(box.union(Range3d.NULL)).isEqualTo(box);
        assertThat(box.union(Range3d.of(-1, 1, 1, 1, 3, 1))).isEqualTo(Range3d.of(-1, 0, 0, 2, 3, 2));
        assertThat(box.overlaps(Range3d.of(2, 2, 2, 3, 3, 3))).isTrue();
        assertThat(box.overlaps(Range3d.of(2.1, 2, 2, 3, 3, 3))).isFalse();
        assertThat(box.overlaps(Range3d.NULL)).isFalse();
        assertThat(box.contains(Range3d.of(0, 0, 0, 1, 1, 2))).isTrue();
        assertThat(box.contains(Range3d.of(0, 0, 0, 1, 1, 2.5))).isFalse();
        assertThat(box.xLength() * box.yLength() * box.zLength()).isEqualTo(8);
        assertThat(Range3d.of(Double.NaN, 0, 0, 1, 1, 1).isNull()).isTrue();
    }
}
