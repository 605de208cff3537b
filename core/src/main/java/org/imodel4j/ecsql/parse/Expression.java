package org.imodel4j.ecsql.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Anything that has a value.
 *
 * <p>ECSQL keeps truth values apart from other values: a {@link Predicate} stands only in WHERE, HAVING, ON, ORDER BY,
 * FILTER, WHEN and the first argument of IIF. The parser refuses it elsewhere, and any other expression may stand where a
 * predicate may.
 */
public sealed interface Expression extends Node
        permits Predicate,
                Expression.Literal,
                Expression.Parameter,
                Expression.Path,
                Expression.InstanceAccess,
                Expression.Unary,
                Expression.Binary,
                Expression.Parenthesized,
                Expression.Call,
                Expression.WindowCall,
                Expression.NavigationValue,
                Expression.Iif,
                Expression.Case,
                Expression.Cast,
                Expression.ScalarQuery {

    /**
     * @param text the number as written; the content of a string, DATE, TIME or TIMESTAMP without quotes; the word in
     *     upper case for the rest
     */
    record Literal(int offset, LiteralKind kind, String text) implements Expression {}

    enum LiteralKind {
        NULL,
        BOOLEAN,
        /** Decimal digits, or hexadecimal ones behind {@code 0x}. */
        INTEGER,
        REAL,
        STRING,
        DATE,
        TIME,
        TIMESTAMP,
        CURRENT_DATE,
        CURRENT_TIME,
        CURRENT_TIMESTAMP
    }

    /**
     * @param index from 1; a repeated name has the index of its first use, and names and {@code ?} count together
     * @param name without the colon, null for {@code ?}
     */
    record Parameter(int offset, int index, @Nullable String name) implements Expression {}

    /** A path that was not written, but is meant. */
    static Path pathTo(String property) {
        return new Path(0, List.of(new Step(0, property, false)));
    }

    /** {@code step.step…}: a property, a qualified property, or an enumerator; at least one step. */
    record Path(int offset, List<Step> steps) implements Expression {}

    /** @param array {@code []} follows the name */
    record Step(int offset, String name, boolean array) implements Node {}

    /**
     * {@code [qualifier.]$} or {@code [qualifier.]$->property[?]}.
     *
     * @param qualifier alias or class in front, often empty
     * @param property empty for the whole instance
     * @param optional {@code ?}: instances whose class lacks the property stay, with NULL
     */
    record InstanceAccess(int offset, List<Step> qualifier, List<Step> property, boolean optional)
            implements Expression {}

    record Unary(int offset, UnaryOperator operator, Expression operand) implements Expression {}

    record Binary(int offset, Expression left, BinaryOperator operator, Expression right) implements Expression {}

    /**
     * Parentheses are kept, because the names of computed columns show them; but not around a path, a subquery or other
     * parentheses. The content may be a predicate.
     */
    record Parenthesized(int offset, Expression content) implements Expression {}

    /**
     * A scalar or aggregate function.
     *
     * @param name as written; in upper case if it is a reserved word ({@code COUNT}, {@code SUM} …), but {@code ntile}
     * @param star {@code COUNT(*)}; there are no arguments then
     */
    record Call(int offset, String name, Query.Quantifier quantifier, List<Expression> arguments, boolean star)
            implements Expression {}

    /** @param filter the condition of {@code FILTER (WHERE …)} */
    record WindowCall(int offset, Call function, @Nullable Expression filter, Window window) implements Expression {}

    /** {@code NAVIGATION_VALUE(schema.Class.Property, id [, relationship class id])}. */
    record NavigationValue(
            int offset,
            Path property,
            Expression id,
            @Nullable Expression relationshipClassId) implements Expression {}

    record Iif(int offset, Expression condition, Expression then, Expression otherwise) implements Expression {}

    record Case(int offset, List<When> branches, @Nullable Expression otherwise) implements Expression {}

    record When(int offset, Expression condition, Expression then) implements Node {}

    record Cast(int offset, Expression operand, CastTarget target) implements Expression {}

    /**
     * @param schema set for structs and enumerations
     * @param name of the type: in upper case if it is a reserved word, with INTEGER for INT
     */
    record CastTarget(int offset, @Nullable String schema, String name, boolean array) implements Node {}

    /** A subquery that stands for one value. */
    record ScalarQuery(int offset, Query query) implements Expression {}

    enum UnaryOperator {
        PLUS("+"),
        MINUS("-"),
        BITWISE_NOT("~");

        private final String symbol;

        UnaryOperator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }

    enum BinaryOperator {
        ADD("+"),
        SUBTRACT("-"),
        MULTIPLY("*"),
        DIVIDE("/"),
        MODULO("%"),
        CONCAT("||"),
        BITWISE_AND("&"),
        BITWISE_OR("|"),
        SHIFT_LEFT("<<"),
        SHIFT_RIGHT(">>");

        private final String symbol;

        BinaryOperator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }
}
