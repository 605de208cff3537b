package org.imodel4j.ec.json;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Locale;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ec.schema.PropertyType;
import org.imodel4j.ec.schema.ValueLimits;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** Single values of custom attributes: what their text means and how JSON spells it. */
final class AttributeText {
    /** For properties that nothing is known of. */
    static final PropertyType TEXT = new PropertyType.Primitive(PrimitiveType.STRING, null, ValueLimits.NONE);

    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);
    private static final LocalDateTime FIRST = LocalDateTime.of(1, 1, 1, 0, 0);
    private static final long TICKS_PER_MILLISECOND = 10_000;
    private static final long LAST_TICK = 3_155_378_975_999_999_999L;

    private AttributeText() {}

    /** Whether a text is a value of its type. */
    static boolean isValue(PrimitiveType type, String text) {
        String trimmed = text.trim();
        return switch (type) {
            case STRING, GEOMETRY -> true;
            case BOOLEAN -> trimmed.equalsIgnoreCase("true") || trimmed.equalsIgnoreCase("false");
            case INTEGER, LONG -> whole(trimmed) != null;
            case DOUBLE -> real(trimmed) != null;
            case DATE_TIME -> ticks(trimmed) != null;
            case POINT2D -> point(trimmed, 2) != null;
            case POINT3D -> point(trimmed, 3) != null;
            case BINARY -> !trimmed.isEmpty() && bytes(trimmed) != null;
        };
    }

    /** Writes a text that {@link #isValue}. Bytes become an object by position, as {@code JSON.stringify} writes typed arrays. */
    static void write(PrimitiveType type, String text, JsonWriter json) {
        String trimmed = text.trim();
        switch (type) {
            case STRING, GEOMETRY -> json.value(text);
            case BOOLEAN -> json.value(trimmed.equalsIgnoreCase("true"));
            case INTEGER, LONG -> number(whole(trimmed), json);
            case DOUBLE -> number(real(trimmed), json);
            case DATE_TIME -> {
                Long ticks = ticks(trimmed);
                long milliseconds = ticks == null ? 0 : ticks / TICKS_PER_MILLISECOND;
                json.value(FIRST.plus(milliseconds, ChronoUnit.MILLIS).format(DATE_TIME));
            }
            case POINT2D -> point(point(trimmed, 2), json);
            case POINT3D -> point(point(trimmed, 3), json);
            case BINARY -> {
                json.beginObject();
                byte[] bytes = bytes(trimmed);
                for (int i = 0; bytes != null && i < bytes.length; i++) {
                    json.name(Integer.toString(i)).value(bytes[i] & 0xff);
                }
                json.endObject();
            }
        }
    }

    private static void number(@Nullable Number value, JsonWriter json) {
        if (value == null) {
            json.nullValue();
        } else {
            Members.number(json, value);
        }
    }

    private static void point(double @Nullable [] point, JsonWriter json) {
        json.beginObject();
        for (int i = 0; point != null && i < point.length; i++) {
            json.name(i == 0 ? "x" : i == 1 ? "y" : "z").value(point[i]);
        }
        json.endObject();
    }

    private static @Nullable Long whole(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Double real(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A count of 100 nanoseconds since the year 1. */
    private static @Nullable Long ticks(String text) {
        Long ticks = whole(text);
        return ticks == null || ticks < 0 || ticks > LAST_TICK ? null : ticks;
    }

    private static double @Nullable [] point(String text, int dimensions) {
        String[] parts = text.split(",", dimensions + 1);
        double[] point = new double[dimensions];
        if (parts.length != dimensions) {
            return null;
        }
        for (int i = 0; i < dimensions; i++) {
            Double value = real(parts[i].trim());
            if (value == null) {
                return null;
            }
            point[i] = value;
        }
        return point;
    }

    private static byte @Nullable [] bytes(String text) {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
