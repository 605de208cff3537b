package org.imodel4j.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object; its members keep their order. */
public record JsonObject(Map<String, JsonValue> members) implements JsonValue {
    public static final JsonObject EMPTY = new JsonObject(Map.of());

    public JsonObject {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The member, or null when there is none. */
    public @Nullable JsonValue get(String name) {
        return members.get(name);
    }

    /** The string member of that name; null when there is none or it is something else. */
    public @Nullable String text(String name) {
        return members.get(name) instanceof Text text ? text.value() : null;
    }

    /** The number member of that name; null when there is none or it is something else. */
    public @Nullable Number number(String name) {
        return members.get(name) instanceof Number number ? number : null;
    }

    /** The object member of that name; null when there is none or it is something else. */
    public @Nullable JsonObject object(String name) {
        return members.get(name) instanceof JsonObject object ? object : null;
    }

    /** The array member of that name; null when there is none or it is something else. */
    public @Nullable JsonArray array(String name) {
        return members.get(name) instanceof JsonArray array ? array : null;
    }

    /** The boolean member of that name; null when there is none or it is something else. */
    public @Nullable Boolean bool(String name) {
        return members.get(name) instanceof Bool bool ? bool.value() : null;
    }

    /** The members of an object that is being made; a name put twice keeps its place and takes the later value. */
    public static final class Builder {
        private final Map<String, JsonValue> members = new LinkedHashMap<>();

        private Builder() {}

        public Builder put(String name, JsonValue value) {
            members.put(name, value);
            return this;
        }

        public Builder put(String name, String value) {
            return put(name, JsonValue.of(value));
        }

        public Builder put(String name, long value) {
            return put(name, JsonValue.of(value));
        }

        public Builder put(String name, double value) {
            return put(name, JsonValue.of(value));
        }

        public Builder put(String name, boolean value) {
            return put(name, JsonValue.of(value));
        }

        /** Puts the member unless the value is null. */
        public Builder putIfPresent(String name, @Nullable JsonValue value) {
            return value == null ? this : put(name, value);
        }

        /** Puts the member unless the value is null. */
        public Builder putIfPresent(String name, @Nullable String value) {
            return value == null ? this : put(name, value);
        }

        public JsonObject build() {
            return new JsonObject(members);
        }
    }
}
