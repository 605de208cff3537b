package org.imodel4j.bis.geometry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.imodel4j.id.Id64;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteDrivers;
import org.imodel4j.sqlite.SqliteStatement;
import org.jspecify.annotations.NullUnmarked;

/** The streams of the recorded shapes: as the file has them and as they were decoded by others. */
@NullUnmarked
final class RecordedStreams {
    private static final String SHAPES = "geometry/shapes";

    private RecordedStreams() {}

    /**
     * A recorded stream.
     *
     * @param category of its element, 0 for a geometry part
     */
    record RecordedStream(String name, JsonObject decoded, byte[] blob, long category) {
        boolean is3d() {
            return !decoded.text("table").equals("bis_GeometricElement2d");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<RecordedStream> all() {
        try (SqliteDatabase file = SqliteDrivers.best().open(OpenRequest.immutable(path(SHAPES + ".bim")))) {
            List<RecordedStream> streams = lines(SHAPES + ".streams.jsonl").stream()
                    .map(line -> stream(line, file))
                    .toList();
            return streams.stream();
        }
    }

    private static RecordedStream stream(JsonObject decoded, SqliteDatabase file) {
        String table = decoded.text("table");
        boolean part = table.startsWith("GeometryPart");
        String sql = part
                ? "SELECT js1, 0 FROM bis_DefinitionElement WHERE ElementId=?"
                : "SELECT GeometryStream, CategoryId FROM " + table + " WHERE ElementId=?";
        try (SqliteStatement row = file.prepare(sql)) {
            row.bindLong(1, Id64.parse(decoded.text("id")));
            row.step();
            String name = decoded.text("label") == null ? "part" : decoded.text("label");
            return new RecordedStream(name, decoded, row.columnBlob(0), row.columnLong(1));
        }
    }

    static List<JsonObject> lines(String fixture) {
        try {
            return Files.readAllLines(path(fixture)).stream()
                    .map(line -> (JsonObject) Json.parse(line))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path path(String fixture) {
        return Path.of(System.getProperty("imodel4j.fixtures"), fixture);
    }
}
