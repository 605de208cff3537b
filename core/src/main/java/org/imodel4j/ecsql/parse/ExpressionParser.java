package org.imodel4j.ecsql.parse;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.ecsql.parse.Expression.BinaryOperator;
import org.imodel4j.ecsql.parse.Expression.Literal;
import org.imodel4j.ecsql.parse.Expression.LiteralKind;
import org.imodel4j.ecsql.parse.Expression.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Values that are not predicates.
 *
 * <pre>
 * value   = number { "||" number } | string { "+" string }            (lowest precedence)
 * number  = sum { ("&amp;"|"|"|"&lt;&lt;"|"&gt;&gt;") sum }
 * sum     = product { ("+"|"-") product }
 * product = factor { ("*"|"/"|"%") factor }
 * factor  = ["+"|"-"|"~"] primary
 * primary = literal | parameter | path | call | "(" value ")" | subquery | case | cast | …
 * path    = step {"." step} | [name "."] "$" ["->" step {"." step} ["?"]]
 * step    = name ["[]"]
 * </pre>
 */
final class ExpressionParser {
    private static final int NO_OPERATOR = -1;
    private static final int CONCAT = 0;
    private static final int BITS = 1;
    private static final int SUM = 2;
    private static final int PRODUCT = 3;

    private final Words words;
    private final QueryParser queries;
    private final List<String> parameters = new ArrayList<>();
    final ConditionParser conditions;
    final CallParser calls;
    final WindowParser windows;

    /** The next primary may be {@code name.*}; set only for the first word of a select item. */
    private boolean starAllowed;

    private @Nullable List<Expression.Step> starQualifier;

    /** The next primary may be a condition in parentheses; set only where a condition may begin. */
    private boolean conditionAllowed;

    ExpressionParser(Words words, QueryParser queries) {
        this.words = words;
        this.queries = queries;
        this.conditions = new ConditionParser(words, this, queries);
        this.calls = new CallParser(words, this);
        this.windows = new WindowParser(words, queries);
    }

    Expression value() {
        return binary(CONCAT);
    }

    /** A value, or a condition in parentheses. */
    Expression valueOrGroup() {
        conditionAllowed = true;
        return binary(CONCAT);
    }

    /** A value, or {@code name.*}, which {@link #takeStarQualifier} then tells. */
    Expression selected() {
        starAllowed = true;
        return binary(CONCAT);
    }

    /** Qualifier of the {@code name.*} that was just parsed; null when it was something else. */
    @Nullable
    List<Expression.Step> takeStarQualifier() {
        List<Expression.Step> qualifier = starQualifier;
        starQualifier = null;
        return qualifier;
    }

    /** A value that is no string literal. */
    Expression number() {
        int offset = words.offset();
        Expression number = binary(BITS);
        refuseString(number, offset);
        return number;
    }

    List<Expression> values() {
        List<Expression> values = new ArrayList<>();
        do {
            values.add(value());
        } while (words.accept(Token.COMMA));
        return List.copyOf(values);
    }

    Query.Quantifier quantifier() {
        return words.accept(Token.DISTINCT)
                ? Query.Quantifier.DISTINCT
                : words.accept(Token.ALL) ? Query.Quantifier.ALL : Query.Quantifier.NONE;
    }

    /** Operators of one level and above, all of them binding to the left. */
    private Expression binary(int lowest) {
        int offset = words.offset();
        Expression left = factor();
        int height = words.height;
        for (int level = level(words.token()); level >= lowest; level = level(words.token())) {
            refuseStar();
            BinaryOperator operator = operator(words.token());
            int operatorOffset = words.offset();
            words.next();
            Expression right = binary(level + 1);
            operator = checked(operator, left, right, operatorOffset);
            left = new Expression.Binary(offset, left, operator, right);
            words.join(height, words.height);
            height = words.height;
        }
        return left;
    }

    /** String literals take part in no arithmetic, but {@code +} between them concatenates. */
    private BinaryOperator checked(BinaryOperator operator, Expression left, Expression right, int operatorOffset) {
        refuseCondition(left);
        if (operator == BinaryOperator.CONCAT) {
            return operator;
        }
        if (operator == BinaryOperator.ADD && isText(left) && isText(right)) {
            return BinaryOperator.CONCAT;
        }
        refuseString(left, operatorOffset);
        refuseString(right, operatorOffset);
        return operator;
    }

