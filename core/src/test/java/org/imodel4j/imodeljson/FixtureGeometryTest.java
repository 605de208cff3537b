package org.imodel4j.imodeljson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.imodel4j.geometry.shape.GeometryQuery;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** The geometry of the sample iModels reads and writes as the reference answered it. */
@NullUnmarked
class FixtureGeometryTest {
    @Test
    void shapesReadAndWriteTheSame() throws IOException {
        assertThat(roundTrips((JsonObject) fixture("geometry/shapes.geometry.json")))
                .hasSizeGreaterThan(30);
    }

    @Test
    void buildingsReadAndWriteTheSame() throws IOException {
        JsonObject record = (JsonObject) fixture("building.expected.json");
        assertThat(roundTrips(record.object("elementsWithGeometry"))).isNotEmpty();
    }

    private static List<GeometryQuery> roundTrips(JsonObject elements) {
        List<GeometryQuery> read = new ArrayList<>();
        for (Map.Entry<String, JsonValue> element : elements.members().entrySet()) {
            JsonArray entries = ((JsonObject) element.getValue()).array("geom");
            for (JsonValue entry : entries == null ? List.<JsonValue>of() : entries.items()) {
                GeometryQuery geometry = IModelJsonReader.tryRead(entry);
                if (geometry != null) {
                    read.add(geometry);
                    assertThat(JsonDifference.of(Recorded.written(geometry), entry))
                            .as(element.getKey())
                            .isNull();
                }
            }
        }
        return read;
    }

    private static JsonValue fixture(String name) throws IOException {
        return Json.parse(Files.readAllBytes(Path.of(System.getProperty("imodel4j.fixtures"), name)));
    }
}
