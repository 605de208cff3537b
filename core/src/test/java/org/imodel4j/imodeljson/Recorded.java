package org.imodel4j.imodeljson;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.geometry.shape.GeometryQuery;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.NullUnmarked;

/** What the reference answered for an element with some geometry; the README beside the file tells how. */
@NullUnmarked
record Recorded(String name, JsonArray input, JsonArray answer, Range3d box) {
    static List<Recorded> all() {
        try (InputStream file = Recorded.class.getResourceAsStream("recorded.jsonl")) {
            return new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .map(line -> of((JsonObject) Json.parse(line)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Recorded of(JsonObject row) {
        JsonArray box = row.array("bbox");
        return new Recorded(
                row.text("name"),
                row.array("input"),
                row.array("answer"),
                box == null ? Range3d.NULL : new Range3d(point(box.get(0)), point(box.get(1))));
    }

    private static Point3d point(JsonValue value) {
        JsonArray xyz = (JsonArray) value;
        return new Point3d(number(xyz.get(0)), number(xyz.get(1)), number(xyz.get(2)));
    }

    private static double number(JsonValue value) {
        return ((JsonValue.Number) value).value();
    }

    @Override
    public String toString() {
        return name;
    }

    static JsonValue written(GeometryQuery geometry) {
        JsonWriter out = new JsonWriter();
        IModelJsonWriter.write(geometry, out);
        return Json.parse(out.bytes());
    }

    static Range3d range(JsonArray entries) {
        Range3d all = Range3d.NULL;
        for (JsonValue entry : entries.items()) {
            all = all.union(IModelJsonReader.read(entry).range());
        }
        return all;
    }
}
