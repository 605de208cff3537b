package org.imodel4j.bis;

import org.imodel4j.ec.DateTimeInfo;
import org.imodel4j.ec.DateTimeInfo.Component;
import org.imodel4j.ec.DateTimeInfo.Kind;

/** Julian days as ISO 8601 text with milliseconds; a {@code Z} follows only for the kind UTC. */
final class JulianDay {
    /** Milliseconds from the Julian epoch to the Unix one. */
    private static final long UNIX_EPOCH = 210_866_760_000_000L;

    private static final long DAY = 86_400_000L;

    /** Bounds in which the year has four digits; what lies outside is damage and reads as the bound. */
    private static final long EARLIEST = -62_167_219_200_000L;

    private static final long LATEST = 253_402_300_799_999L;

    private JulianDay() {}

    /** Writes the ASCII form into {@code to} and answers its length, 24 at most. */
    static int format(double julianDay, DateTimeInfo info, byte[] to) {
        double bounded = Math.max(EARLIEST + UNIX_EPOCH, Math.min(LATEST + UNIX_EPOCH, julianDay * DAY));
        long millis = Math.round(bounded) - UNIX_EPOCH;
        int at = 0;
        if (info.component() != Component.TIME_OF_DAY) {
            at = date(Math.floorDiv(millis, DAY), to);
        }
        if (info.component() == Component.DATE) {
            return at;
        }
        if (info.component() == Component.DATE_TIME) {
            to[at++] = 'T';
        }
        at = time((int) Math.floorMod(millis, DAY), to, at);
        if (info.kind() == Kind.UTC && info.component() == Component.DATE_TIME) {
            to[at++] = 'Z';
        }
        return at;
    }

    /** Civil date of a day counted from 1970-01-01, in the proleptic Gregorian calendar. */
    private static int date(long day, byte[] to) {
        // Years are counted from March, so that the leap day is the last of its year.
        long shifted = day + 719_468;
        long era = Math.floorDiv(shifted, 146_097L);
        int dayOfEra = (int) (shifted - era * 146_097);
        int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int shiftedMonth = (5 * dayOfYear + 2) / 153;
        int dayOfMonth = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1;
        int month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
        int year = (int) (yearOfEra + era * 400) + (month <= 2 ? 1 : 0);
        int at = two(year / 100, to, 0);
        at = two(year % 100, to, at);
        to[at++] = '-';
        at = two(month, to, at);
        to[at++] = '-';
        return two(dayOfMonth, to, at);
    }

    private static int time(int millis, byte[] to, int from) {
        int at = two(millis / 3_600_000, to, from);
        to[at++] = ':';
        at = two(millis / 60_000 % 60, to, at);
        to[at++] = ':';
        at = two(millis / 1000 % 60, to, at);
        to[at++] = '.';
        to[at++] = (byte) ('0' + millis % 1000 / 100);
        return two(millis % 100, to, at);
    }

    private static int two(int number, byte[] to, int at) {
        to[at] = (byte) ('0' + number / 10);
        to[at + 1] = (byte) ('0' + number % 10);
        return at + 2;
    }
}
