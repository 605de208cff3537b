package org.imodel4j.jdbc;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What {@code jdbc:imodel:<file>[?key=value{&key=value}]} says. Each key may also come as a property; the URL wins. The file is a path
 * as the platform writes it, absolute or relative to the working directory, and not percent-encoded. Unknown keys of the URL are an
 * error, unknown properties ({@code user}, {@code password} and what tools add) are ignored.
 *
 * @param busyTimeout how long a file that another process has locked is waited for
 */
record ConnectionUrl(String text, Path file, boolean immutable, Duration busyTimeout, Composites composites) {
    static final String PREFIX = "jdbc:imodel:";

    /** How structs, points and arrays are shown. */
    enum Composites {
        /** As STRUCT and ARRAY. */
        STRUCT,
        /** As VARCHAR that holds JSON, for tools that know neither. */
        JSON
    }

    private enum Key {
        READONLY("readonly", "true", "The driver only reads; false is refused", "true"),
        IMMUTABLE(
                "immutable",
                "false",
                "Promise that nobody changes the file meanwhile: no locks, no files beside it",
                "true",
                "false"),
        BUSY_TIMEOUT("busyTimeout", "5", "Seconds to wait for a file that another process has locked"),
        COMPOSITES(
                "composites",
                "struct",
                "struct: structs, points and arrays as STRUCT and ARRAY; json: as VARCHAR with JSON, for tools that know"
                        + " neither",
                "struct",
                "json");

        private final String name;
        private final String initial;
        private final String description;
        private final String[] choices;

        Key(String name, String initial, String description, String... choices) {
            this.name = name;
            this.initial = initial;
            this.description = description;
            this.choices = choices;
        }
    }

    static boolean accepts(@Nullable String url) {
        return url != null && url.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    }

    static ConnectionUrl parse(String url, @Nullable Properties properties) throws SQLException {
        if (!accepts(url)) {
            throw SqlState.CAN_NOT_CONNECT.exception("A URL begins with " + PREFIX);
        }
        int question = url.indexOf('?');
        String file = url.substring(PREFIX.length(), question < 0 ? url.length() : question);
        if (file.isBlank()) {
            throw SqlState.CAN_NOT_CONNECT.exception("The URL names no file: " + PREFIX + "<file>[?key=value]");
        }
        Properties given = question < 0 ? new Properties() : query(url.substring(question + 1));
        if (!flag(Key.READONLY, given, properties)) {
            throw SqlState.notSupported("readonly=false");
        }
        boolean json =
                switch (value(Key.COMPOSITES, given, properties).toLowerCase(Locale.ROOT)) {
                    case "struct" -> false;
                    case "json" -> true;
                    default -> throw invalid(Key.COMPOSITES);
                };
        try {
            return new ConnectionUrl(
                    url,
                    Path.of(file),
                    flag(Key.IMMUTABLE, given, properties),
                    seconds(given, properties),
                    json ? Composites.JSON : Composites.STRUCT);
        } catch (InvalidPathException e) {
            throw SqlState.CAN_NOT_CONNECT.exception("The URL names no possible file: " + e.getMessage());
        }
    }

    private static Properties query(String text) throws SQLException {
        Properties given = new Properties();
        for (String part : text.split("&")) {
            int equals = part.indexOf('=');
            Key key = equals < 0 ? null : tryKey(part.substring(0, equals));
            if (key == null) {
                throw SqlState.CAN_NOT_CONNECT.exception("The URL has no such key: " + part);
            }
            given.setProperty(key.name, part.substring(equals + 1));
        }
        return given;
    }

    private static @Nullable Key tryKey(String name) {
        for (Key key : Key.values()) {
            if (key.name.equalsIgnoreCase(name)) {
                return key;
            }
        }
        return null;
    }

    private static String value(Key key, Properties given, @Nullable Properties properties) {
        String value = given.getProperty(key.name);
        if (value == null && properties != null) {
            value = properties.getProperty(key.name);
        }
        return value == null ? key.initial : value;
    }

    private static boolean flag(Key key, Properties given, @Nullable Properties properties) throws SQLException {
        return switch (value(key, given, properties).toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid(key);
        };
    }

    private static Duration seconds(Properties given, @Nullable Properties properties) throws SQLException {
        try {
            int seconds = Integer.parseInt(value(Key.BUSY_TIMEOUT, given, properties));
            if (seconds >= 0 && seconds <= 3600) {
                return Duration.ofSeconds(seconds);
            }
        } catch (NumberFormatException notANumber) {
            // Reported below, as a number out of range is.
        }
        throw invalid(Key.BUSY_TIMEOUT);
    }

    private static SQLException invalid(Key key) {
        return SqlState.CAN_NOT_CONNECT.exception("The value of " + key.name + " is not possible: " + key.description);
    }

    /** What a tool can ask its user for. */
    static DriverPropertyInfo[] describe(@Nullable String url, @Nullable Properties properties) throws SQLException {
        int question = url == null ? -1 : url.indexOf('?');
        Properties given = url == null || question < 0 ? new Properties() : query(url.substring(question + 1));
        List<DriverPropertyInfo> described = new ArrayList<>();
        for (Key key : Key.values()) {
            DriverPropertyInfo info = new DriverPropertyInfo(key.name, value(key, given, properties));
            info.description = key.description;
            info.choices = key.choices.length == 0 ? null : key.choices.clone();
            described.add(info);
        }
        return described.toArray(new DriverPropertyInfo[0]);
    }
}
