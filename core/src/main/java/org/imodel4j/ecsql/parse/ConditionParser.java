package org.imodel4j.ecsql.parse;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.ecsql.parse.Predicate.AnyOrAll;
import org.imodel4j.ecsql.parse.Predicate.Operator;
import org.imodel4j.ecsql.parse.Predicate.Truth;
import org.jspecify.annotations.Nullable;

/**
 * <pre>
 * condition = and {"OR" and}
 * and       = not {"AND" not}
 * not       = ["NOT"] test
 * test      = ( predicate | value | "(" condition ")" ) ["IS" ["NOT"] ("NULL"|"TRUE"|"FALSE"|"UNKNOWN"|classes|value)]
 * predicate = value operator value | value operator ("ANY"|"SOME"|"ALL") subquery
 *           | value ["NOT"] "BETWEEN" value "AND" value | value ["NOT"] "LIKE" value ["ESCAPE" string]
 *           | value ["NOT"] "IN" ( "(" value {"," value} ")" | subquery )
 *           | value ["NOT"] "MATCH" call | "EXISTS" subquery
 * classes   = "(" [["+"] ("ONLY"|"ALL")] class {"," [["+"] ("ONLY"|"ALL")] class} ")"
 * </pre>
 */
final class ConditionParser {
    private final Words words;
    private final ExpressionParser expressions;
    private final QueryParser queries;

    ConditionParser(Words words, ExpressionParser expressions, QueryParser queries) {
        this.words = words;
        this.expressions = expressions;
        this.queries = queries;
    }

    /** A predicate, with or without parentheses: no value for ECSQL. */
    static boolean isCondition(Expression expression) {
        Expression inner = expression;
        while (inner instanceof Expression.Parenthesized parenthesized) {
            inner = parenthesized.content();
        }
        return inner instanceof Predicate;
    }

    Expression condition() {
        int offset = words.offset();
        Expression first = and();
        if (!words.at(Token.OR)) {
            return first;
        }
        int height = words.height;
        List<Expression> terms = new ArrayList<>();
        terms.add(first);
        while (words.accept(Token.OR)) {
            terms.add(and());
            height = Math.max(height, words.height);
        }
        words.join(height, 0);
        return new Predicate.Or(offset, List.copyOf(terms));
    }

    private Expression and() {
        int offset = words.offset();
        Expression first = not();
        if (!words.at(Token.AND)) {
            return first;
        }
        int height = words.height;
        List<Expression> terms = new ArrayList<>();
        terms.add(first);
        while (words.accept(Token.AND)) {
            terms.add(not());
            height = Math.max(height, words.height);
        }
        words.join(height, 0);
        return new Predicate.And(offset, List.copyOf(terms));
    }

    private Expression not() {
        int offset = words.offset();
        if (!words.accept(Token.NOT)) {
            return test();
        }
        Expression operand = test();
        words.join(words.height, 0);
        return new Predicate.Not(offset, operand);
    }

    private Expression test() {
        int offset = words.offset();
        if (words.at(Token.EXISTS)) {
            return is(offset, exists(offset));
        }
        Expression left = expressions.valueOrGroup();
        return is(offset, isCondition(left) ? left : compared(offset, left));
    }

    /** A value or one predicate, without AND, OR, NOT and parentheses around it. */
    Expression sortKey() {
        int offset = words.offset();
        if (words.at(Token.EXISTS)) {
            return is(offset, exists(offset));
        }
        return is(offset, compared(offset, expressions.value()));
    }

    private Predicate.Exists exists(int offset) {
        words.expect(Token.EXISTS);
        return new Predicate.Exists(offset, subquery());
    }

    private Query subquery() {
        if (!words.atSubquery()) {
            throw words.expected("a subquery");
        }
        return expressions.inParentheses();
    }

    private Expression is(int offset, Expression operand) {
        if (!words.accept(Token.IS)) {
            return operand;
        }
        int height = words.height;
        boolean negated = words.accept(Token.NOT);
        Truth truth =
                switch (words.token()) {
                    case NULL -> Truth.NULL;
                    case TRUE -> Truth.TRUE;
                    case FALSE -> Truth.FALSE;
                    case UNKNOWN -> Truth.UNKNOWN;
                    default -> null;
                };
        if (truth != null) {
            words.next();
            words.join(height, 0);
            return new Predicate.IsTruth(offset, operand, negated, truth);
        }
        List<ClassFilter> classes = classes();
        if (classes != null) {
            words.join(height, 0);
            return new Predicate.IsClass(offset, operand, negated, classes);
        }
        Expression value = expressions.value();
        words.join(height, words.height);
        return new Predicate.IsValue(offset, operand, negated, value);
    }

