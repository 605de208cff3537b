package org.imodel4j.jdbc;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.imodel4j.ec.DateTimeInfo;
import org.imodel4j.id.Guid;
import org.imodel4j.id.Id64;
import org.jspecify.annotations.Nullable;

/** The values of the current row as objects. Columns count from 0. */
final class Values {
    private final Rows rows;

    Values(Rows rows) {
        this.rows = rows;
    }

    /** Long, Double, Boolean, String, byte[], LocalDateTime, Struct or Array; null for NULL. */
    @Nullable
    Object get(int column) throws SQLException {
        ResultColumn described = rows.columns().get(column);
        return switch (described.kind()) {
            case LONG, ID -> {
                long value = rows.getLong(column);
                yield value == 0 && rows.isNull(column) ? null : (Object) value;
            }
            case BOOLEAN -> {
                long value = rows.getLong(column);
                yield value == 0 && rows.isNull(column) ? null : (Object) (value != 0);
            }
            case DOUBLE -> {
                double value = rows.getDouble(column);
                yield value == 0 && rows.isNull(column) ? null : (Object) value;
            }
            case TEXT -> rows.getText(column);
            case BYTES -> rows.getBytes(column);
            case GUID -> guid(rows.getBytes(column));
            case MOMENT -> {
                double day = rows.getDouble(column);
                yield day == 0 && rows.isNull(column) ? null : Moments.ofJulianDay(day);
            }
            case ANY, COMPOSITE -> rows.getObject(column);
        };
    }

    private static @Nullable Object guid(byte @Nullable [] bytes) {
        return bytes == null || bytes.length != 16 ? bytes : Guid.ofBytes(bytes).toString();
    }

    /** The value as text. */
    @Nullable
    String text(int column) throws SQLException {
        ResultColumn described = rows.columns().get(column);
        switch (described.kind()) {
            case ID -> {
                long id = rows.getLong(column);
                return id == 0 && rows.isNull(column) ? null : Id64.toHex(id);
            }
            case MOMENT -> {
                double day = rows.getDouble(column);
                return day == 0 && rows.isNull(column) ? null : Moments.text(day, described.dateTime());
            }
            default -> {
                Object value = get(column);
                return value == null ? null : Conversions.toText(value);
            }
        }
    }

    /** What {@code getObject} gives for a value: the class that the standard names for the type of the column. */
    Object standard(int column, Object value) throws SQLException {
        return switch (rows.columns().get(column).type().code()) {
            case Types.INTEGER, Types.SMALLINT ->
                (Integer) (int) Conversions.toLong(value, Integer.MIN_VALUE, Integer.MAX_VALUE, "int");
            case Types.TIMESTAMP -> Conversions.toTimestamp(value, null);
            case Types.DATE -> Conversions.toDate(value, null);
            case Types.TIME -> Conversions.toTime(value, null);
            case Types.VARCHAR -> Conversions.toText(value);
            default -> value;
        };
    }

    /** The value as an object of a certain class. */
    <T> T as(int column, Object value, Class<T> type) throws SQLException {
        Object converted = type == Object.class ? standard(column, value) : convert(column, value, type);
        if (!type.isInstance(converted)) {
            throw Conversions.wrongType(value, type.getName());
        }
        return type.cast(converted);
    }

    private Object convert(int column, Object value, Class<?> type) throws SQLException {
        return switch (type.getName()) {
            case "java.lang.String" -> {
                String text = text(column);
                yield text == null ? value : text;
            }
            case "java.lang.Long" -> Conversions.toLong(value, Long.MIN_VALUE, Long.MAX_VALUE, "long");
            case "java.lang.Integer" -> (int) Conversions.toLong(value, Integer.MIN_VALUE, Integer.MAX_VALUE, "int");
            case "java.lang.Short" -> (short) Conversions.toLong(value, Short.MIN_VALUE, Short.MAX_VALUE, "short");
            case "java.lang.Byte" -> (byte) Conversions.toLong(value, Byte.MIN_VALUE, Byte.MAX_VALUE, "byte");
            case "java.lang.Double" -> Conversions.toDouble(value);
            case "java.lang.Float" -> Conversions.toFloat(value);
            case "java.lang.Boolean" -> Conversions.toBoolean(value);
            case "java.math.BigDecimal" -> Conversions.toDecimal(value);
            case "java.math.BigInteger" -> Conversions.toDecimal(value).toBigInteger();
            case "java.sql.Timestamp" -> Conversions.toTimestamp(value, null);
            case "java.sql.Date" -> Conversions.toDate(value, null);
            case "java.sql.Time" -> Conversions.toTime(value, null);
            case "java.time.LocalDateTime" -> Conversions.toMoment(value, "LocalDateTime");
            case "java.time.LocalDate" ->
                Conversions.toMoment(value, "LocalDate").toLocalDate();
            case "java.time.LocalTime" ->
                Conversions.toMoment(value, "LocalTime").toLocalTime();
            case "java.time.OffsetDateTime" -> instant(column, value);
            case "java.time.Instant" -> instant(column, value).toInstant();
            case "java.util.UUID" -> uuid(value);
            case "org.imodel4j.id.Guid" -> Guid.parse(uuid(value).toString());
            case "org.imodel4j.id.Id64" -> new Id64(Conversions.toLong(value, Long.MIN_VALUE, Long.MAX_VALUE, "Id64"));
            case "java.sql.Blob" -> new Lob(bytes(column, value));
            case "java.io.InputStream" -> new ByteArrayInputStream(bytes(column, value));
            case "java.io.Reader" -> new StringReader(Conversions.toText(value));
            case "[B" -> bytes(column, value);
            default -> value;
        };
    }

    private byte[] bytes(int column, Object value) throws SQLException {
        byte[] raw = rows.columns().get(column).kind() == ResultColumn.Kind.GUID ? rows.getBytes(column) : null;
        return raw == null ? Conversions.toBytes(value) : raw;
    }

    /** Only what is said to be UTC is an instant. */
    private OffsetDateTime instant(int column, Object value) throws SQLException {
        DateTimeInfo info = rows.columns().get(column).dateTime();
        if (!(value instanceof LocalDateTime moment) || info == null || info.kind() != DateTimeInfo.Kind.UTC) {
            throw SqlState.WRONG_TYPE.exception(
                    "The column does not say that its values are UTC, so they are no instants");
        }
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static UUID uuid(Object value) throws SQLException {
        Guid guid = value instanceof String text ? Guid.tryParse(text) : null;
        if (guid == null) {
            throw SqlState.NOT_CONVERTIBLE.exception("The value is no GUID: " + Conversions.toText(value));
        }
        return new UUID(guid.high(), guid.low());
    }
}
