package org.imodel4j.imodeljson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.geometry.shape.Arc3d;
import org.imodel4j.geometry.shape.Box;
import org.imodel4j.geometry.shape.BsplineCurve3d;
import org.imodel4j.geometry.shape.BsplineSurface3d;
import org.imodel4j.geometry.shape.Cone;
import org.imodel4j.geometry.shape.CurveCollection;
import org.imodel4j.geometry.shape.DoubleList;
import org.imodel4j.geometry.shape.GeometryQuery;
import org.imodel4j.geometry.shape.LineSegment3d;
import org.imodel4j.geometry.shape.LineString3d;
import org.imodel4j.geometry.shape.PointString3d;
import org.imodel4j.geometry.shape.Points3d;
import org.imodel4j.geometry.shape.TransitionSpiral3d;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
class IModelJsonReaderTest {
    /** In single quotes JSON is easier to read here. */
    private static JsonValue json(String text) {
        return Json.parse(text.replace('\'', '"'));
    }

    private static GeometryQuery read(String text) {
        return IModelJsonReader.read(json(text));
    }

    @Test
    void pointsAreArraysOrObjects() {
        LineSegment3d line = new LineSegment3d(new Point3d(1, 2, 0), new Point3d(0, 4, 5));
        assertThat(read("{'lineSegment':[[1,2],[0,4,5]]}")).isEqualTo(line);
        assertThat(read("{'lineSegment':[{'x':1,'y':2},{'y':4,'z':5}]}")).isEqualTo(line);
        assertThat(read("{'point':{'x':1,'y':2,'z':3}}")).isEqualTo(new PointString3d(Points3d.of(1, 2, 3)));
    }

    @Test
    void anglesAreDegreesOrSayWhatTheyAre() {
        Arc3d quarter = new Arc3d(Point3d.ZERO, new Point3d(1, 0, 0), new Point3d(0, 1, 0), 0, Math.PI / 2);
        String arc = "{'arc':{'center':[0,0],'vectorX':[1,0],'vectorY':[0,1],'sweepStartEnd':[%s]}}";
        assertThat(read(arc.replace("%s", "0,90"))).isEqualTo(quarter);
        assertThat(read(arc.replace("%s", "{'degrees':0},{'degrees':90}"))).isEqualTo(quarter);
        assertThat(((Arc3d) read(arc.replace("%s", "{'radians':0},{'radians':2}"))).sweepRadians())
                .isCloseTo(2, within(1e-15));
    }

    @Test
    void arcsHaveARadiusOrGoThroughThreePoints() {
        assertThat(read("{'arc':{'center':[1,1,1],'radius':2}}").range()).isEqualTo(Range3d.of(-1, -1, 1, 3, 3, 1));
        Arc3d half = (Arc3d) read("{'arc':[[0,0,0],[1,1,0],[2,0,0]]}");
        assertThat(half.center()).isEqualTo(new Point3d(1, 0, 0));
        assertThat(half.sweepRadians()).isCloseTo(Math.PI, within(1e-15));
        assertThat(half.range().high().y()).isCloseTo(1, within(1e-15));
        Arc3d most = (Arc3d) read("{'arc':[[1,0,0],[-1,0,0],[0,-1,0]]}");
        assertThat(most.sweepRadians()).isCloseTo(1.5 * Math.PI, within(1e-12));
    }

    @Test
    void threePointsOnALineAreALineString() {
        assertThat(read("{'arc':[[0,0,0],[1,1,0],[2,2,0]]}"))
                .isEqualTo(new LineString3d(Points3d.of(0, 0, 0, 1, 1, 0, 2, 2, 0)));
    }

    @Test
    void whatABoxDoesNotSayFollowsFromItsBase() {
        Box box = (Box) read("{'box':{'baseOrigin':[0,0,0],'baseX':2}}");
        assertThat(box.range()).isEqualTo(Range3d.of(0, 0, 0, 2, 2, 2));
        assertThat(box.capped()).isFalse();
        Box turned =
                (Box) read("{'box':{'origin':[0,0,0],'baseX':2,'baseY':1,'height':3,'zxVectors':[[1,0,0],[0,1,0]]}}");
        assertThat(turned.range()).isEqualTo(Range3d.of(0, 0, 0, 3, 2, 1));
    }

    @Test
    void axesOfConesFollowFromTheirEnds() {
        Cone cone = (Cone) read("{'cone':{'start':[0,0,0],'end':[2,0,0],'radius':1}}");
        assertThat(List.of(cone.vector0(), cone.vector90()))
                .containsExactly(new Point3d(0, 1, 0), new Point3d(0, 0, 1));
        assertThat(cone.radiusB()).isEqualTo(1);
    }

