package org.imodel4j.jdbc;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The conversions that the standard allows, from what a row holds to what is asked for. What is lost silently there is lost here. */
final class Conversions {
    private static final int MAX_DIGITS = 1000;

    private Conversions() {}

    static SQLException wrongType(Object value, String wanted) {
        return SqlState.WRONG_TYPE.exception(
                "A value of type " + value.getClass().getSimpleName() + " can not be had as " + wanted);
    }

    /** A whole number in a range; fractions are cut off. */
    static long toLong(Object value, long lowest, long highest, String wanted) throws SQLException {
        long result =
                switch (value) {
                    case Long number -> number;
                    case Integer number -> number;
                    case Boolean bool -> bool ? 1 : 0;
                    case Double number -> whole(BigDecimal.valueOf(finite(number)), lowest, highest, wanted);
                    case String text ->
                        text.startsWith("0x") ? hex(text) : whole(decimal(text), lowest, highest, wanted);
                    default -> throw wrongType(value, wanted);
                };
        if (result < lowest || result > highest) {
            throw outOfRange(value, wanted);
        }
        return result;
    }

    private static SQLException outOfRange(Object value, String wanted) {
        return SqlState.NUMBER_OUT_OF_RANGE.exception(value + " is out of the range of " + wanted);
    }

    private static double finite(double value) throws SQLException {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw SqlState.NUMBER_OUT_OF_RANGE.exception(value + " is no number");
        }
        return value;
    }

    private static long whole(BigDecimal number, long lowest, long highest, String wanted) throws SQLException {
        BigDecimal cut = number.setScale(0, RoundingMode.DOWN);
        if (cut.compareTo(BigDecimal.valueOf(lowest)) < 0 || cut.compareTo(BigDecimal.valueOf(highest)) > 0) {
            throw outOfRange(number, wanted);
        }
        return cut.longValueExact();
    }

    private static long hex(String text) throws SQLException {
        try {
            return Long.parseUnsignedLong(text.substring(2), 16);
        } catch (NumberFormatException e) {
            throw notANumber(text);
        }
    }

    /** Digits and exponent are bounded: a short text can stand for a number that no memory holds. */
    private static BigDecimal decimal(String text) throws SQLException {
        String stripped = text.strip();
        if (stripped.length() > MAX_DIGITS) {
            throw SqlState.NUMBER_OUT_OF_RANGE.exception("The text is too long for a number");
        }
        try {
            BigDecimal number = new BigDecimal(stripped);
            if (Math.abs((long) number.scale()) > MAX_DIGITS) {
                throw outOfRange(number, "numbers");
            }
            return number;
        } catch (NumberFormatException e) {
            throw notANumber(text);
        }
    }

    private static SQLException notANumber(String text) {
        return SqlState.NOT_CONVERTIBLE.exception("The text is no number: " + text);
    }

    static double toDouble(Object value) throws SQLException {
        return switch (value) {
            case Double number -> number;
            case Long number -> number;
            case Integer number -> number;
            case Boolean bool -> bool ? 1 : 0;
            case String text -> decimal(text).doubleValue();
            default -> throw wrongType(value, "double");
        };
    }

    static float toFloat(Object value) throws SQLException {
        double number = toDouble(value);
        float result = (float) number;
        if (Float.isInfinite(result) && !Double.isInfinite(number)) {
            throw outOfRange(value, "float");
        }
        return result;
    }

    static BigDecimal toDecimal(Object value) throws SQLException {
        return switch (value) {
            case Long number -> BigDecimal.valueOf(number);
            case Integer number -> BigDecimal.valueOf(number);
            case Double number -> BigDecimal.valueOf(finite(number));
            case Boolean bool -> bool ? BigDecimal.ONE : BigDecimal.ZERO;
            case String text -> decimal(text);
            default -> throw wrongType(value, "BigDecimal");
        };
    }

    static boolean toBoolean(Object value) throws SQLException {
        return switch (value) {
            case Boolean bool -> bool;
            case Long number -> number != 0;
            case Integer number -> number != 0;
            case Double number -> number != 0;
            case String text ->
                switch (text.strip().toLowerCase(Locale.ROOT)) {
                    case "1", "true" -> true;
                    case "0", "false" -> false;
                    default -> throw SqlState.NOT_CONVERTIBLE.exception("The text is no truth value: " + text);
                };
            default -> throw wrongType(value, "boolean");
        };
    }

    static byte[] toBytes(Object value) throws SQLException {
        if (value instanceof byte[] bytes) {
            return bytes;
        }
        throw wrongType(value, "byte[]");
    }

    /** Bytes as hexadecimal digits; everything else as it prints itself. */
    static String toText(Object value) {
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value.toString();
    }

    static LocalDateTime toMoment(Object value, String wanted) throws SQLException {
        return switch (value) {
            case LocalDateTime moment -> moment;
            case String text -> Moments.parse(text);
            default -> throw wrongType(value, wanted);
        };
    }

    /** @param zone where the stored clock hangs; null for the zone of the JVM */
    static Timestamp toTimestamp(Object value, @Nullable Calendar zone) throws SQLException {
        LocalDateTime moment = toMoment(value, "Timestamp");
        if (zone == null) {
            return Timestamp.valueOf(moment);
        }
        Timestamp timestamp = new Timestamp(millis(moment, zone));
        timestamp.setNanos(moment.getNano());
        return timestamp;
    }

    static Date toDate(Object value, @Nullable Calendar zone) throws SQLException {
        LocalDateTime day = toMoment(value, "Date").toLocalDate().atStartOfDay();
        return zone == null ? Date.valueOf(day.toLocalDate()) : new Date(millis(day, zone));
    }

    /** Keeps the milliseconds, which {@link Time#valueOf} would lose. */
    static Time toTime(Object value, @Nullable Calendar zone) throws SQLException {
        LocalDateTime moment = toMoment(value, "Time");
        LocalDateTime time = moment.toLocalTime().atDate(java.time.LocalDate.EPOCH);
        return new Time(millis(time, zone == null ? new GregorianCalendar() : zone));
    }

    private static long millis(LocalDateTime moment, Calendar zone) {
        return moment.atZone(zone.getTimeZone().toZoneId()).toInstant().toEpochMilli();
    }
}
