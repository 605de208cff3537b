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

    static DateTimeInfo of(CustomAttributeXml instance) {
        Kind kind =
                switch (instance.childText("DateTimeKind")) {
                    case "Utc" -> Kind.UTC;
                    case "Local" -> Kind.LOCAL;
                    default -> Kind.UNSPECIFIED;
                };
        Component component =
                switch (instance.childText("DateTimeComponent")) {
                    case "Date" -> Component.DATE;
                    case "TimeOfDay" -> Component.TIME_OF_DAY;
                    default -> Component.DATE_TIME;
                };
        return new DateTimeInfo(kind, component);
    }
}
