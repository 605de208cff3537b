package org.imodel4j.bis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.imodel4j.ec.DateTimeInfo;
import org.imodel4j.ec.DateTimeInfo.Component;
import org.imodel4j.ec.DateTimeInfo.Kind;
import org.junit.jupiter.api.Test;

class JulianDayTest {
    private static String format(double day, Kind kind, Component component) {
        byte[] to = new byte[32];
        int length = JulianDay.format(day, new DateTimeInfo(kind, component), to);
        return new String(to, 0, length, StandardCharsets.US_ASCII);
    }

    @Test
    void daysBecomeTextByKindAndComponent() {
        assertThat(format(2460370.024268391, Kind.UNSPECIFIED, Component.DATE_TIME))
                .isEqualTo("2024-02-29T12:34:56.789");
        assertThat(format(2460370.024268391, Kind.UTC, Component.DATE_TIME)).isEqualTo("2024-02-29T12:34:56.789Z");
        assertThat(format(2460369.5, Kind.UNSPECIFIED, Component.DATE)).isEqualTo("2024-02-29");
        assertThat(format(2451545.02426839, Kind.UNSPECIFIED, Component.TIME_OF_DAY))
                .isEqualTo("12:34:56.789");
    }

    @Test
    void calendarsTurnAtLeapDaysAndCenturies() {
        assertThat(format(2415020.5, Kind.UTC, Component.DATE)).isEqualTo("1900-01-01");
        assertThat(format(2415078.5, Kind.UTC, Component.DATE)).isEqualTo("1900-02-28");
        assertThat(format(2415079.5, Kind.UTC, Component.DATE)).isEqualTo("1900-03-01");
        assertThat(format(2451603.5, Kind.UTC, Component.DATE)).isEqualTo("2000-02-29");
    }

    @Test
    void daysOutOfRangeReadAsTheBound() {
        assertThat(format(1e300, Kind.UTC, Component.DATE)).isEqualTo("9999-12-31");
        assertThat(format(-1e300, Kind.UTC, Component.DATE)).isEqualTo("0000-01-01");
        assertThat(format(Double.NaN, Kind.UTC, Component.DATE)).hasSize(10);
    }
}
