package org.imodel4j.cli.sample;

import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/** The props of one instance while they are put together. */
final class Props {
    private final JsonObject.Builder json = JsonObject.builder();

    private Props(String classFullName) {
        json.put("classFullName", classFullName);
    }

    static Props of(String classFullName) {
        return new Props(classFullName);
    }

    Props model(long id) {
        return id("model", id);
    }

    Props category(long id) {
        return id("category", id);
    }

    Props code(long spec, long scope, String value) {
        json.put(
                "code",
                JsonObject.builder()
                        .put("spec", Id64.toHex(spec))
                        .put("scope", Id64.toHex(scope))
                        .put("value", value)
                        .build());
        return this;
    }

    Props noCode() {
        return code(1, 1, "");
    }

    /** A relationship to one other element. */
    Props related(String name, long id, String relClassName) {
        json.put(
                name,
                JsonObject.builder()
                        .put("id", Id64.toHex(id))
                        .put("relClassName", relClassName)
                        .build());
        return this;
    }

    Props parent(long id, String relClassName) {
        return related("parent", id, relClassName);
    }

    Props id(String name, long id) {
        json.put(name, Id64.toHex(id));
        return this;
    }

    Props label(String label) {
        return put("userLabel", label);
    }

    Props place(double x, double y, double z, double yaw) {
        json.put(
                "placement",
                JsonObject.builder()
                        .put("origin", JsonArray.of(x, y, z))
                        .put("angles", JsonObject.builder().put("yaw", yaw).build())
                        .build());
        return this;
    }

    Props place2d(double x, double y) {
        json.put(
                "placement",
                JsonObject.builder()
                        .put("origin", JsonArray.of(x, y))
                        .put("angle", 0)
                        .build());
        return this;
    }

    Props geom(JsonArray geom) {
        return put("geom", geom);
    }

    Props put(String name, String value) {
        return put(name, JsonValue.of(value));
    }

    Props put(String name, double value) {
        return put(name, JsonValue.of(value));
    }

    Props put(String name, boolean value) {
        return put(name, JsonValue.of(value));
    }

    Props put(String name, JsonValue value) {
        json.put(name, value);
        return this;
    }

    JsonObject build() {
        return json.build();
    }
}
