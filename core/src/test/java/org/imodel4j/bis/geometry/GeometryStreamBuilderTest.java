package org.imodel4j.bis.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.geometry.Transform3d;
import org.imodel4j.geometry.YawPitchRollAngles;
import org.imodel4j.geometry.shape.IndexedPolyface;
import org.imodel4j.geometry.shape.IntList;
import org.imodel4j.geometry.shape.LineSegment3d;
import org.imodel4j.geometry.shape.LineString3d;
import org.imodel4j.geometry.shape.Points3d;
import org.imodel4j.geometry.shape.Sphere;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class GeometryStreamBuilderTest {
    private static final long CATEGORY = 0x12;
    private static final StreamEntry LINE =
            new StreamEntry.Shape(new LineSegment3d(Point3d.ZERO, new Point3d(1, 2, 3)));
    private static final StreamEntry BREP =
            new StreamEntry.BRep(Transform3d.IDENTITY, 0, new byte[] {1, 2, 3}, null, null);

    /** One line style, 0x77, of 10 centimetres. */
    private static final GeometryLookup LOOKUP = new GeometryLookup() {
        @Override
        public Range3d tryPartRange(long partId) {
            return partId == 1 ? OneLookup.PART : null;
        }

        @Override
        public long categoryOf(long subCategoryId) {
            return subCategoryId == 0x13 ? CATEGORY : 0x99;
        }

        @Override
        public Double tryLineStyleWidth(long styleId) {
            return styleId == 0x77 ? 0.1 : null;
        }
    };

    private static GeometryStreamBuilder element() {
        return GeometryStreamBuilder.forElement(CATEGORY, true, LOOKUP);
    }

    private static StreamEntry styled(long styleId) {
        return new StreamEntry.Appearance(0, null, null, styleId, 0, 0, 0);
    }

    @Test
    void linesOfALineStyleNeedRoomForTheirWidth() {
        assertThat(element().append(styled(0x77)).append(LINE).build().box())
                .isEqualTo(Range3d.of(-0.1, -0.1, -0.1, 1.1, 2.1, 3.1));
    }

    @Test
    void aSolidHasNoLineStyle() {
        StreamEntry sphere = new StreamEntry.Shape(Sphere.of(Point3d.ZERO, 1, true));
        assertThat(element().append(styled(0x77)).append(sphere).entries())
                .containsExactly(new StreamEntry.Header(0), styled(0), sphere);
    }

    @Test
    void theBoxOfAPartIsMovedWithIt() {
        StreamEntry part = new StreamEntry.PartReference(1, new Point3d(10, 0, 0), new YawPitchRollAngles(90, 0, 0), 2);
        assertThat(element().append(part).build().box()).isEqualTo(Range3d.of(9, -1, 0, 11, 1, 2.6));
    }

    @Test
    void theBoxOfABoundaryRepresentationIsForOthersToKnow() {
        BuiltGeometry built = element().append(LINE).append(BREP).build();
        assertThat(built.boxIsWhole()).isFalse();
        assertThat(built.box()).isEqualTo(Range3d.of(0, 0, 0, 1, 2, 3));
        assertThat(GeometryStreamReader.read(built.blob())).contains(BREP);
    }

    @Test
    void theBoxOfAReadStreamIsThatOfTheBuiltOne() {
        BuiltGeometry built = element().append(styled(0x77)).append(LINE).build();
        assertThat(StreamBox.of(GeometryStreamReader.read(built.blob()), CATEGORY, LOOKUP))
                .isEqualTo(built.box());
    }

    @Test
    void nothingThatDrawsIsNoGeometry() {
        assertThatThrownBy(() -> element().append(styled(0)).build())
                .isInstanceOfSatisfying(
                        IModelException.class, e -> assertThat(e.errorNumber()).isEqualTo(Status.NO_GEOMETRY.number()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'geomPart': {'part': '0x2'}}]",
                "[{'appearance': {'subCategory': '0x14'}}, {'lineString': [[0,0,0],[1,1,1]]}]",
                "[{'appearance': 5}]",
                "[{'fill': {'display': 'x'}}]",
                "[{'material': {'materialId': '0x1', 'trans2x3': [[1]]}}]",
                "[{'brep': {'data': '!'}}]",
                "[{'header': {'flags': 1e300}}]"
            })
    void geometryThatCanNotBeIsABadArgument(String json) {
        JsonArray props = (JsonArray) Json.parse(json.replace('\'', '"'));
        assertThatThrownBy(() -> element().appendJson(props))
                .isInstanceOfSatisfying(
                        IModelException.class, e -> assertThat(e.errorNumber()).isEqualTo(Status.BAD_ARG.number()));
    }

    @Test
    void aStreamOfManyPiecesIsReadAsItWasWritten() {
        double[] xyz = new double[3 * 20_000];
        int[] index = new int[4 * 19_998];
        for (int i = 0; i < xyz.length; i++) {
            xyz[i] = Math.sin(i) * 1000;
        }
        for (int i = 0; i < index.length; i++) {
            index[i] = i % 4 == 3 ? 0 : i / 4 + i % 4 + 1;
        }
        StreamEntry mesh = new StreamEntry.Shape(IndexedPolyface.builder()
                .points(Points3d.ofTrusted(xyz))
                .pointIndex(IntList.ofTrusted(index))
                .build());
        byte[] blob = GeometryStreamWriter.write(List.of(mesh), true);
        assertThat(blob.length).isGreaterThan(10 * 32_768);
        assertThat(GeometryStreamReader.read(blob)).containsExactly(new StreamEntry.Header(0), mesh);
    }

    @Test
    void aStreamThatIsNotPackedIsPackedAsItIs() {
        StreamBytes stream = new StreamBytes();
        OpWriter writer = new OpWriter(stream, true);
        writer.write(new StreamEntry.Header(1));
        writer.write(LINE);
        writer.write(new StreamEntry.Unknown(77, new byte[8]));
        List<StreamEntry> entries = GeometryStreamReader.readUnpacked(stream.toArray());
        assertThat(entries).hasSize(3);
        assertThat(GeometryStreamReader.read(GeometryStreamWriter.pack(stream.toArray())))
                .isEqualTo(entries);
        assertThatThrownBy(() -> GeometryStreamWriter.pack(new byte[] {1, 2, 3}))
                .isInstanceOfSatisfying(
                        IModelException.class, e -> assertThat(e.errorNumber()).isEqualTo(Status.BAD_ARG.number()));
    }

    @Test
    void pointsOfDrawingsAreStoredWithoutHeight() {
        byte[] blob = GeometryStreamBuilder.forElement(CATEGORY, false, LOOKUP)
                .append(LINE)
                .build()
                .blob();
        assertThat(GeometryStreamReader.read(blob))
                .contains(new StreamEntry.Shape(new LineString3d(Points3d.of(0, 0, 0, 1, 2, 0))));
    }
}
