package org.imodel4j.ecsql.run;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imodel4j.ec.DateTimeInfo;
import org.jspecify.annotations.Nullable;

/**
 * Turns Julian days into ISO 8601 text and back, in the proleptic Gregorian calendar and to the millisecond.
 *
 * <p>The text goes into a buffer that the caller keeps, so that nothing is allocated for a value.
 */
public final class JulianDay {
    /** Room for the longest text. */
    public static final int MAX_LENGTH = 32;

    private static final double MILLIS_PER_DAY = 86_400_000.0;
    private static final long HALF_DAY = 43_200_000L;
    /** The Julian day number of 0000-03-01. */
    private static final long MARCH_0000 = 1_721_120L;

    /** The day before the first one to the end of the year 9999; beyond that the reference gives an empty text. */
    private static final double LOWEST = -0.5;

    private static final double HIGHEST = 5_373_484.5;

    private static final Pattern ISO =
            Pattern.compile("(-?\\d{4})-(\\d\\d)-(\\d\\d)(?:[T ](\\d\\d):(\\d\\d)(?::(\\d\\d)(\\.\\d{1,9})?)?)?Z?");

    private JulianDay() {}

    /** Writes the text in ASCII; returns its length, 0 for days that are out of range. */
    public static int write(double day, @Nullable DateTimeInfo info, byte[] to) {
        if (!(day >= LOWEST && day < HIGHEST)) {
            return 0;
        }
        long millis = Math.round(day * MILLIS_PER_DAY) + HALF_DAY;
        long julian = Math.floorDiv(millis, 86_400_000L);
        int time = (int) Math.floorMod(millis, 86_400_000L);
        DateTimeInfo.Component component = info == null ? DateTimeInfo.Component.DATE_TIME : info.component();
        int at = 0;
        if (component != DateTimeInfo.Component.TIME_OF_DAY) {
            at = date(julian, to);
            if (component == DateTimeInfo.Component.DATE) {
                return at;
            }
            to[at++] = 'T';
        }
        at = time(time, to, at);
        if (info != null && info.kind() == DateTimeInfo.Kind.UTC && component == DateTimeInfo.Component.DATE_TIME) {
            to[at++] = 'Z';
        }
        return at;
    }

    private static int date(long julian, byte[] to) {
        // Years are counted from March, so that the leap day is the last of its year.
        long days = julian - MARCH_0000;
        long era = Math.floorDiv(days, 146_097L);
        int ofEra = (int) Math.floorMod(days, 146_097L);
        int yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365;
        int ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int marchMonth = (5 * ofYear + 2) / 153;
        int dayOfMonth = ofYear - (153 * marchMonth + 2) / 5 + 1;
        int month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
        int year = (int) (yearOfEra + era * 400) + (month <= 2 ? 1 : 0);
        int at = 0;
        if (year < 0) {
            to[at++] = '-';
            year = -year;
        }
        at = two(year / 100, to, at);
        at = two(year % 100, to, at);
        to[at++] = '-';
        at = two(month, to, at);
        to[at++] = '-';
        return two(dayOfMonth, to, at);
    }

    private static int time(int millis, byte[] to, int start) {
        int at = two(millis / 3_600_000, to, start);
        to[at++] = ':';
        at = two(millis / 60_000 % 60, to, at);
        to[at++] = ':';
        at = two(millis / 1000 % 60, to, at);
        to[at++] = '.';
        int fraction = millis % 1000;
        to[at++] = (byte) ('0' + fraction / 100);
        return two(fraction % 100, to, at);
    }

    private static int two(int value, byte[] to, int at) {
        to[at] = (byte) ('0' + value / 10);
        to[at + 1] = (byte) ('0' + value % 10);
        return at + 2;
    }

    /** The day of an ISO 8601 text, with or without time, fraction and Z; NaN for other texts. */
    static double parse(String text) {
        Matcher matcher = ISO.matcher(text);
        if (!matcher.matches()) {
            return Double.NaN;
        }
        long days = days(number(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3)));
        long millis = 0;
        if (matcher.group(4) != null) {
            millis = number(matcher.group(4)) * 3_600_000L + number(matcher.group(5)) * 60_000L;
            if (matcher.group(6) != null) {
                millis += number(matcher.group(6)) * 1000L;
            }
            if (matcher.group(7) != null) {
                millis += Math.round(Double.parseDouble("0" + matcher.group(7)) * 1000);
            }
        }
        return (days * 86_400_000L + millis - HALF_DAY) / MILLIS_PER_DAY;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static long days(int year, int month, int day) {
        long marchYear = month > 2 ? year : year - 1L;
        int marchMonth = month > 2 ? month - 3 : month + 9;
        long era = Math.floorDiv(marchYear, 400L);
        long yearOfEra = marchYear - era * 400;
        long ofYear = (153L * marchMonth + 2) / 5 + day - 1;
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear + MARCH_0000;
    }
}