    @Test
    void axesThatAreSquareStayToTheLastDigit() {
        Point3d y = new Point3d(-0.9805806756909201, 0, 0.19611613513818402);
        Cone cone = (Cone) read("{'cone':{'start':[0,0,0],'end':[0.4,0,2],'startRadius':1,'endRadius':0.25,"
                + "'xyVectors':[[0,1,0],[-0.9805806756909201,0,0.19611613513818402]]}}");
        assertThat(List.of(cone.vector0(), cone.vector90())).containsExactly(new Point3d(0, 1, 0), y);
        Cone stretched = (Cone) read("{'cone':{'start':[0,0,0],'end':[0.4,0,2],'startRadius':1,'endRadius':0.25,"
                + "'xyVectors':[[0,2,0],[-3,1,0]]}}");
        assertThat(List.of(stretched.vector0(), stretched.vector90()))
                .containsExactly(new Point3d(0, 1, 0), new Point3d(-1, 0, 0));
    }

    @Test
    void holesOfARegionAreInnerLoops() {
        String loop = "{'loop':[{'lineString':[[0,0],[1,0],[1,1],[0,0]]}]}";
        CurveCollection region = (CurveCollection) read("{'parityRegion':[" + loop + "," + loop + "]}");
        assertThat(region.members())
                .extracting(member -> ((CurveCollection) member).type())
                .containsExactly(CurveCollection.Type.OUTER_LOOP, CurveCollection.Type.INNER_LOOP);
    }

    @Test
    void splinesWithoutKnotsGetEvenOnes() {
        BsplineCurve3d curve =
                (BsplineCurve3d) read("{'bcurve':{'points':[[0,0],[1,2],[2,0],[3,1]],'order':3,'knots':[]}}");
        assertThat(curve.knots()).isEqualTo(DoubleList.of(0, 0, 0, 0.5, 1, 1, 1));
    }

    @Test
    void surfacesKeepTheOrderOfTheirRows() {
        BsplineSurface3d surface = (BsplineSurface3d) read("{'bsurf':{'orderU':2,'orderV':2,'uKnots':[0,0,0.5,1,1],"
                + "'vKnots':[0,0,1,1],'points':[[[0,0,0,1],[1,0,0,1],[2,0,0,1]],[[0,1,0,1],[1,1,0,1],[2,1,0,1]]]}}");
        assertThat(List.of(surface.numPolesU(), surface.numPolesV())).containsExactly(3, 2);
        assertThat(surface.poles().point(2)).isEqualTo(new Point3d(2, 0, 0));
        assertThat(surface.weights().size()).isEqualTo(6);
    }

    @Test
    void fourOfFivePropertiesTellASpiral() {
        String rest = "'type':'clothoid','origin':[0,0,0]}}";
        TransitionSpiral3d all = (TransitionSpiral3d)
                read("{'transitionSpiral':{'startBearing':10,'endBearing':40,'startRadius':0,'endRadius':100," + rest);
        double length = all.length();
        for (String three : List.of(
                "'startBearing':10,'startRadius':0,'endRadius':100",
                "'endBearing':40,'startRadius':0,'endRadius':100",
                "'startBearing':10,'endBearing':40,'startRadius':0",
                "'startBearing':10,'endBearing':40,'endRadius':100")) {
            TransitionSpiral3d spiral =
                    (TransitionSpiral3d) read("{'transitionSpiral':{" + three + ",'length':" + length + "," + rest);
            assertThat(spiral.length()).isCloseTo(length, within(1e-9));
            assertThat(spiral.bearing1Radians()).isCloseTo(all.bearing1Radians(), within(1e-12));
            assertThat(spiral.curvature1()).isCloseTo(all.curvature1(), within(1e-12));
        }
    }

