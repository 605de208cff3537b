package org.imodel4j.bis.element;

import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * An immutable value that is the JSON object which iTwin.js has for it. Every {@code with} gives a changed copy, and so does each method of a
 * subclass that is named like a member. Equal when class and JSON are.
 *
 * @param <P> the class itself
 */
public abstract class Props<P extends Props<P>> {
    private final JsonObject props;

    Props(JsonObject props) {
        this.props = props;
    }

    /** The same kind of value with other members. */
    abstract P copy(JsonObject changed);

    /** The JSON of iTwin.js, such as {@code ElementProps}. */
    public final JsonObject toProps() {
        return props;
    }

    /** With a member of that name, in place of one it had. For members that have a method here use that. */
    public final P with(String name, JsonValue value) {
        return copy(put(props, name, value));
    }

    public final P with(String name, String value) {
        return with(name, JsonValue.of(value));
    }

    public final P with(String name, long value) {
        return with(name, JsonValue.of(value));
    }

    public final P with(String name, double value) {
        return with(name, JsonValue.of(value));
    }

    public final P with(String name, boolean value) {
        return with(name, JsonValue.of(value));
    }

    /** As {@link #with(String, JsonValue)} inside of the object {@code outer}, which comes into being with it. */
    final P withInner(String outer, String name, JsonValue value) {
        return with(outer, put(inner(outer), name, value));
    }

    /** The object of that name; empty when there is none. */
    final JsonObject inner(String name) {
        JsonObject inner = props.object(name);
        return inner == null ? JsonObject.EMPTY : inner;
    }

    final P without(String name) {
        JsonObject.Builder rest = JsonObject.builder();
        props.members().forEach((member, value) -> {
            if (!member.equals(name)) {
                rest.put(member, value);
            }
        });
        return copy(rest.build());
    }

    private static JsonObject put(JsonObject to, String name, JsonValue value) {
        JsonObject.Builder all = JsonObject.builder();
        to.members().forEach(all::put);
        return all.put(name, value).build();
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other != null && other.getClass() == getClass() && ((Props<?>) other).props.equals(props);
    }

    @Override
    public final int hashCode() {
        return props.hashCode();
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + Json.write(props);
    }
}
