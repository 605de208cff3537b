package org.imodel4j.ecsql.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.imodel4j.ec.DateTimeInfo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JulianDayTest {
    private static final DateTimeInfo UTC = new DateTimeInfo(DateTimeInfo.Kind.UTC, DateTimeInfo.Component.DATE_TIME);
    private static final DateTimeInfo DATE =
            new DateTimeInfo(DateTimeInfo.Kind.UNSPECIFIED, DateTimeInfo.Component.DATE);
    private static final DateTimeInfo TIME =
            new DateTimeInfo(DateTimeInfo.Kind.UNSPECIFIED, DateTimeInfo.Component.TIME_OF_DAY);

    private static String text(double day, @Nullable DateTimeInfo info) {
        byte[] to = new byte[JulianDay.MAX_LENGTH];
        return new String(to, 0, JulianDay.write(day, info, to), StandardCharsets.US_ASCII);
    }

    @Test
    void daysAreWrittenInTheGregorianCalendar() {
        assertThat(text(2451545.0, null)).isEqualTo("2000-01-01T12:00:00.000");
        assertThat(text(2440587.5, UTC)).isEqualTo("1970-01-01T00:00:00.000Z");
        assertThat(text(0, null)).isEqualTo("-4713-11-24T12:00:00.000");
        assertThat(text(1, null)).isEqualTo("-4713-11-25T12:00:00.000");
        assertThat(text(2455998.591226852, null)).isEqualTo("2012-03-12T02:11:22.000");
    }

    @Test
    void onlyThePartThatCountsIsWritten() {
        assertThat(text(2458615.5, DATE)).isEqualTo("2019-05-12");
        assertThat(text(2451545.02426839, TIME)).isEqualTo("12:34:56.789");
    }

    @Test
    void daysOutsideOfTheCalendarGiveAnEmptyText() {
        assertThat(text(1.3e9, null)).isEmpty();
        assertThat(text(Double.NaN, null)).isEmpty();
    }

    @Test
    void everyDayOfThreeThousandYearsAgreesWithTheCalendarOfTheJdk() {
        LocalDateTime at = LocalDateTime.of(1, 1, 1, 0, 0);
        LocalDateTime start = LocalDateTime.of(2000, 1, 1, 12, 0);
        while (at.getYear() < 3000) {
            double day = 2451545.0 + ChronoUnit.MILLIS.between(start, at) / 86_400_000.0;
            String expected = at.format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS"));
            assertThat(text(day, null)).isEqualTo(expected);
            assertThat(text(JulianDay.parse(expected), null)).isEqualTo(expected);
            at = at.plusDays(1).plusMinutes(61).plusNanos(7_000_000);
        }
    }

    @Test
    void otherTextsAreNoDays() {
        assertThat(JulianDay.parse("tomorrow")).isNaN();
        assertThat(JulianDay.parse("2018-1-1")).isNaN();
        assertThat(JulianDay.parse("2018-01-01")).isEqualTo(2458119.5);
    }

    @Test
    void datesAndTimesCanLackTheirHyphensAndColons() {
        double day = JulianDay.parse("2024-02-28T12:34:56.700");
        assertThat(JulianDay.parse("20240228T123456.7")).isEqualTo(day);
        assertThat(JulianDay.parse("2024-02-28 123456.7Z")).isEqualTo(day);
        assertThat(JulianDay.parse("20240228")).isEqualTo(JulianDay.parse("2024-02-28"));
    }

    @Test
    void theTwentyFourthHourIsTheNextMidnight() {
        assertThat(JulianDay.parse("2024-02-28T24:00:00")).isEqualTo(JulianDay.parse("2024-02-29"));
        assertThat(JulianDay.parse("2024-02-28T24:00:01")).isNaN();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-30",
                "2023-02-29",
                "1900-02-29",
                "2024-13-01",
                "2024-00-01",
                "2024-01-00",
                "2024-02-28T25:00",
                "2024-02-28T12:60",
                "2024-02-28T12:34:60",
                "2024-02-28T",
                "2024-02-28Z",
                "2024-02-28T12",
                "2024-02-28T12:34:56+02:00",
                "2024-0228",
                "-4714-01-01"
            })
    void daysAndTimesThatThereAreNotAreRefused(String text) {
        assertThat(JulianDay.parse(text)).isNaN();
    }
}
