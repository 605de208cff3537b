package org.imodel4j.bis.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.imodel4j.bis.geometry.RecordedStreams.RecordedStream;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Streams that others have written read as they meant them, and are written so that nothing gets lost. */
class RecordedStreamsTest {
    static Stream<RecordedStream> streams() {
        return RecordedStreams.all();
    }

    @ParameterizedTest
    @MethodSource("streams")
    void theEntriesAreThoseThatWereRecorded(RecordedStream stream) {
        assertThat(GeometryStreamReader.read(stream.blob()))
                .usingRecursiveComparison()
                // The record does not tell a zero from a negative one.
                .withEqualsForType((a, b) -> a.doubleValue() == b.doubleValue(), Double.class)
                .isEqualTo(RecordedOperations.entries(stream.decoded()));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void writtenEntriesReadAsTheSame(RecordedStream stream) {
        List<StreamEntry> entries = GeometryStreamReader.read(stream.blob());
        byte[] blob = GeometryStreamWriter.write(entries, stream.is3d());
        assertThat(GeometryStreamReader.read(blob)).isEqualTo(entries);
        assertThat(blob.length).isLessThan(stream.blob().length * 3 / 2);
    }

    /** What the reference answered for all kinds of geometry, see the README beside the record. */
    @Test
    void allKindsOfGeometrySurviveAStream() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(getClass().getResourceAsStream("/org/imodel4j/imodeljson/recorded.jsonl"))) {
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (((JsonObject) Json.parse(line)).get("answer") instanceof JsonArray answer) {
                    List<StreamEntry> entries = new ArrayList<>(List.of(new StreamEntry.Header(0)));
                    entries.addAll(GeometryStreamJson.read(answer));
                    assertThat(GeometryStreamReader.read(GeometryStreamWriter.write(entries, true)))
                            .as(line)
                            .isEqualTo(entries);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("streams")
    void theJsonOfAStreamBuildsTheSameStream(RecordedStream stream) {
        JsonWriter json = new JsonWriter();
        GeometryStreamJson.write(stream.blob(), true, json);
        GeometryStreamBuilder builder = stream.category() == 0
                ? GeometryStreamBuilder.forPart(true, new OneLookup(stream.category()))
                : GeometryStreamBuilder.forElement(stream.category(), stream.is3d(), new OneLookup(stream.category()));
        builder.appendJson((JsonArray) Json.parse(json.bytes()));
        JsonWriter again = new JsonWriter();
        GeometryStreamJson.write(builder.entries(), true, again);
        assertThat(Json.parse(again.bytes())).isEqualTo(Json.parse(json.bytes()));
    }
}