    @Test
    void entriesThatAreNoGeometryAreLeftToOthers() {
        assertThat(IModelJsonReader.tryRead(json("{'appearance':{}}"))).isNull();
        assertThat(IModelJsonReader.isGeometry("appearance")).isFalse();
        assertThat(IModelJsonReader.isGeometry("ruledSweep")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'appearance':{}} | geometry",
                "[] | geometry",
                "{'lineSegment':[[0,0,0]]} | lineSegment",
                "{'lineSegment':[[0,0,0],[1]]} | lineSegment[1]",
                "{'lineString':[[0,0,0],[1,'a',2]]} | lineString[1]",
                "{'lineString':{}} | lineString",
                "{'lineString':[[0,0,0]],'point':[0,0,0]} | point",
                "{'arc':{'center':[0,0,0],'vectorX':[1,0,0]}} | arc.vectorY",
                "{'arc':{'center':[0,0,0],'radius':'1'}} | arc.radius",
                "{'path':[{'arc':{'center':[0,0,0],'vectorX':[1,0,0],'vectorY':[1,0,0],'sweepStartEnd':[0]}}]} | path[0].arc.sweepStartEnd",
                "{'loop':[]} | loop",
                "{'parityRegion':[{'path':[{'lineString':[[0,0]]}]}]} | parityRegion[0]",
                "{'bcurve':{'points':[[0,0],[1,1],[2,2]],'order':27,'knots':[0,0,1,1]}} | bcurve.order",
                "{'bcurve':{'points':[[0,0],[1,1],[2,2]],'order':2000000000,'knots':[]}} | bcurve.order",
                "{'bcurve':{'points':[[0,0],[1,1],[2,2]],'order':4,'knots':[]}} | bcurve.points",
                "{'bcurve':{'points':[[0,0],[1,1],[2,2]],'order':3,'knots':[0,0,0,1]}} | bcurve.knots",
                "{'bcurve':{'points':[[0,0],[1,1],[2,2]],'order':3,'knots':[0,0,0,2,1,1]}} | bcurve.knots[4]",
                "{'bcurve':{'points':[[0,0],[1,1],[2,2]],'order':3,'knots':[1,1,1,1,1,1]}} | bcurve.knots",
                "{'bcurve':{'points':[[0,0,0,1],[1,1,1,0],[2,2,2,1]],'order':3,'knots':[]}} | bcurve.points[1]",
                "{'bsurf':{'orderU':2,'orderV':2,'uKnots':[],'vKnots':[],'points':[[[0,0],[1,0]],[[0,1]]]}} | bsurf.points[1]",
                "{'indexedMesh':{'point':[[0,0,0],[1,0,0],[0,1,0]],'pointIndex':[1,2,3,4]}} | indexedMesh.pointIndex[3]",
                "{'indexedMesh':{'point':[[0,0,0],[1,0,0],[0,1,0]],'pointIndex':[1,2,-2147483648]}} | indexedMesh.pointIndex[2]",
                "{'indexedMesh':{'point':[[0,0,0],[1,0,0],[0,1,0]],'pointIndex':[1,2,3.5]}} | indexedMesh.pointIndex[2]",
                "{'indexedMesh':{'point':[[0,0,0]],'pointIndex':[1,0],'normalIndex':[1,0]}} | indexedMesh.normal",
                "{'indexedMesh':{'point':[[0,0,0]],'pointIndex':[1,0],'param':[[0]]}} | indexedMesh.param[0]",
                "{'box':{'baseX':1}} | box.baseOrigin",
                "{'box':{'origin':[0,0,0],'baseX':1,'capped':'yes'}} | box.capped",
                "{'box':{'origin':[0,0,0],'baseX':1,'xyVectors':[[1,0,0]]}} | box.xyVectors",
                "{'sphere':{'center':[0,0,0],'radius':0}} | sphere",
                "{'rotationalSweep':{'contour':{'path':[{'lineString':[[1,0]]}]},'center':[0,0],'axis':[0,0,0],'sweepAngle':9}}"
                        + " | rotationalSweep.axis",
                "{'ruledSweep':{'contour':[{'lineString':[[1,0]]}]}} | ruledSweep.contour[0]",
                "{'transitionSpiral':{'origin':[0,0,0],'type':'coil'}} | transitionSpiral.type",
            })
    void whatIsWrongIsRefusedWithItsPlace(String text, String place) {
        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(IModelException.class, error -> {
            assertThat(error.errorNumber()).isEqualTo(Status.BAD_ARG.number());
            assertThat(error.context()).containsOnlyKeys(place);
        });
    }

    @Test
    void numbersThatAreNotFiniteAreRefused() {
        for (double number : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            JsonArray point = new JsonArray(List.of(new JsonValue.Number(number, 0, false), JsonValue.of(0)));
            JsonObject entry =
                    JsonObject.builder().put("lineString", JsonArray.of(point)).build();
            assertThatThrownBy(() -> IModelJsonReader.read(entry))
                    .isInstanceOf(IModelException.class)
                    .hasMessageContaining("lineString[0]");
        }
    }

    @Test
    void collectionsNestOnlySoDeep() {
        JsonValue path = json("{'path':[{'lineString':[[0,0]]}]}");
        for (int depth = 1; depth < 32; depth++) {
            path = JsonObject.builder().put("path", JsonArray.of(path)).build();
        }
        assertThat(IModelJsonReader.read(path).range().isNull()).isFalse();
        JsonValue deeper = JsonObject.builder().put("path", JsonArray.of(path)).build();
        assertThatThrownBy(() -> IModelJsonReader.read(deeper))
                .isInstanceOf(IModelException.class)
                .hasMessageContaining("nested too deeply");
    }

    @Test
    void rowsOfASurfaceTakeNoMemoryBeforeTheyAreEqual() {
        String row = "[" + "[0,0],".repeat(100_000) + "[0,0]]";
        String rows = "[" + row + ",[]".repeat(100_000) + "]";
        assertThatThrownBy(
                        () -> read("{'bsurf':{'orderU':2,'orderV':2,'uKnots':[],'vKnots':[],'points':" + rows + "}}"))
                .isInstanceOf(IModelException.class)
                .hasMessageContaining("bsurf.points[1]");
    }

    @Test
    void aLongNameDoesNotMakeALongMessage() {
        JsonValue entry = json("{'transitionSpiral':{'origin':[0,0,0],'type':'" + "x".repeat(100_000) + "'}}");
        assertThatThrownBy(() -> IModelJsonReader.read(entry))
                .satisfies(error -> assertThat(error.getMessage()).hasSizeLessThan(200));
    }
}
