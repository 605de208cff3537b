package org.imodel4j.bis;

import java.util.List;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;

/**
 * The range of what a model contains, in metres of its own coordinates.
 *
 * @param id as text, {@code 0} for what was no id
 * @param status 0, or the number of the status that says why there is no range
 * @param low x, y, z; the largest double where the range is null
 * @param high x, y, z; the smallest double where the range is null
 */
public record ModelExtent(String id, int status, List<Double> low, List<Double> high) {
    public ModelExtent {
        low = List.copyOf(low);
        high = List.copyOf(high);
    }

    /** True for models that contain nothing, and for failures. */
    public boolean isNull() {
        return low.get(0) > high.get(0);
    }

    /** {@code {low, high}}. */
    public JsonObject range() {
        return JsonObject.builder()
                .put("low", array(low))
                .put("high", array(high))
                .build();
    }

    /** {@code {id, status, extents}}. */
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("id", id)
                .put("status", status)
                .put("extents", range())
                .build();
    }

    private static JsonArray array(List<Double> corner) {
        return JsonArray.of(corner.get(0), corner.get(1), corner.get(2));
    }
}
