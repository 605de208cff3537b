package org.imodel4j.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.jspecify.annotations.Nullable;

/** Reads and writes whole JSON documents. */
public final class Json {
    private Json() {}

    /**
     * Reads one document in UTF-8.
     *
     * @throws IModelException BAD_ARG naming the place when it is no JSON, is nested too deeply or is too large
     */
    public static JsonValue parse(byte[] utf8) {
        return parse(utf8, JsonLimits.DEFAULT);
    }

    /** As {@link #parse(byte[])} with the caller's limits. */
    public static JsonValue parse(byte[] utf8, JsonLimits limits) {
        if (utf8.length > limits.maxBytes()) {
            throw tooLarge(limits);
        }
        return new JsonParser(utf8, limits.maxDepth()).document();
    }

    /** As {@link #parse(byte[])}. */
    public static JsonValue parse(String text) {
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads one document to the end of the stream.
     *
     * @throws IModelException also READ_ERROR when the stream fails
     */
    public static JsonValue parse(InputStream in, JsonLimits limits) {
        byte[] bytes;
        try {
            bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 16, limits.maxBytes() + 1));
        } catch (IOException e) {
            throw new IModelException(Status.READ_ERROR, "The JSON document can not be read", e);
        }
        return parse(bytes, limits);
    }

    /** The document without white space, as {@code JSON.stringify} gives it. */
    public static String write(JsonValue value) {
        return new String(writeBytes(value), StandardCharsets.UTF_8);
    }

    /** As {@link #write}, in UTF-8. */
    public static byte[] writeBytes(JsonValue value) {
        return new JsonWriter().value(value).bytes();
    }

    /** The document with other values in place of those for which {@code other} gives one. */
    public static JsonValue replaced(JsonValue document, Function<JsonValue, @Nullable JsonValue> other) {
        JsonValue instead = other.apply(document);
        if (instead != null) {
            return instead;
        }
        if (document instanceof JsonArray array) {
            List<JsonValue> items = new ArrayList<>(array.size());
            for (JsonValue item : array.items()) {
                items.add(replaced(item, other));
            }
            return new JsonArray(items);
        }
        if (document instanceof JsonObject object) {
            JsonObject.Builder copy = JsonObject.builder();
            for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                copy.put(member.getKey(), replaced(member.getValue(), other));
            }
            return copy.build();
        }
        return document;
    }

    private static IModelException tooLarge(JsonLimits limits) {
        return new IModelException(Status.BAD_ARG, "The JSON document is too large")
                .with("maxBytes", limits.maxBytes());
    }
}