    private static boolean isText(Expression expression) {
        return switch (expression) {
            case Literal literal -> literal.kind() == LiteralKind.STRING;
            case Expression.Binary binary -> binary.operator() == BinaryOperator.CONCAT;
            default -> false;
        };
    }

    private void refuseString(Expression operand, int offset) {
        boolean refused =
                switch (operand) {
                    case Literal literal ->
                        switch (literal.kind()) {
                            case STRING, DATE, TIME, TIMESTAMP, CURRENT_DATE, CURRENT_TIME, CURRENT_TIMESTAMP -> true;
                            case NULL, BOOLEAN, INTEGER, REAL -> false;
                        };
                    case Expression.Binary binary -> binary.operator() == BinaryOperator.CONCAT;
                    default -> false;
                };
        if (refused) {
            throw words.errors.expected(offset, "numbers", "text or a date");
        }
    }

    private void refuseCondition(Expression operand) {
        if (ConditionParser.isCondition(operand)) {
            throw words.errors.expected(operand.offset(), "a value", "a condition");
        }
    }

    private void refuseStar() {
        if (starQualifier != null) {
            throw words.expected("nothing behind *");
        }
    }

    private static int level(Token token) {
        return switch (token) {
            case CONCAT -> CONCAT;
            case AMPERSAND, PIPE, SHIFT_LEFT, SHIFT_RIGHT -> BITS;
            case PLUS, MINUS -> SUM;
            case STAR, SLASH, PERCENT -> PRODUCT;
            default -> NO_OPERATOR;
        };
    }

    private static BinaryOperator operator(Token token) {
        return switch (token) {
            case AMPERSAND -> BinaryOperator.BITWISE_AND;
            case PIPE -> BinaryOperator.BITWISE_OR;
            case SHIFT_LEFT -> BinaryOperator.SHIFT_LEFT;
            case SHIFT_RIGHT -> BinaryOperator.SHIFT_RIGHT;
            case PLUS -> BinaryOperator.ADD;
            case MINUS -> BinaryOperator.SUBTRACT;
            case STAR -> BinaryOperator.MULTIPLY;
            case SLASH -> BinaryOperator.DIVIDE;
            case PERCENT -> BinaryOperator.MODULO;
            default -> BinaryOperator.CONCAT;
        };
    }

    private Expression factor() {
        UnaryOperator operator =
                switch (words.token()) {
                    case PLUS -> UnaryOperator.PLUS;
                    case MINUS -> UnaryOperator.MINUS;
                    case TILDE -> UnaryOperator.BITWISE_NOT;
                    default -> null;
                };
        if (operator == null) {
            return primary();
        }
        int offset = words.offset();
        words.next();
        starAllowed = false;
        conditionAllowed = false;
        int operandOffset = words.offset();
        Expression operand = primary();
        refuseString(operand, operandOffset);
        words.join(words.height, 0);
        return new Expression.Unary(offset, operator, operand);
    }

    private Expression primary() {
        boolean star = starAllowed;
        boolean condition = conditionAllowed;
        starAllowed = false;
        conditionAllowed = false;
        words.leaf();
        return switch (words.token()) {
            case NAME, QUOTED_NAME -> nameOrCall(star);
            case DOLLAR -> instance(words.offset(), List.of());
            case LEFT_PAREN -> words.atSubquery() ? scalarQuery() : parenthesized(condition);
            case QUESTION, COLON -> parameter();
            case INTEGER_LITERAL -> literal(LiteralKind.INTEGER);
            case REAL_LITERAL -> literal(LiteralKind.REAL);
            case STRING_LITERAL -> literal(LiteralKind.STRING);
            case NULL -> word(LiteralKind.NULL);
            case TRUE, FALSE -> word(LiteralKind.BOOLEAN);
            case CURRENT_DATE -> word(LiteralKind.CURRENT_DATE);
            case CURRENT_TIME -> word(LiteralKind.CURRENT_TIME);
            case CURRENT_TIMESTAMP -> word(LiteralKind.CURRENT_TIMESTAMP);
            case DATE -> moment(LiteralKind.DATE);
            case TIME -> moment(LiteralKind.TIME);
            case TIMESTAMP -> moment(LiteralKind.TIMESTAMP);
            default -> calls.keyword();
        };
    }

