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

    /** A time of day; all colons can be left out. */
    static final String TIME = "(\\d\\d)(:?)(\\d\\d)(?:\\2(\\d\\d)(\\.\\d{1,30})?)?";

    private static final Pattern ISO_TIME = Pattern.compile(TIME);

    /** A date; all hyphens can be left out. */
    private static final Pattern ISO_DATE = Pattern.compile("([+-]?\\d{4})(-?)(\\d\\d)\\2(\\d\\d)");

    private static final long DAY = 86_400_000L;
    private static final int[] MONTHS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private JulianDay() {}

    /** Writes the text in ASCII; returns its length, 0 for days that are out of range. */
    public static int write(double day, @Nullable DateTimeInfo info, byte[] to) {
        if (!(day >= LOWEST && day < HIGHEST)) {
            return 0;
        }
        long millis = Math.round(day * MILLIS_PER_DAY) + HALF_DAY;
        long julian = Math.floorDiv(millis, DAY);
        int time = (int) Math.floorMod(millis, DAY);
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

    /**
     * The day of an ISO 8601 text: a date, or a date with a time, its fraction and Z; NaN for other texts, for days and times that there
     * are not and for what lies before day 0. Midnight can be the 24th hour of the day before.
     */
    static double parse(String text) {
        int split = text.indexOf('T');
        if (split < 0) {
            split = text.indexOf(' ');
        }
        Matcher date = ISO_DATE.matcher(split < 0 ? text : text.substring(0, split));
        if (!date.matches()) {
            return Double.NaN;
        }
        int year = number(date.group(1));
        int month = number(date.group(3));
        int day = number(date.group(4));
        if (!isDay(year, month, day)) {
            return Double.NaN;
        }
        long millis = 0;
        if (split >= 0) {
            boolean utc = text.endsWith("Z");
            millis = millis(text.substring(split + 1, text.length() - (utc ? 1 : 0)));
        }
        double julian = (days(year, month, day) * DAY + millis - HALF_DAY) / MILLIS_PER_DAY;
        return millis < 0 || julian < 0 ? Double.NaN : julian;
    }

    /** Whether a text has no time of day. */
    static boolean isDate(String text) {
        return ISO_DATE.matcher(text).matches();
    }

    private static boolean isDay(int year, int month, int day) {
        boolean leaps = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month >= 1
                && month <= MONTHS.length
                && day >= 1
                && day <= (month == 2 && !leaps ? MONTHS[1] - 1 : MONTHS[month - 1]);
    }

    /** Negative for what is no time of day. */
    private static long millis(String text) {
        Matcher time = ISO_TIME.matcher(text);
        if (!time.matches()) {
            return -1;
        }
        int minute = number(time.group(3));
        int second = time.group(4) == null ? 0 : number(time.group(4));
        // What would round up to a second stays in its own.
        long fraction =
                time.group(5) == null ? 0 : Math.min(999, Math.round(Double.parseDouble("0" + time.group(5)) * 1000));
        long millis = number(time.group(1)) * 3_600_000L + minute * 60_000L + second * 1000L + fraction;
        return minute > 59 || second > 59 || millis > DAY ? -1 : millis;
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
