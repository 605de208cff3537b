package org.imodel4j.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.Collection;
import java.util.UUID;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ecsql.resolve.ValueType;
import org.imodel4j.ecsql.run.ParameterInfo;
import org.imodel4j.ecsql.run.QueryArgument;
import org.imodel4j.id.Guid;
import org.imodel4j.id.Id64;
import org.jspecify.annotations.Nullable;

/**
 * Makes arguments of ECSQL out of what applications set. What a parameter is compared with decides: ids may come as numbers or as
 * hexadecimal text, also for navigation properties; points as a Struct, an array or a collection of two or three numbers; sets of
 * ids as an array or a collection.
 */
final class Arguments {
    private Arguments() {}

    static ParameterInfo untyped(int index) {
        return new ParameterInfo(index, null, ValueType.UNKNOWN, false);
    }

    static QueryArgument of(@Nullable Object value, ParameterInfo parameter) throws SQLException {
        boolean navigation = parameter.type() instanceof ValueType.Navigation;
        return switch (value) {
            case null -> QueryArgument.NULL;
            case Boolean bool -> QueryArgument.of(bool);
            case Id64 id -> id(id.value(), navigation);
            case Double number -> QueryArgument.of(number);
            case Float number -> QueryArgument.of(number.doubleValue());
            case BigDecimal number -> decimal(number, navigation);
            case BigInteger number -> decimal(new BigDecimal(number), navigation);
            case Number whole -> navigation ? id(whole.longValue(), true) : QueryArgument.of(whole.longValue());
            case String text -> text(text, parameter, navigation);
            case Character text -> QueryArgument.of(text.toString());
            case UUID guid -> QueryArgument.of(guid.toString());
            case Guid guid -> QueryArgument.of(guid.toString());
            case byte[] bytes -> new QueryArgument.OfBlob(bytes.clone());
            case Blob blob -> new QueryArgument.OfBlob(blob.getBytes(1, (int) blob.length()));
            case Clob clob -> QueryArgument.of(clob.getSubString(1, (int) clob.length()));
            case InputStream in -> new QueryArgument.OfBlob(bytes(in, -1));
            case Reader in -> text(text(in, -1), parameter, navigation);
            case Struct struct -> CompositeArguments.struct(struct, parameter);
            case Array array -> CompositeArguments.items(array.getArray(), parameter);
            case Collection<?> items -> CompositeArguments.items(items.toArray(), parameter);
            default ->
                value.getClass().isArray() ? CompositeArguments.items(value, parameter) : moment(value, parameter);
        };
    }

    private static QueryArgument id(long id, boolean navigation) {
        return navigation ? new QueryArgument.OfNavigation(id, 0) : QueryArgument.id(id);
    }

    private static QueryArgument decimal(BigDecimal number, boolean navigation) {
        try {
            long whole = number.longValueExact();
            return navigation ? id(whole, true) : QueryArgument.of(whole);
        } catch (ArithmeticException fractionOrTooLarge) {
            return QueryArgument.of(number.doubleValue());
        }
    }