    private Expression nameOrCall(boolean star) {
        int offset = words.offset();
        String name = words.take();
        if (words.at(Token.LEFT_PAREN)) {
            return calls.named(new Name(offset, name));
        }
        return path(offset, name, star);
    }

    /** A property path or instance access. */
    Expression path() {
        words.leaf();
        int offset = words.offset();
        return words.at(Token.DOLLAR) ? instance(offset, List.of()) : path(offset, words.takeName("a property"), false);
    }

    /** A property path without {@code $}. */
    Expression.Path plainPath() {
        if (path() instanceof Expression.Path path) {
            return path;
        }
        throw words.expected("a property");
    }

    private Expression path(int offset, String first, boolean star) {
        Expression.Step step = new Expression.Step(offset, first, words.accept(Token.BRACKETS));
        if (step.array() || !words.at(Token.DOT)) {
            return new Expression.Path(offset, List.of(step));
        }
        List<Expression.Step> steps = new ArrayList<>(4);
        steps.add(step);
        while (words.accept(Token.DOT)) {
            if (words.at(Token.DOLLAR)) {
                return instance(offset, List.copyOf(steps));
            }
            if (star && words.at(Token.STAR)) {
                words.next();
                starQualifier = List.copyOf(steps);
                return new Expression.Path(offset, starQualifier);
            }
            steps.add(step());
            if (steps.get(steps.size() - 1).array()) {
                break;
            }
        }
        return new Expression.Path(offset, List.copyOf(steps));
    }

    private Expression.Step step() {
        int offset = words.offset();
        String name = words.takeName("a property");
        return new Expression.Step(offset, name, words.accept(Token.BRACKETS));
    }

    private Expression instance(int offset, List<Expression.Step> qualifier) {
        words.expect(Token.DOLLAR);
        if (qualifier.size() > 1) {
            throw words.errors.refused(offset, "Invalid grammar. Instance exp must be follow syntax '[<alias>.]$'");
        }
        if (!words.accept(Token.ARROW)) {
            return new Expression.InstanceAccess(offset, qualifier, List.of(), false);
        }
        List<Expression.Step> property = new ArrayList<>(2);
        do {
            property.add(step());
        } while (words.accept(Token.DOT));
        boolean optional = words.accept(Token.QUESTION);
        return new Expression.InstanceAccess(offset, qualifier, List.copyOf(property), optional);
    }

    private Expression scalarQuery() {
        int offset = words.offset();
        return new Expression.ScalarQuery(offset, inParentheses());
    }

    /** A query with its parentheses. */
    Query inParentheses() {
        words.expect(Token.LEFT_PAREN);
        int siblings = words.enter();
        Query query = queries.subquery();
        words.leave(siblings);
        words.expect(Token.RIGHT_PAREN);
        return query;
    }

    /** Parentheses around a path or around other parentheses mean nothing and are not kept. */
    private Expression parenthesized(boolean condition) {
        int offset = words.offset();
        words.expect(Token.LEFT_PAREN);
        int siblings = words.enter();
        Expression content = condition ? conditions.condition() : value();
        words.leave(siblings);
        words.expect(Token.RIGHT_PAREN);
        return switch (content) {
            case Expression.Path path -> path;
            case Expression.InstanceAccess access -> access;
            case Expression.ScalarQuery query -> query;
            case Expression.Parenthesized inner when !ConditionParser.isCondition(inner) -> inner;
            default -> new Expression.Parenthesized(offset, content);
        };
    }

    private Expression parameter() {
        int offset = words.offset();
        if (words.accept(Token.QUESTION)) {
            parameters.add("");
            return new Expression.Parameter(offset, parameters.size(), null);
        }
        words.expect(Token.COLON);
        String name = words.takeName("the name of a parameter");
        return new Expression.Parameter(offset, indexOf(name), name);
    }

    private int indexOf(String name) {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).equalsIgnoreCase(name)) {
                return i + 1;
            }
        }
        parameters.add(name);
        return parameters.size();
    }

    private Literal literal(LiteralKind kind) {
        return new Literal(words.offset(), kind, words.take());
    }

    private Literal word(LiteralKind kind) {
        Literal literal = new Literal(words.offset(), kind, words.token().shown());
        words.next();
        return literal;
    }

    private Literal moment(LiteralKind kind) {
        int offset = words.offset();
        words.next();
        if (!words.at(Token.STRING_LITERAL)) {
            throw words.expected("a string");
        }
        return new Literal(offset, kind, words.take());
    }
}
