package org.imodel4j.json;

/** A JSON document: immutable, in the order in which it was read or built. */
public sealed interface JsonValue
        permits JsonObject, JsonArray, JsonValue.Text, JsonValue.Number, JsonValue.Bool, JsonValue.Null {
    record Text(String value) implements JsonValue {}

    /** A number; {@code integral} keeps 64-bit integers exact. Made by {@code of}, 1 and 1.0 are equal as in JSON. */
    record Number(double value, long exact, boolean integral) implements JsonValue {}

    record Bool(boolean value) implements JsonValue {}

    record Null() implements JsonValue {}

    Null NULL = new Null();

    static JsonValue of(String value) {
        return new Text(value);
    }

    static JsonValue of(long value) {
        return new Number(value, value, true);
    }

    static JsonValue of(double value) {
        long integer = (long) value;
        if (integer == value && Math.abs(integer) < 1L << 53) {
            return new Number(integer, integer, true);
        }
        return new Number(value, integer, false);
    }

    static JsonValue of(boolean value) {
        return new Bool(value);
    }
}