    /** A date or time without regard to what it says of its kind, as literals are read. */
    private static QueryArgument text(String text, ParameterInfo parameter, boolean navigation) throws SQLException {
        if (navigation && Id64.isId(text)) {
            return id(Id64.parse(text), true);
        }
        PrimitiveType type = parameter.type() instanceof ValueType.Primitive primitive ? primitive.primitive() : null;
        if (type == PrimitiveType.DATE_TIME) {
            return new QueryArgument.OfDateTime(Moments.julianDay(Moments.parse(text)));
        }
        boolean truth =
                type == PrimitiveType.BOOLEAN && (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"));
        return truth ? QueryArgument.of(Boolean.parseBoolean(text)) : QueryArgument.of(text);
    }

    /** A date or time; compared with a text it is one in ISO 8601. */
    private static QueryArgument moment(Object value, ParameterInfo parameter) throws SQLException {
        double day =
                switch (value) {
                    case Timestamp timestamp -> Moments.julianDay(timestamp.toLocalDateTime());
                    case Date date -> Moments.julianDay(date.toLocalDate().atStartOfDay());
                    case Time time -> Moments.julianDay(timeOf(time));
                    case java.util.Date date -> Moments.julianDay(new Timestamp(date.getTime()).toLocalDateTime());
                    case Calendar calendar ->
                        Moments.julianDay(LocalDateTime.ofInstant(
                                calendar.toInstant(), calendar.getTimeZone().toZoneId()));
                    case LocalDateTime moment -> Moments.julianDay(moment);
                    case LocalDate date -> Moments.julianDay(date.atStartOfDay());
                    case LocalTime time -> Moments.julianDay(time);
                    case Instant instant -> Moments.julianDay(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
                    case OffsetDateTime moment ->
                        Moments.julianDay(
                                moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
                    default ->
                        throw SqlState.WRONG_TYPE.exception(
                                "A parameter can not be a " + value.getClass().getName());
                };
        return SqlType.isText(parameter.type())
                ? QueryArgument.of(Moments.text(day, null))
                : new QueryArgument.OfDateTime(day);
    }

    /** With its milliseconds, which {@link Time#toLocalTime} loses. */
    private static LocalTime timeOf(Time time) {
        return new Timestamp(time.getTime()).toLocalDateTime().toLocalTime();
    }

    /** What the clock of a calendar's zone shows. */
    static @Nullable Object inZone(java.util.@Nullable Date value, @Nullable Calendar zone) {
        if (value == null || zone == null) {
            return value;
        }
        LocalDateTime shown = LocalDateTime.ofInstant(
                Instant.ofEpochMilli(value.getTime()), zone.getTimeZone().toZoneId());
        return switch (value) {
            case Date date -> shown.toLocalDate();
            case Time time -> shown.toLocalTime();
            default -> shown;
        };
    }

    /** The first bytes of a stream; all of them when the length is negative. */
    static @Nullable Object beginning(@Nullable InputStream in, long length) throws SQLException {
        return in == null ? null : bytes(in, length);
    }

    static @Nullable Object beginning(@Nullable Reader in, long length) throws SQLException {
        return in == null ? null : text(in, length);
    }

    /** As {@link #beginning(InputStream, long)}, but text. */
    static @Nullable Object ascii(@Nullable InputStream in, long length) throws SQLException {
        return in == null ? null : new String(bytes(in, length), StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(InputStream in, long length) throws SQLException {
        try {
            return length < 0 ? in.readAllBytes() : in.readNBytes((int) Math.min(Integer.MAX_VALUE - 16, length));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static String text(Reader in, long length) throws SQLException {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[4096];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                text.append(buffer, 0, count);
                if (length >= 0 && text.length() >= length) {
                    return text.substring(0, (int) length);
                }
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        return text.toString();
    }

    private static SQLException unreadable(IOException cause) {
        return (SQLException) SqlState.GENERAL
                .exception("The stream of a parameter can not be read")
                .initCause(cause);
    }

    /** For {@code setObject} with a type: the value made one of that type where both are simple. */
    static @Nullable Object converted(@Nullable Object value, int type) throws SQLException {
        if (!SqlType.isKnown(type)) {
            throw SqlState.NOT_SUPPORTED.exception("There is no type " + type);
        }
        return switch (value) {
            case null -> null;
            case Byte number -> simple(number.longValue(), type);
            case Short number -> simple(number.longValue(), type);
            case Float number -> simple(number.doubleValue(), type);
            case BigDecimal number -> simple(number.toString(), type);
            case BigInteger number -> simple(number.toString(), type);
            case String text -> simple(text, type);
            case Long number -> simple(number, type);
            case Integer number -> simple(number, type);
            case Double number -> simple(number, type);
            case Boolean bool -> simple(bool, type);
            default -> value;
        };
    }

    private static Object simple(Object value, int type) throws SQLException {
        return switch (type) {
            case Types.BIGINT -> Conversions.toLong(value, Long.MIN_VALUE, Long.MAX_VALUE, "BIGINT");
            case Types.INTEGER -> Conversions.toLong(value, Integer.MIN_VALUE, Integer.MAX_VALUE, "INTEGER");
            case Types.SMALLINT -> Conversions.toLong(value, Short.MIN_VALUE, Short.MAX_VALUE, "SMALLINT");
            case Types.TINYINT -> Conversions.toLong(value, Byte.MIN_VALUE, Byte.MAX_VALUE, "TINYINT");
            case Types.DOUBLE, Types.FLOAT, Types.REAL -> Conversions.toDouble(value);
            case Types.DECIMAL, Types.NUMERIC -> Conversions.toDecimal(value);
            case Types.BOOLEAN, Types.BIT -> Conversions.toBoolean(value);
            case Types.VARCHAR, Types.CHAR, Types.LONGVARCHAR, Types.NVARCHAR -> Conversions.toText(value);
            case Types.TIMESTAMP -> Conversions.toMoment(value, "TIMESTAMP");
            case Types.DATE -> Conversions.toMoment(value, "DATE").toLocalDate();
            case Types.TIME -> Conversions.toMoment(value, "TIME").toLocalTime();
            default -> value;
        };
    }
}
