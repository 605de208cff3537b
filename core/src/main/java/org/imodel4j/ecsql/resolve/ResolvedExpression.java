package org.imodel4j.ecsql.resolve;

import java.util.List;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ecsql.parse.Expression;
import org.imodel4j.ecsql.parse.Predicate;
import org.imodel4j.ecsql.parse.Query;
import org.jspecify.annotations.Nullable;

/** An expression whose names and types are known. */
public sealed interface ResolvedExpression {
    ValueType type();

    /** A constant, as SQL spells it. */
    record Literal(ValueType type, String sql) implements ResolvedExpression {}

    /**
     * @param name null for {@code ?}
     * @param idProperty it stands for the value of a property that holds an id
     */
    record Parameter(ValueType type, int index, @Nullable String name, boolean idProperty)
            implements ResolvedExpression {}

    /** @param path access string below the class; covers all leaves of the type */
    record Property(ValueType type, Source.OfClass source, String path, Output output) implements ResolvedExpression {}

    /**
     * A column of a subquery, a block or a table function, or a part of one.
     *
     * @param column counted from 0
     * @param path access string of the part below the column, empty for all of it
     */
    record ColumnOf(ValueType type, Source source, int column, String path, Output output)
            implements ResolvedExpression {}

    /** A column of the select list by its alias. */
    record Alias(ValueType type, String name) implements ResolvedExpression {}

    record Unary(ValueType type, Expression.UnaryOperator operator, ResolvedExpression operand)
            implements ResolvedExpression {}

    record Binary(ValueType type, ResolvedExpression left, Expression.BinaryOperator operator, ResolvedExpression right)
            implements ResolvedExpression {}

    record Parenthesized(ResolvedExpression content) implements ResolvedExpression {
        @Override
        public ValueType type() {
            return content.type();
        }
    }

    /** @param sqlName as SQLite knows the function */
    record Call(
            ValueType type,
            String sqlName,
            Query.Quantifier quantifier,
            List<ResolvedExpression> arguments,
            boolean star)
            implements ResolvedExpression {}

    record WindowCall(
            ValueType type,
            ResolvedExpression function,
            @Nullable ResolvedExpression filter,
            ResolvedWindow window) implements ResolvedExpression {}

    /** {@code id IN set}, where the set is a parameter. */
    record InIdSet(Parameter set, ResolvedExpression id) implements ResolvedExpression {
        @Override
        public ValueType type() {
            return ValueType.BOOLEAN;
        }
    }

    record NavigationValue(ValueType type, ResolvedExpression id, ResolvedExpression relationshipClassId)
            implements ResolvedExpression {}

    record Iif(ValueType type, ResolvedExpression condition, ResolvedExpression then, ResolvedExpression otherwise)
            implements ResolvedExpression {}

    record Case(
            ValueType type, List<When> branches, @Nullable ResolvedExpression otherwise)
            implements ResolvedExpression {}

    record When(ResolvedExpression condition, ResolvedExpression then) {}

    /** @param sqlType null for a cast to boolean */
    record Cast(
            ValueType type,
            ResolvedExpression operand,
            @Nullable String sqlType) implements ResolvedExpression {}

    record ScalarQuery(ValueType type, ResolvedQuery query) implements ResolvedExpression {}

    /** The whole most derived instance of a row as JSON text. */
    record Instance(Source source, boolean jsNames, boolean wholeBlobs) implements ResolvedExpression {
        @Override
        public ValueType type() {
            return ValueType.STRING;
        }
    }

    /** One property of the most derived instance of a row. */
    record InstanceProperty(Source source, String path, boolean jsNames) implements ResolvedExpression {
        @Override
        public ValueType type() {
            return ValueType.DYNAMIC;
        }
    }

    /** What is true, false or unknown. */
    sealed interface Condition extends ResolvedExpression {
        @Override
        default ValueType type() {
            return ValueType.BOOLEAN;
        }
    }

    record And(List<ResolvedExpression> terms) implements Condition {}

    record Or(List<ResolvedExpression> terms) implements Condition {}

    record Not(ResolvedExpression operand) implements Condition {}

    record Comparison(ResolvedExpression left, Predicate.Operator operator, ResolvedExpression right)
            implements Condition {}

    record Quantified(
            ResolvedExpression left, Predicate.Operator operator, Predicate.AnyOrAll quantifier, ResolvedQuery query)
            implements Condition {}

    record Between(ResolvedExpression operand, boolean negated, ResolvedExpression low, ResolvedExpression high)
            implements Condition {}

    record Like(
            ResolvedExpression operand,
            boolean negated,
            ResolvedExpression pattern,
            @Nullable String escapeSql) implements Condition {}

    record InList(ResolvedExpression operand, boolean negated, List<ResolvedExpression> values) implements Condition {}

    record InQuery(ResolvedExpression operand, boolean negated, ResolvedQuery query) implements Condition {}

    record IsTruth(ResolvedExpression operand, boolean negated, Predicate.Truth truth) implements Condition {}

    record IsClass(ResolvedExpression operand, boolean negated, List<OneClass> classes) implements Condition {}

    record OneClass(ECClass ecClass, boolean subclasses) {}

    record IsValue(ResolvedExpression operand, boolean negated, ResolvedExpression value) implements Condition {}

    record Exists(ResolvedQuery query) implements Condition {}

    record Match(ResolvedExpression operand, boolean negated, Call function) implements Condition {}
}
