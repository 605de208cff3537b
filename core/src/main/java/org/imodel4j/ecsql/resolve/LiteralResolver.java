package org.imodel4j.ecsql.resolve;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imodel4j.ec.DateTimeInfo;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ecsql.parse.Expression;

/** Gives constants a type and their SQL spelling. */
final class LiteralResolver {
    private static final Pattern DATE = Pattern.compile("(-?\\d{4})-(\\d\\d)-(\\d\\d)");
    private static final Pattern TIME = Pattern.compile("(\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.\\d+)?)?");

    private LiteralResolver() {}

    static ResolvedExpression resolve(Expression.Literal literal) {
        String text = literal.text();
        return switch (literal.kind()) {
            case NULL -> new ResolvedExpression.Literal(ValueType.NULL, "NULL");
            case BOOLEAN ->
                new ResolvedExpression.Literal(ValueType.BOOLEAN, text.equalsIgnoreCase("TRUE") ? "1" : "0");
            case INTEGER -> new ResolvedExpression.Literal(ValueType.LONG, text);
            case REAL -> new ResolvedExpression.Literal(ValueType.DOUBLE, text);
            case STRING -> new ResolvedExpression.Literal(ValueType.STRING, ExpressionResolver.quote(text));
            case DATE, TIMESTAMP, TIME -> timestamp(literal);
            case CURRENT_DATE -> current("CURRENT_DATE", DateTimeInfo.Kind.UNSPECIFIED, DateTimeInfo.Component.DATE);
            case CURRENT_TIME ->
                current("CURRENT_TIME", DateTimeInfo.Kind.UNSPECIFIED, DateTimeInfo.Component.TIME_OF_DAY);
            case CURRENT_TIMESTAMP ->
                current("CURRENT_TIMESTAMP", DateTimeInfo.Kind.UTC, DateTimeInfo.Component.DATE_TIME);
        };
    }

    static ValueType.Primitive dateTime(DateTimeInfo.Kind kind, DateTimeInfo.Component component) {
        return new ValueType.Primitive(PrimitiveType.DATE_TIME, null, new DateTimeInfo(kind, component), null);
    }

    private static ResolvedExpression current(String word, DateTimeInfo.Kind kind, DateTimeInfo.Component component) {
        return new ResolvedExpression.Literal(dateTime(kind, component), "JULIANDAY(" + word + ")");
    }

    private static ResolvedExpression timestamp(Expression.Literal literal) {
        String text = literal.text();
        boolean utc = text.endsWith("Z");
        String local = utc ? text.substring(0, text.length() - 1) : text;
        int split = Math.max(local.indexOf('T'), local.indexOf(' '));
        String date = split < 0 ? local : local.substring(0, split);
        String time = split < 0 ? "" : local.substring(split + 1);
        boolean timeOnly = literal.kind() == Expression.LiteralKind.TIME;
        boolean valid = timeOnly ? isTime(local) : isDate(date) && (split < 0 || isTime(time));
        if (!valid) {
            throw ECSqlFailure.of("Invalid format for DATE/TIMESTAMP/TIME in expression 'TIMESTAMP '" + text + "''.");
        }
        DateTimeInfo.Component component = timeOnly
                ? DateTimeInfo.Component.TIME_OF_DAY
                : literal.kind() == Expression.LiteralKind.DATE
                        ? DateTimeInfo.Component.DATE
                        : DateTimeInfo.Component.DATE_TIME;
        return new ResolvedExpression.Literal(
                dateTime(utc ? DateTimeInfo.Kind.UTC : DateTimeInfo.Kind.UNSPECIFIED, component),
                "JULIANDAY(" + ExpressionResolver.quote(text) + ")");
    }

    private static boolean isDate(String text) {
        Matcher matcher = DATE.matcher(text);
        return matcher.matches() && inRange(matcher.group(2), 1, 12) && inRange(matcher.group(3), 1, 31);
    }

    private static boolean isTime(String text) {
        Matcher matcher = TIME.matcher(text);
        return matcher.matches()
                && inRange(matcher.group(1), 0, 24)
                && inRange(matcher.group(2), 0, 59)
                && (matcher.group(3) == null || inRange(matcher.group(3), 0, 59));
    }

    private static boolean inRange(String digits, int low, int high) {
        int value = Integer.parseInt(digits);
        return value >= low && value <= high;
    }
}
