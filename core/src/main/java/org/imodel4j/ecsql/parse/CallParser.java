package org.imodel4j.ecsql.parse;

import java.util.ArrayList;
import java.util.List;

/**
 * Functions, and the expressions that begin with a reserved word.
 *
 * <pre>
 * call = name "(" [["ALL"|"DISTINCT"] value {"," value}] ")" ["FILTER" "(" "WHERE" condition ")"] ["OVER" window]
 * case = "CASE" "WHEN" condition "THEN" value {"WHEN" condition "THEN" value} ["ELSE" value] "END"
 * cast = "CAST" "(" value "AS" ( type | [name "."] name ) ["[]"] ")"
 * iif  = "IIF" "(" condition "," value "," value ")"
 * nav  = "NAVIGATION_VALUE" "(" path "," value ["," value] ")"
 * </pre>
 */
final class CallParser {
    private final Words words;
    private final ExpressionParser expressions;

    CallParser(Words words, ExpressionParser expressions) {
        this.words = words;
        this.expressions = expressions;
    }

    /** An expression whose first word is reserved. */
    Expression keyword() {
        return switch (words.token()) {
            case CASE -> caseOf();
            case CAST -> cast();
            case IIF -> iif();
            case NAVIGATION_VALUE -> navigationValue();
            case COUNT -> count();
            case MIN -> leastOrGreatest("MIN", "LEAST");
            case MAX -> leastOrGreatest("MAX", "GREATEST");
            case AVG, SUM, TOTAL, EVERY, ANY, SOME -> aggregate(1, 1);
            case GROUP_CONCAT -> aggregate(1, 2);
            case RTRIM -> aggregate(1, 2);
            case ROW_NUMBER, RANK, DENSE_RANK, PERCENT_RANK, CUME_DIST -> windowOnly(0, 0);
            case NTILE, FIRST_VALUE, LAST_VALUE -> windowOnly(1, 1);
            case NTH_VALUE -> windowOnly(2, 2);
            case LAG, LEAD -> windowOnly(1, 3);
            default -> throw words.expected("a value");
        };
    }

    /** A function with an ordinary name; the opening parenthesis is next. */
    Expression named(Name name) {
        Expression.Call call = arguments(name.offset(), name.text());
        return windowed(call);
    }

    Expression.Call tableFunction(Name name) {
        Expression.Call call = arguments(name.offset(), name.text());
        if (call.arguments().isEmpty()) {
            throw words.errors.expected(words.offset(), "an argument", ")");
        }
        return call;
    }

    private Expression.Call arguments(int offset, String name) {
        words.expect(Token.LEFT_PAREN);
        int siblings = words.enter();
        Query.Quantifier quantifier = expressions.quantifier();
        boolean none = quantifier == Query.Quantifier.NONE && words.at(Token.RIGHT_PAREN);
        List<Expression> arguments = none ? List.of() : expressions.values();
        words.leave(siblings);
        words.expect(Token.RIGHT_PAREN);
        return new Expression.Call(offset, name, quantifier, arguments, false);
    }

    private Expression windowed(Expression.Call call) {
        if (!words.at(Token.FILTER) && !words.at(Token.OVER)) {
            return call;
        }
        int siblings = words.enter();
        Expression filter = null;
        if (words.accept(Token.FILTER)) {
            words.expect(Token.LEFT_PAREN);
            words.expect(Token.WHERE);
            filter = expressions.conditions.condition();
            words.expect(Token.RIGHT_PAREN);
        }
        Window window = expressions.windows.over();
        words.leave(siblings);
        return new Expression.WindowCall(call.offset(), call, filter, window);
    }

    private Expression aggregate(int least, int most) {
        return windowed(counted(least, most));
    }

    private Expression windowOnly(int least, int most) {
        Expression.Call call = counted(least, most);
        if (call.quantifier() != Query.Quantifier.NONE) {
            throw words.errors.expected(
                    call.offset(),
                    "no quantifier in " + call.name(),
                    call.quantifier().name());
        }
        if (!words.at(Token.FILTER) && !words.at(Token.OVER)) {
            throw words.expected("OVER");
        }
        return windowed(call);
    }

