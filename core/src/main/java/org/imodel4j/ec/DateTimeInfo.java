package org.imodel4j.ec;

/** How a DateTime value is to be read, from the custom attribute CoreCustomAttributes.DateTimeInfo. */
public record DateTimeInfo(Kind kind, Component component) {
    public enum Kind {
        UNSPECIFIED,
        UTC,
        LOCAL
    }

    public enum Component {
        DATE_TIME,
        DATE,
        TIME_OF_DAY
    }

    public static final DateTimeInfo NONE = new DateTimeInfo(Kind.UNSPECIFIED, Component.DATE_TIME);
}