    /** Null, and nothing consumed, when what follows is not a list of classes: those are qualified by their schema. */
    private @Nullable List<ClassFilter> classes() {
        int start = words.offset();
        if (!words.accept(Token.LEFT_PAREN)) {
            return null;
        }
        boolean first = true;
        List<ClassFilter> classes = new ArrayList<>();
        do {
            int offset = words.offset();
            boolean plus = words.accept(Token.PLUS);
            Scope scope = words.accept(Token.ALL) ? Scope.ALL : words.accept(Token.ONLY) ? Scope.ONLY : Scope.DEFAULT;
            boolean marked = scope != Scope.DEFAULT;
            if ((plus && !marked) || !words.atName()) {
                return first && !marked ? rewound(start) : refused("a class");
            }
            ClassName name = queries.tables.className();
            boolean ends = words.at(Token.COMMA) || words.at(Token.RIGHT_PAREN);
            if (!ends || name.schema() == null) {
                return first && !marked ? rewound(start) : refused(ends ? "schema.Class" : ", or )");
            }
            classes.add(new ClassFilter(offset, scope, name));
            first = false;
        } while (words.accept(Token.COMMA));
        words.expect(Token.RIGHT_PAREN);
        return List.copyOf(classes);
    }

    private @Nullable List<ClassFilter> rewound(int start) {
        words.rewindTo(start);
        return null;
    }

    private List<ClassFilter> refused(String expectation) {
        throw words.expected(expectation);
    }

    private Expression compared(int offset, Expression left) {
        int height = words.height;
        Operator operator = operator(words.token());
        if (operator != null) {
            words.next();
            return comparison(offset, left, height, operator);
        }
        boolean negated = words.accept(Token.NOT);
        switch (words.token()) {
            case BETWEEN -> {
                return between(offset, left, height, negated);
            }
            case LIKE -> {
                return like(offset, left, height, negated);
            }
            case IN -> {
                return in(offset, left, height, negated);
            }
            case MATCH -> {
                return match(offset, left, height, negated);
            }
            default -> {
                if (negated) {
                    throw words.expected("BETWEEN, LIKE, IN or MATCH");
                }
                return left;
            }
        }
    }

    private static @Nullable Operator operator(Token token) {
        return switch (token) {
            case EQUAL -> Operator.EQUAL;
            case NOT_EQUAL -> Operator.NOT_EQUAL;
            case LESS -> Operator.LESS;
            case GREATER -> Operator.GREATER;
            case LESS_OR_EQUAL -> Operator.LESS_OR_EQUAL;
            case GREATER_OR_EQUAL -> Operator.GREATER_OR_EQUAL;
            default -> null;
        };
    }

    private Expression comparison(int offset, Expression left, int height, Operator operator) {
        AnyOrAll quantifier =
                switch (words.token()) {
                    case ANY -> AnyOrAll.ANY;
                    case SOME -> AnyOrAll.SOME;
                    case ALL -> AnyOrAll.ALL;
                    default -> null;
                };
        if (quantifier != null) {
            int start = words.offset();
            words.next();
            if (words.atSubquery()) {
                Query query = expressions.inParentheses();
                words.join(height, words.height);
                return new Predicate.Quantified(offset, left, operator, quantifier, query);
            }
            words.rewindTo(start);
        }
        Expression right = expressions.value();
        words.join(height, words.height);
        return new Predicate.Comparison(offset, left, operator, right);
    }

    private Expression between(int offset, Expression operand, int height, boolean negated) {
        words.next();
        Expression low = expressions.value();
        int highest = Math.max(height, words.height);
        words.expect(Token.AND);
        Expression high = expressions.value();
        words.join(highest, words.height);
        return new Predicate.Between(offset, operand, negated, low, high);
    }

    private Expression like(int offset, Expression operand, int height, boolean negated) {
        words.next();
        Expression pattern = expressions.value();
        words.join(height, words.height);
        Expression.Literal escape = null;
        if (words.accept(Token.ESCAPE)) {
            if (!words.at(Token.STRING_LITERAL)) {
                throw words.expected("a string");
            }
            escape = new Expression.Literal(words.offset(), Expression.LiteralKind.STRING, words.take());
        }
        return new Predicate.Like(offset, operand, negated, pattern, escape);
    }

    private Expression in(int offset, Expression operand, int height, boolean negated) {
        words.next();
        if (words.atSubquery()) {
            Query query = expressions.inParentheses();
            words.join(height, words.height);
            return new Predicate.InQuery(offset, operand, negated, query);
        }
        words.expect(Token.LEFT_PAREN);
        int siblings = words.enter();
        List<Expression> values = expressions.values();
        words.leave(siblings);
        words.expect(Token.RIGHT_PAREN);
        words.join(height, words.height);
        return new Predicate.InList(offset, operand, negated, values);
    }

    private Expression match(int offset, Expression operand, int height, boolean negated) {
        words.next();
        Name name = words.name("a function");
        if (!words.at(Token.LEFT_PAREN)) {
            throw words.expected("(");
        }
        if (!(expressions.calls.named(name) instanceof Expression.Call call)) {
            throw words.errors.expected(name.offset(), "a function", "a window function");
        }
        words.join(height, words.height);
        return new Predicate.Match(offset, operand, negated, call);
    }
}
