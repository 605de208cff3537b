package org.imodel4j.imodeljson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.imodel4j.error.IModelException;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Transform3d;
import org.imodel4j.geometry.shape.CatenaryCurve3d;
import org.imodel4j.geometry.shape.Cone;
import org.imodel4j.geometry.shape.CurveCollection;
import org.imodel4j.geometry.shape.DoubleList;
import org.imodel4j.geometry.shape.GeometryQuery;
import org.imodel4j.geometry.shape.IndexedPolyface;
import org.imodel4j.geometry.shape.IntList;
import org.imodel4j.geometry.shape.LineSegment3d;
import org.imodel4j.geometry.shape.PartialCurve3d;
import org.imodel4j.geometry.shape.Points3d;
import org.imodel4j.geometry.shape.TransitionSpiral3d;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class IModelJsonWriterTest {
    private static final CatenaryCurve3d CHAIN =
            new CatenaryCurve3d(1, Point3d.ZERO, new Point3d(1, 0, 0), new Point3d(0, 1, 0), -1, 1);
    private static final LineSegment3d LINE = new LineSegment3d(Point3d.ZERO, new Point3d(1, 0, 0.5));

    private static String written(GeometryQuery geometry) {
        return Json.write(Recorded.written(geometry)).replace('"', '\'');
    }

    @Test
    void curvesWithoutAFormAreRefusedAndLeftOutOfCollections() {
        JsonWriter out = new JsonWriter();
        assertThat(IModelJsonWriter.isWritable(CHAIN)).isFalse();
        assertThatThrownBy(() -> IModelJsonWriter.write(new PartialCurve3d(0, 0.5, LINE), out))
                .isInstanceOf(IModelException.class);
        assertThat(out.size()).isZero();
        assertThat(written(new CurveCollection(CurveCollection.Type.PATH, List.of(CHAIN, LINE))))
                .isEqualTo("{'path':[{'lineSegment':[[0,0,0],[1,0,0.5]]}]}");
    }

    @Test
    void innerLoopsAreLoops() {
        assertThat(written(new CurveCollection(CurveCollection.Type.INNER_LOOP, List.of(LINE))))
                .startsWith("{'loop':");
    }

    @Test
    void aLeaningConeOfOneRadiusIsNoCylinder() {
        Point3d x = new Point3d(1, 0, 0);
        Point3d y = new Point3d(0, 1, 0);
        assertThat(written(new Cone(Point3d.ZERO, new Point3d(0, 0, 1), x, y, 2, 2, true)))
                .isEqualTo("{'cylinder':{'start':[0,0,0],'end':[0,0,1],'capped':true,'radius':2}}");
        assertThat(written(new Cone(Point3d.ZERO, new Point3d(1, 0, 1), x, y, 2, 2, true)))
                .startsWith("{'cone':")
                .contains("'radius':2,'xyVectors'");
    }

    @Test
    void coloursHaveNoSign() {
        IndexedPolyface mesh = IndexedPolyface.builder()
                .points(Points3d.of(0, 0, 0))
                .pointIndex(IntList.of(1, 0))
                .intColors(IntList.of(-1))
                .build();
        assertThat(written(mesh)).contains("'color':[4294967295]");
    }

    @Test
    void kindsOfSpiralsThatNobodyKnowsAreUnknown() {
        TransitionSpiral3d spiral =
                new TransitionSpiral3d(Transform3d.IDENTITY, 0, 1, 0, 0.1, 0, 0.002, 57, 0, DoubleList.EMPTY);
        assertThat(written(spiral)).contains("'type':'unknown'");
    }
}
