package org.imodel4j.bis;

import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;

/**
 * The range of what a model contains, in metres of its own coordinates.
 *
 * @param id as text, {@code 0} for what was no id
 * @param status 0, or the number of the status that says why there is no range
 * @param box null for models that contain nothing, and for failures
 */
public record ModelExtent(String id, int status, Range3d box) {
    public boolean isNull() {
        return box.isNull();
    }

    /** {@code {low, high}}; a null range has the largest doubles as {@code low} and the smallest as {@code high}. */
    public JsonObject range() {
        return json(box);
    }

    /** {@code {id, status, extents}}. */
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("id", id)
                .put("status", status)
                .put("extents", range())
                .build();
    }

    static JsonObject json(Range3d box) {
        return JsonObject.builder()
                .put("low", array(box.low()))
                .put("high", array(box.high()))
                .build();
    }

    private static JsonArray array(Point3d corner) {
        return JsonArray.of(corner.x(), corner.y(), corner.z());
    }
}
