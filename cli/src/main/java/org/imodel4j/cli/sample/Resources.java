package org.imodel4j.cli.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;

/** What the sample is made from, beside code. */
final class Resources {
    private Resources() {}

    static String text(String name) {
        try (InputStream in = Resources.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("This installation lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JsonObject> objects(String name) {
        return ((JsonArray) Json.parse(text(name)))
                .items().stream().map(JsonObject.class::cast).toList();
    }

    static List<JsonObject> lines(String name) {
        return text(name).lines().map(Json::parse).map(JsonObject.class::cast).toList();
    }
}
