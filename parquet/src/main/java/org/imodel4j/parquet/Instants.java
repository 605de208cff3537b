package org.imodel4j.parquet;

import org.imodel4j.ec.DateTimeInfo;
import org.jspecify.annotations.Nullable;

/** Julian days as Parquet counts time. Files hold milliseconds at best, so they are rounded to that first. */
final class Instants {
    private static final double MILLIS_PER_DAY = 86_400_000.0;
    /** Of 1970-01-01T00:00, which is the Julian day 2440587.5. */
    private static final long EPOCH = 210_866_760_000_000L;

    private static final double LOWEST = -1_930_999.5;
    private static final double HIGHEST = 5_373_484.5;

    private Instants() {}

    /** Rows of JSON have an empty text for what is not within the years -9999 to 9999; here it is null. */
    static boolean isKnown(double day) {
        return day >= LOWEST && day < HIGHEST;
    }

    static long millis(double day) {
        return Math.round(day * MILLIS_PER_DAY) - EPOCH;
    }

    static DateTimeInfo.Component component(@Nullable DateTimeInfo info) {
        return info == null ? DateTimeInfo.Component.DATE_TIME : info.component();
    }

    static boolean isUtc(@Nullable DateTimeInfo info) {
        return info != null && info.kind() == DateTimeInfo.Kind.UTC;
    }
}
