package org.imodel4j.ecsql.run;

import java.util.regex.Pattern;
import org.imodel4j.ec.DateTimeInfo;
import org.jspecify.annotations.Nullable;

/**
 * A date, a time of day or both in ISO 8601, as arguments give them.
 *
 * @param julianDay as files hold it; a time of day lies on 2000-01-01
 * @param info what the text says of itself: UTC when it ends in Z
 */
public record DateTimeText(double julianDay, DateTimeInfo info) {
    private static final Pattern TIME_OF_DAY = Pattern.compile(JulianDay.TIME);

    /** Null for texts of another form, those with an offset among them, and for days and times that there are not. */
    public static @Nullable DateTimeText tryParse(String text) {
        boolean timeOfDay = TIME_OF_DAY.matcher(text).matches();
        double day = JulianDay.parse(timeOfDay ? "2000-01-01T" + text : text);
        if (Double.isNaN(day)) {
            return null;
        }
        DateTimeInfo.Component component = timeOfDay
                ? DateTimeInfo.Component.TIME_OF_DAY
                : JulianDay.isDate(text) ? DateTimeInfo.Component.DATE : DateTimeInfo.Component.DATE_TIME;
        return new DateTimeText(
                day,
                new DateTimeInfo(
                        text.endsWith("Z") ? DateTimeInfo.Kind.UTC : DateTimeInfo.Kind.UNSPECIFIED, component));
    }
}
