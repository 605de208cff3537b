package org.imodel4j.cli.sample;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/** Geometry in the JSON form of iTwin.js, while it is put together. */
final class Shape {
    private final List<JsonValue> entries = new ArrayList<>();

    private Shape add(String key, JsonValue value) {
        entries.add(JsonObject.builder().put(key, value).build());
        return this;
    }

    Shape subCategory(long id) {
        return add(
                "appearance",
                JsonObject.builder().put("subCategory", Id64.toHex(id)).build());
    }

    Shape box(double x, double y, double z, double dx, double dy, double dz) {
        return add(
                "box",
                JsonObject.builder()
                        .put("origin", JsonArray.of(x, y, z))
                        .put("topOrigin", JsonArray.of(x, y, z + dz))
                        .put("baseX", dx)
                        .put("baseY", dy)
                        .put("capped", true)
                        .build());
    }

    /** A body between a region and the same one moved by a vector. */
    Shape sweep(JsonObject region, double x, double y, double z) {
        return add(
                "linearSweep",
                JsonObject.builder()
                        .put("contour", region)
                        .put("vector", JsonArray.of(x, y, z))
                        .put("capped", true)
                        .build());
    }

    /** A part, as it is. */
    Shape part(long id) {
        return add("geomPart", JsonObject.builder().put("part", Id64.toHex(id)).build());
    }

    Shape line(double... xy) {
        return add("lineString", points(xy));
    }

    Shape rectangle(double x, double y, double dx, double dy) {
        return loop(x, y, x + dx, y, x + dx, y + dy, x, y + dy, x, y);
    }

    Shape loop(double... xy) {
        return add(
                "loop",
                JsonArray.of(JsonObject.builder().put("lineString", points(xy)).build()));
    }

    /** The swing of a door. */
    Shape quarter(double x, double y, double radius) {
        return add(
                "arc",
                JsonObject.builder()
                        .put("center", JsonArray.of(x, y, 0))
                        .put("vectorX", JsonArray.of(radius, 0, 0))
                        .put("vectorY", JsonArray.of(0, radius, 0))
                        .put("sweepStartEnd", JsonArray.of(0, 90))
                        .build());
    }

    Shape hatch(double space, double degrees) {
        return add(
                "pattern",
                JsonObject.builder().put("space1", space).put("angle1", degrees).build());
    }

    Shape text(long font, String text, double height, double x, double y) {
        return add(
                "textString",
                JsonObject.builder()
                        .put("font", font)
                        .put("text", text)
                        .put("height", height)
                        .put("widthFactor", 1)
                        .put("origin", JsonArray.of(x, y, 0))
                        .build());
    }

    private static JsonArray points(double... xy) {
        List<JsonValue> points = new ArrayList<>();
        for (int i = 0; i < xy.length; i += 2) {
            points.add(JsonArray.of(xy[i], xy[i + 1], 0));
        }
        return new JsonArray(points);
    }

    JsonArray build() {
        return new JsonArray(entries);
    }
}
