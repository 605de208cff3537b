package org.imodel4j.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.imodel4j.ec.DateTimeInfo;
import org.imodel4j.ecsql.run.JulianDay;
import org.jspecify.annotations.Nullable;

/** Julian days, which files hold, as {@code java.time} values and back: in the proleptic Gregorian calendar, to the millisecond. */
final class Moments {
    private static final double MILLIS_PER_DAY = 86_400_000.0;
    /** From the Julian day 0 to 1970-01-01T00:00. */
    private static final long EPOCH = 210_866_760_000_000L;
    /** The day that SQLite gives to a time without a date. */
    private static final LocalDate DAY_OF_TIMES = LocalDate.of(2000, 1, 1);

    private static final double LOWEST = -1_930_999.5;
    private static final double HIGHEST = 5_373_484.5;

    private Moments() {}

    static LocalDateTime ofJulianDay(double day) throws SQLException {
        if (!(day >= LOWEST && day < HIGHEST)) {
            throw SqlState.MOMENT_OUT_OF_RANGE.exception("The DateTime is out of range: Julian day " + day);
        }
        long millis = Math.round(day * MILLIS_PER_DAY) - EPOCH;
        return LocalDateTime.ofEpochSecond(
                Math.floorDiv(millis, 1000L), (int) Math.floorMod(millis, 1000L) * 1_000_000, ZoneOffset.UTC);
    }

    static double julianDay(LocalDateTime moment) {
        long millis = moment.toEpochSecond(ZoneOffset.UTC) * 1000
                + moment.truncatedTo(ChronoUnit.MILLIS).getNano() / 1_000_000;
        return (millis + EPOCH) / MILLIS_PER_DAY;
    }

    static double julianDay(LocalTime time) {
        return julianDay(DAY_OF_TIMES.atTime(time));
    }

    /** As rows in ECSQL show it. */
    static String text(double day, @Nullable DateTimeInfo info) {
        byte[] text = new byte[JulianDay.MAX_LENGTH];
        return new String(text, 0, JulianDay.write(day, info, text), StandardCharsets.US_ASCII);
    }

    /** Reads an ISO 8601 text, with a blank or a T before the time; a date alone is its midnight, a time alone one of {@link #DAY_OF_TIMES}. */
    static LocalDateTime parse(String text) throws SQLException {
        String iso = text.strip().replace(' ', 'T');
        try {
            if (iso.indexOf('T') < 0) {
                return iso.indexOf(':') < 0
                        ? LocalDate.parse(iso).atStartOfDay()
                        : DAY_OF_TIMES.atTime(LocalTime.parse(iso));
            }
            return iso.endsWith("Z") ? OffsetDateTime.parse(iso).toLocalDateTime() : LocalDateTime.parse(iso);
        } catch (DateTimeException e) {
            throw SqlState.NOT_CONVERTIBLE.exception("The text is no date or time: " + text);
        }
    }
}
