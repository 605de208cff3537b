package org.imodel4j.imodel;

import static org.assertj.core.api.Assertions.assertThat;

import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.json.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Extents and locations as the reference reads them; the texts are its own answers to these documents. */
class GeoLocationTest {
    private static @Nullable String ecef(String stored) {
        EcefLocation location =
                GeoLocation.of(null, "{\"ecefLocation\":" + stored + "}").ecefLocation();
        return location == null ? null : Json.write(location.toJson());
    }

    private static Range3d extents(String stored) {
        return GeoLocation.of(stored, null).projectExtents();
    }

    @Test
    void anglesGiveTheTransform() {
        assertThat(ecef("{\"origin\":[1,2,3],\"orientation\":{\"yaw\":3}}"))
                .isEqualTo("{\"origin\":[1,2,3],\"orientation\":{\"yaw\":3.0000000000000004},"
                        + "\"transform\":[[0.9986295347545738,-0.05233595624294384,0,1],"
                        + "[0.05233595624294384,0.9986295347545738,0,2],[0,0,1,3]]}");
        assertThat(ecef("{\"origin\":[2884159.133431748,1341127.3600963121,5509917.357639276],"
                        + "\"orientation\":{\"yaw\":45.5,\"pitch\":-33.25,\"roll\":170}}"))
                .isEqualTo("{\"origin\":[2884159.133431748,1341127.360096312,5509917.357639276],"
                        + "\"orientation\":{\"pitch\":-33.25,\"roll\":170,\"yaw\":45.5},\"transform\":"
                        + "[[0.5861607142394036,0.7691482274229736,-0.2546107250970583,2884159.133431748],"
                        + "[0.5964814762798384,-0.6223522166915125,-0.5068407706905445,1341127.360096312],"
                        + "[-0.5482932295199138,0.1452195669710459,-0.8235810900156493,5509917.357639276]]}");
    }

    @Test
    void anglesOfNoSizeAreLeftOut() {
        assertThat(ecef("{\"origin\":[6378137,0,0],\"orientation\":null}"))
                .isEqualTo("{\"origin\":[6378137,0,0],\"orientation\":{},"
                        + "\"transform\":[[1,0,0,6378137],[0,1,0,0],[0,0,1,0]]}");
        assertThat(ecef("{\"origin\":[10,20,30],\"orientation\":{\"yaw\":1e-20}}"))
                .contains("\"orientation\":{},");
        assertThat(ecef("{\"origin\":[10,20,30],\"orientation\":{\"yaw\":1e-10}}"))
                .contains("\"orientation\":{\"yaw\":1e-10},");
    }

    @Test
    void twoVectorsWinOverTheAngles() {
        assertThat(
                        ecef(
                                "{\"origin\":[10,20,30],\"orientation\":{\"yaw\":10},\"xVector\":[2,1,0],\"yVector\":[0,3,0.5]}"))
                .isEqualTo("{\"origin\":[10,20,30],\"orientation\":{\"yaw\":10},\"transform\":"
                        + "[[2,0,0.08192319205190406,10],[1,3,-0.1638463841038081,20],[0,0.5,0.9830783046228486,30]],"
                        + "\"xVector\":[2,1,0],\"yVector\":[0,3,0.5]}");
        String turned = "\"transform\":[[0.984807753012208,-0.17364817766693033,0,10],";
        assertThat(ecef("{\"origin\":[10,20,30],\"orientation\":{\"yaw\":10},\"xVector\":[2,0,0],\"yVector\":[2,0,0]}"))
                .contains(turned)
                .endsWith("\"xVector\":[2,0,0],\"yVector\":[2,0,0]}");
        assertThat(ecef("{\"origin\":[10,20,30],\"orientation\":{\"yaw\":10},\"xVector\":[2,0,0]}"))
                .contains(turned)
                .doesNotContain("Vector");
    }

    @Test
    void thePlaceThatTheLocationWasMadeFromIsTold() {
        assertThat(ecef("{\"origin\":[10,20,30],\"orientation\":{},\"cartographicOrigin\":{\"longitude\":1}}"))
                .endsWith("\"cartographicOrigin\":{\"latitude\":0,\"longitude\":1,\"height\":0}}");
        assertThat(ecef("{\"origin\":[10,20,30],\"orientation\":{},\"cartographicOrigin\":null}"))
                .endsWith("\"cartographicOrigin\":{\"latitude\":0,\"longitude\":0,\"height\":0}}");
    }

    @Test
    void aLocationNeedsAnOriginAndAnOrientation() {
        assertThat(ecef("{\"origin\":[0,0,0],\"orientation\":{\"yaw\":1}}")).isNull();
        assertThat(ecef("{\"origin\":[10,20,30]}")).isNull();
        assertThat(ecef("{\"orientation\":{\"yaw\":9}}")).isNull();
        assertThat(ecef("null")).isNull();
        assertThat(ecef("\"x\"")).isNull();
        assertThat(ecef("{\"origin\":[10,20,30],\"orientation\":\"x\"}")).contains("\"orientation\":{}");
    }

    @Test
    void pointsAreReadFromArraysAndObjects() {
        assertThat(GeoLocation.of(null, "{\"globalOrigin\":[1]}").globalOrigin())
                .isEqualTo(new Point3d(1, 0, 0));
        assertThat(GeoLocation.of(null, "{\"globalOrigin\":{\"x\":1,\"y\":2,\"z\":3}}")
                        .globalOrigin())
                .isEqualTo(new Point3d(1, 2, 3));
        assertThat(GeoLocation.of(null, "{\"globalOrigin\":[\"1\",\"2\",3]}").globalOrigin())
                .isEqualTo(new Point3d(0, 0, 3));
        assertThat(GeoLocation.of(null, "[]").globalOrigin()).isEqualTo(Point3d.ZERO);
    }

    @Test
    void extentsAreOrderedAndNeverFlat() {
        assertThat(extents("{\"low\":[4,4,4],\"high\":[2,5,6]}")).isEqualTo(Range3d.of(2, 4, 4, 4, 5, 6));
        assertThat(extents("[[1,2,3],[4,5,6]]")).isEqualTo(Range3d.of(1, 2, 3, 4, 5, 6));
        assertThat(extents("{\"low\":[1,2,3],\"high\":[1,2,3]}")).isEqualTo(Range3d.of(0.5, 1.5, 2.5, 1.5, 2.5, 3.5));
        assertThat(extents("{\"low\":[0,0,0]}")).isEqualTo(Range3d.of(-0.5, -0.5, -0.5, 0.5, 0.5, 0.5));
        assertThat(extents("{\"low\":[1,2],\"high\":[4,5]}")).isEqualTo(Range3d.of(1, 2, -0.5, 4, 5, 0.5));
        assertThat(extents("{\"low\":[\"a\",2,3],\"high\":[4,5,6]}")).isEqualTo(Range3d.of(0, 2, 3, 4, 5, 6));
    }
}
