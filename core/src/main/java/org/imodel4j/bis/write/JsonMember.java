package org.imodel4j.bis.write;

import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Values of props as iTwin.js takes them: where another type than the expected one stands, as if nothing stood there. */
final class JsonMember {
    private static final String[] AXES = {"x", "y", "z"};

    private JsonMember() {}

    static boolean isNull(@Nullable JsonValue value) {
        return value == null || value instanceof JsonValue.Null;
    }

    /** An id as text, or as the number that it is; 0 for anything else. */
    static long id(@Nullable JsonValue value) {
        return switch (value) {
            case JsonValue.Text text -> Id64.parseLenient(text.value());
            case JsonValue.Number number -> number.integral() ? number.exact() : 0;
            case null, default -> 0;
        };
    }

    /** A text as it is stored; empty for anything else. */
    static String text(@Nullable JsonValue value) {
        return value instanceof JsonValue.Text text ? StoredText.of(text.value()) : "";
    }

    /** 0 for anything but a number. */
    static double real(@Nullable JsonValue value) {
        return value instanceof JsonValue.Number number ? number.value() : 0;
    }

    /** The whole part, with the bits that 32 have room for; 0 for anything but a number. */
    static int integer(@Nullable JsonValue value) {
        return value instanceof JsonValue.Number number ? wrapped(number.value()) : 0;
    }

    private static int wrapped(double value) {
        return Double.isFinite(value) ? (int) (long) (value % 0x1p32) : 0;
    }

    /** As {@link #integer}, without a sign. */
    static long unsigned(@Nullable JsonValue value) {
        return Integer.toUnsignedLong(integer(value));
    }

    /** As {@link #id}; a text can also be a decimal number. */
    static long idOrNumber(@Nullable JsonValue value) {
        long id = id(value);
        return id == 0 && value instanceof JsonValue.Text text ? decimal(text.value()) : id;
    }

    /** A number without its fraction, or a text with a decimal or a hexadecimal one; 0 for anything else, the smallest one beyond the range. */
    static long longInteger(JsonValue value) {
        return switch (value) {
            case JsonValue.Number number -> number.integral() ? number.exact() : beyond(number.value());
            case JsonValue.Text text -> text.value().startsWith("0x") ? id(value) : decimal(text.value());
            default -> 0;
        };
    }

    private static long beyond(double value) {
        return Math.abs(value) < 0x1p63 ? (long) value : Long.MIN_VALUE;
    }

    private static long decimal(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Whether there is a point: an array of as many items, or an object with a number for each axis. */
    static boolean isPoint(JsonValue value, int dimensions) {
        if (value instanceof JsonArray array) {
            return array.size() == dimensions;
        }
        if (!(value instanceof JsonObject object)) {
            return false;
        }
        for (int i = 0; i < dimensions; i++) {
            if (object.number(AXES[i]) == null) {
                return false;
            }
        }
        return true;
    }

    /** False for what is no boolean; numbers other than 0 are true. */
    static boolean bool(@Nullable JsonValue value) {
        return switch (value) {
            case JsonValue.Bool bool -> bool.value();
            case JsonValue.Number number -> number.value() != 0;
            case null, default -> false;
        };
    }

    /** As {@link #bool}; texts are true when they are not empty, objects and arrays always. */
    static boolean isTruthy(@Nullable JsonValue value) {
        return switch (value) {
            case JsonValue.Text text -> !text.value().isEmpty();
            case JsonObject object -> true;
            case JsonArray array -> true;
            case null, default -> bool(value);
        };
    }

    /** Coordinates as an array or as an object of {@code x}, {@code y} and {@code z}; 0 for those that are missing. */
    static double[] point(@Nullable JsonValue value, int dimensions) {
        double[] point = new double[dimensions];
        if (value instanceof JsonArray array) {
            for (int i = 0; i < Math.min(dimensions, array.size()); i++) {
                point[i] = real(array.items().get(i));
            }
        } else if (value instanceof JsonObject object) {
            for (int i = 0; i < dimensions; i++) {
                point[i] = real(object.get(AXES[i]));
            }
        }
        return point;
    }

    /** An angle in degrees: a number, or an object with {@code degrees} or {@code radians}. */
    static double degrees(@Nullable JsonValue value) {
        if (!(value instanceof JsonObject object)) {
            return real(value);
        }
        for (String name : new String[] {"degrees", "radians", "_degrees", "_radians"}) {
            JsonValue angle = object.get(name);
            if (!isNull(angle)) {
                return name.endsWith("radians") ? real(angle) * (180 / Math.PI) : real(angle);
            }
        }
        return 0;
    }
}