    private Expression.Call counted(int least, int most) {
        int offset = words.offset();
        // iTwin.js prints this one name in lower case.
        String name = words.at(Token.NTILE) ? "ntile" : words.token().shown();
        words.next();
        if (!words.at(Token.LEFT_PAREN)) {
            throw words.errors.expected(offset, "a value", name + " (a reserved word)");
        }
        Expression.Call call = arguments(offset, name);
        int count = call.arguments().size();
        if (count < least || count > most) {
            throw words.errors.expected(
                    offset, least == most ? least + " argument(s) of " + name : "arguments of " + name, count + "");
        }
        return call;
    }

    private Expression leastOrGreatest(String name, String instead) {
        Expression.Call call = counted(1, Integer.MAX_VALUE);
        if (call.arguments().size() > 1) {
            throw words.errors.at(
                    call.offset(),
                    "Use " + instead + "(arg0, arg1 [, ...]) instead of " + name + "(arg0, arg1 [, ...])");
        }
        return windowed(call);
    }

    private Expression count() {
        int offset = words.offset();
        words.next();
        words.expect(Token.LEFT_PAREN);
        if (words.accept(Token.STAR)) {
            words.expect(Token.RIGHT_PAREN);
            words.leaf();
            return windowed(new Expression.Call(offset, "COUNT", Query.Quantifier.NONE, List.of(), true));
        }
        words.rewindTo(offset);
        return aggregate(1, 1);
    }

    private Expression iif() {
        int offset = words.offset();
        words.next();
        words.expect(Token.LEFT_PAREN);
        int siblings = words.enter();
        Expression condition = expressions.conditions.condition();
        words.expect(Token.COMMA);
        Expression then = expressions.value();
        words.expect(Token.COMMA);
        Expression otherwise = expressions.value();
        words.leave(siblings);
        words.expect(Token.RIGHT_PAREN);
        return new Expression.Iif(offset, condition, then, otherwise);
    }

    private Expression caseOf() {
        int offset = words.offset();
        words.next();
        int siblings = words.enter();
        List<Expression.When> branches = new ArrayList<>();
        do {
            int start = words.offset();
            words.expect(Token.WHEN);
            Expression condition = expressions.conditions.condition();
            words.expect(Token.THEN);
            branches.add(new Expression.When(start, condition, expressions.value()));
        } while (words.at(Token.WHEN));
        Expression otherwise = words.accept(Token.ELSE) ? expressions.value() : null;
        words.leave(siblings);
        words.expect(Token.END);
        return new Expression.Case(offset, List.copyOf(branches), otherwise);
    }

    private Expression cast() {
        int offset = words.offset();
        words.next();
        words.expect(Token.LEFT_PAREN);
        int siblings = words.enter();
        Expression operand = expressions.value();
        words.expect(Token.AS);
        Expression.CastTarget target = castTarget();
        words.leave(siblings);
        words.expect(Token.RIGHT_PAREN);
        return new Expression.Cast(offset, operand, target);
    }

    private Expression.CastTarget castTarget() {
        int offset = words.offset();
        switch (words.token()) {
            case BINARY,
                    BLOB,
                    BOOLEAN,
                    DATE,
                    DOUBLE,
                    FLOAT,
                    INTEGER,
                    INT64,
                    LONG,
                    REAL,
                    STRING,
                    TIME,
                    TIMESTAMP,
                    VARCHAR -> {
                String name = words.token().shown();
                words.next();
                return new Expression.CastTarget(offset, null, name, false);
            }
            case INT -> {
                words.next();
                return new Expression.CastTarget(offset, null, "INTEGER", false);
            }
            default -> {
                String name = words.takeName("a type");
                return words.accept(Token.DOT)
                        ? new Expression.CastTarget(offset, name, words.takeName("a type"), false)
                        : new Expression.CastTarget(offset, null, name, false);
            }
        }
    }

    private Expression navigationValue() {
        int offset = words.offset();
        words.next();
        words.expect(Token.LEFT_PAREN);
        int siblings = words.enter();
        Expression.Path property = expressions.plainPath();
        words.expect(Token.COMMA);
        Expression id = expressions.value();
        Expression relationship = words.accept(Token.COMMA) ? expressions.value() : null;
        words.leave(siblings);
        words.expect(Token.RIGHT_PAREN);
        return new Expression.NavigationValue(offset, property, id, relationship);
    }
}
