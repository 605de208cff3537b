package org.imodel4j.ecsql.resolve;

/** Gives parameters the type that their place asks for; it decides which arguments fit. */
final class Parameters {
    private Parameters() {}

    /** A bare parameter, with or without parentheses. */
    static boolean isParameter(ResolvedExpression expression) {
        return switch (expression) {
            case ResolvedExpression.Parameter parameter -> true;
            case ResolvedExpression.Parenthesized parenthesized -> isParameter(parenthesized.content());
            default -> false;
        };
    }

    /** As {@link #typed(ResolvedExpression, ValueType)}, with the type of what the parameter is compared with. */
    static ResolvedExpression typedLike(ResolvedExpression expression, ResolvedExpression other) {
        boolean property = other instanceof ResolvedExpression.Property || other instanceof ResolvedExpression.ColumnOf;
        return typed(expression, other.type(), property && Types.isId(other.type()));
    }

    /** The same expression, unless it is a parameter of which nothing is known yet. */
    static ResolvedExpression typed(ResolvedExpression expression, ValueType type) {
        return typed(expression, type, false);
    }

    private static ResolvedExpression typed(ResolvedExpression expression, ValueType type, boolean idProperty) {
        if (!(expression.type() instanceof ValueType.Unknown)) {
            return expression;
        }
        return switch (expression) {
            case ResolvedExpression.Parameter parameter ->
                new ResolvedExpression.Parameter(type, parameter.index(), parameter.name(), idProperty);
            case ResolvedExpression.Parenthesized parenthesized ->
                new ResolvedExpression.Parenthesized(typed(parenthesized.content(), type, idProperty));
            default -> expression;
        };
    }
}
