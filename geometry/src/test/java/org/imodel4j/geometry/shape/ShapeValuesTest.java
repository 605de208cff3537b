package org.imodel4j.geometry.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.geometry.Matrix3d;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.geometry.Transform3d;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class ShapeValuesTest {
    @Test
    void listsOfNumbersKeepTheirOwnCopyAndAreEqualByContent() {
        double[] xyz = {1, 2, 3, 4, 5, 6};
        Points3d points = Points3d.of(xyz);
        xyz[0] = 9;
        points.toArray()[1] = 9;
        assertThat(points).isEqualTo(Points3d.of(new Point3d(1, 2, 3), new Point3d(4, 5, 6)));
        assertThat(points)
                .hasSameHashCodeAs(Points3d.of(1, 2, 3, 4, 5, 6))
                .hasToString("[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]");
        assertThat(points.point(1)).isEqualTo(new Point3d(4, 5, 6));
        double[] target = new double[7];
        points.copyTo(target, 1);
        assertThat(target).containsExactly(0, 1, 2, 3, 4, 5, 6);
        assertThat(IntList.of(1, 2)).isEqualTo(IntList.of(1, 2)).isNotEqualTo(IntList.of(1, 3));
        assertThat(DoubleList.of()).isSameAs(DoubleList.EMPTY);
    }

    @Test
    void coordinatesThatMakeNoWholePointAreRefused() {
        assertThatThrownBy(() -> Points3d.of(1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> IndexedPolyface.builder().params(DoubleList.of(1)).build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void collectionsDoNotFollowTheListTheyWereMadeOf() {
        List<CurveMember> members = new ArrayList<>();
        members.add(new LineString3d(Points3d.of(0, 0, 0)));
        CurveCollection path = new CurveCollection(CurveCollection.Type.PATH, members);
        members.clear();
        assertThat(path.members()).hasSize(1);
    }

    @Test
    void typesOfCollectionsHaveTheNumbersOfStreams() {
        assertThat(CurveCollection.Type.of(4)).isEqualTo(CurveCollection.Type.PARITY_REGION);
        assertThat(CurveCollection.Type.isKnown(6)).isFalse();
        assertThatThrownBy(() -> CurveCollection.Type.of(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void spiralsAreFoundByNumberAndByNameInAnyCase() {
        assertThat(SpiralKind.tryOf(55)).isEqualTo(SpiralKind.AREMA);
        assertThat(SpiralKind.tryOf("westernaustralian")).isEqualTo(SpiralKind.WESTERN_AUSTRALIAN);
        assertThat(SpiralKind.tryOf(57)).isNull();
        assertThat(SpiralKind.tryOf("viennese")).isNull();
    }

    @Test
    void everyIntegratedSpiralTurnsByTheMeanCurvature() {
        for (SpiralKind kind : SpiralKind.values()) {
            if (!kind.isDirect()) {
                assertThat(kind.turned(0)).isZero();
                assertThat(kind.turned(1)).isCloseTo(0.5, org.assertj.core.data.Offset.offset(1e-15));
            }
        }
    }

    @Test
    void transformsFollowEachOther() {
        Transform3d quarter = new Transform3d(new Matrix3d(0, -1, 0, 1, 0, 0, 0, 0, 1), new Point3d(1, 0, 0));
        Transform3d doubled = new Transform3d(new Matrix3d(2, 0, 0, 0, 2, 0, 0, 0, 2), new Point3d(0, 0, 5));
        Point3d point = new Point3d(1, 2, 3);
        assertThat(quarter.times(doubled).times(point)).isEqualTo(quarter.times(doubled.times(point)));
        assertThat(Transform3d.IDENTITY.times(quarter)).isEqualTo(quarter);
        assertThat(quarter.times(Range3d.of(0, 0, 0, 1, 2, 3))).isEqualTo(Range3d.of(-1, 0, 0, 1, 1, 3));
        assertThat(quarter.times(Range3d.NULL).isNull()).isTrue();
    }

    @Test
    void meshesHaveTheBoxOfAllTheirPoints() {
        IndexedPolyface mesh = IndexedPolyface.builder()
                .points(Points3d.of(0, 0, 0, 1, 2, 3))
                .pointIndex(IntList.of(1, 2, 1, 0))
                .build();
        assertThat(mesh.range()).isEqualTo(Range3d.of(0, 0, 0, 1, 2, 3));
        assertThat(mesh.meshStyle()).isEqualTo(IndexedPolyface.INDEXED);
    }
}
