package org.imodel4j.imodel;

import java.nio.charset.StandardCharsets;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;

/** Props for tests, from JSON. */
final class TestProps {
    private TestProps() {}

    static JsonObject of(String json) {
        return (JsonObject) Json.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    static JsonArray array(String json) {
        return (JsonArray) Json.parse(json.getBytes(StandardCharsets.UTF_8));
    }
}
