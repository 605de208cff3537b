package org.imodel4j.ecsql.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression that is true, false or unknown. */
public sealed interface Predicate extends Expression
        permits Predicate.And,
                Predicate.Or,
                Predicate.Not,
                Predicate.Comparison,
                Predicate.Quantified,
                Predicate.Between,
                Predicate.Like,
                Predicate.InList,
                Predicate.InQuery,
                Predicate.IsTruth,
                Predicate.IsClass,
                Predicate.IsValue,
                Predicate.Exists,
                Predicate.Match {

    /** At least two terms; a chain of any length is one flat node. */
    record And(int offset, List<Expression> terms) implements Predicate {}

    /** At least two terms; a chain of any length is one flat node. */
    record Or(int offset, List<Expression> terms) implements Predicate {}

    record Not(int offset, Expression operand) implements Predicate {}

    record Comparison(int offset, Expression left, Operator operator, Expression right) implements Predicate {}

    /** {@code left op ANY|SOME|ALL (query)}. */
    record Quantified(int offset, Expression left, Operator operator, AnyOrAll quantifier, Query query)
            implements Predicate {}

    record Between(int offset, Expression operand, boolean negated, Expression low, Expression high)
            implements Predicate {}

    /** @param escape a string literal */
    record Like(
            int offset, Expression operand, boolean negated, Expression pattern, Expression.@Nullable Literal escape)
            implements Predicate {}

    record InList(int offset, Expression operand, boolean negated, List<Expression> values) implements Predicate {}

    record InQuery(int offset, Expression operand, boolean negated, Query query) implements Predicate {}

    /** {@code operand IS [NOT] NULL|TRUE|FALSE|UNKNOWN}. */
    record IsTruth(int offset, Expression operand, boolean negated, Truth truth) implements Predicate {}

    /** {@code operand IS [NOT] (ONLY schema.Class, …)}. */
    record IsClass(int offset, Expression operand, boolean negated, List<ClassFilter> classes) implements Predicate {}

    /** {@code operand IS [NOT] value}: comparison in which NULL equals NULL. */
    record IsValue(int offset, Expression operand, boolean negated, Expression value) implements Predicate {}

    record Exists(int offset, Query query) implements Predicate {}

    record Match(int offset, Expression operand, boolean negated, Expression.Call function) implements Predicate {}

    enum AnyOrAll {
        ANY,
        SOME,
        ALL
    }

    enum Truth {
        NULL,
        TRUE,
        FALSE,
        UNKNOWN
    }

    enum Operator {
        EQUAL("="),
        /** Written {@code <>} or {@code !=}. */
        NOT_EQUAL("<>"),
        LESS("<"),
        GREATER(">"),
        LESS_OR_EQUAL("<="),
        GREATER_OR_EQUAL(">=");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }
}
