package org.imodel4j.ecsql.resolve;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ecsql.parse.ClassFilter;
import org.imodel4j.ecsql.parse.ECSqlPrinter;
import org.imodel4j.ecsql.parse.Expression;
import org.imodel4j.ecsql.parse.Predicate;
import org.imodel4j.ecsql.parse.Query;
import org.jspecify.annotations.Nullable;

/** Resolves what is true, false or unknown, and refuses comparisons of values that can not be compared. */
final class ConditionResolver {
    private static final String NO_COMPOSITES =
            ". Operator not supported with point, geometry, navigation properties, struct or primitive array operands.";

    private final ExpressionResolver expressions;
    private final QueryResolver queries;

    ConditionResolver(ExpressionResolver expressions, QueryResolver queries) {
        this.expressions = expressions;
        this.queries = queries;
    }

    ResolvedExpression resolve(Predicate predicate, NameScope scope) {
        return switch (predicate) {
            case Predicate.And and -> new ResolvedExpression.And(terms(and.terms(), scope));
            case Predicate.Or or -> new ResolvedExpression.Or(terms(or.terms(), scope));
            case Predicate.Not not -> new ResolvedExpression.Not(condition(not.operand(), scope));
            case Predicate.Comparison comparison -> comparison(comparison, scope);
            case Predicate.Quantified quantified -> quantified(quantified, scope);
            case Predicate.Between between -> between(between, scope);
            case Predicate.Like like -> like(like, scope);
            case Predicate.InList in -> inList(in, scope);
            case Predicate.InQuery in -> inQuery(in, scope);
            case Predicate.IsTruth is -> isTruth(is, scope);
            case Predicate.IsClass is -> isClass(is, scope);
            case Predicate.IsValue is -> isValue(is, scope);
            case Predicate.Exists exists -> new ResolvedExpression.Exists(query(exists.query(), scope));
            case Predicate.Match match -> match(match, scope);
        };
    }

    private List<ResolvedExpression> terms(List<Expression> terms, NameScope scope) {
        List<ResolvedExpression> resolved = new ArrayList<>(terms.size());
        for (Expression term : terms) {
            resolved.add(condition(term, scope));
        }
        return resolved;
    }

    /** What stands where a condition does; nothing would say the type of a parameter there. */
    ResolvedExpression condition(Expression expression, NameScope scope) {
        ResolvedExpression resolved = expressions.resolve(expression, scope);
        if (Parameters.isParameter(resolved)) {
            throw ECSqlFailure.of("Type mismatch in expression '" + expressions.print(expression)
                    + "'. Unary predicates cannot be parametrized.");
        }
        return resolved;
    }

    private ResolvedQuery query(Query query, NameScope scope) {
        return queries.resolve(query, scope, scope.blocks());
    }

    private ResolvedExpression comparison(Predicate.Comparison comparison, NameScope scope) {
        ResolvedExpression left = expressions.resolve(comparison.left(), scope);
        ResolvedExpression right = expressions.resolve(comparison.right(), scope);
        left = Parameters.typedLike(left, right);
        right = Parameters.typedLike(right, left);
        check(left.type(), right.type(), comparison.operator(), comparison);
        return new ResolvedExpression.Comparison(left, comparison.operator(), right);
    }

    private void check(ValueType left, ValueType right, Predicate.@Nullable Operator operator, Predicate whole) {
        if (left instanceof ValueType.Unknown || right instanceof ValueType.Unknown) {
            return;
        }
        if (left instanceof ValueType.Null || right instanceof ValueType.Null) {
            checkNull(left instanceof ValueType.Null ? right : left, operator, whole);
            return;
        }
        boolean composite = !ValueType.isScalar(left) || !ValueType.isScalar(right);
        if (composite) {
            checkComposite(left, right, operator, whole);
        } else if (left instanceof ValueType.Primitive a && right instanceof ValueType.Primitive b) {
            if ((isGeometry(a) || isGeometry(b)) && !isEquality(operator)) {
                throw mismatch(whole, NO_COMPOSITES);
            }
            if (isGeometry(a) != isGeometry(b)) {
                throw mismatch(whole, ".");
            }
            if (!Types.sameDateTime(a.dateTime(), b.dateTime())) {
                throw mismatch(whole, ": DateTime metadata of left and right side of expression do not match.");
            }
        }
    }

    private void checkComposite(
            ValueType left, ValueType right, Predicate.@Nullable Operator operator, Predicate whole) {
        if (!isEquality(operator)) {
            throw mismatch(whole, NO_COMPOSITES);
        }
        requireNoStructArray(left, whole);
        requireNoStructArray(right, whole);
        if (left instanceof ValueType.PrimitiveArray || right instanceof ValueType.PrimitiveArray) {
            if (!(left instanceof ValueType.PrimitiveArray a)
                    || !(right instanceof ValueType.PrimitiveArray b)
                    || a.item().primitive() != b.item().primitive()) {
                throw mismatch(whole, ": Left and right side of expression must both be of same primitive array type.");
            }
            return;
        }
        boolean same = left.getClass() == right.getClass() && left.leaves().equals(right.leaves());
        if (!same) {
            boolean point = left instanceof ValueType.Primitive || right instanceof ValueType.Primitive;
            throw mismatch(
                    whole,
                    point && !(left instanceof ValueType.Navigation) && !(right instanceof ValueType.Navigation)
                            ? ": Left and right side of expression must both have Point2d / Point3d / IGeometry type."
                            : ".");
        }
    }

    /** NULL equals nothing, and may be compared with everything but struct arrays. */
    private void checkNull(ValueType other, Predicate.@Nullable Operator operator, Predicate whole) {
        boolean geometry = other instanceof ValueType.Primitive primitive && isGeometry(primitive);
        if ((geometry || !ValueType.isScalar(other)) && !isEquality(operator)) {
            throw mismatch(whole, NO_COMPOSITES);
        }
        requireNoStructArray(other, whole);
    }

    private void requireNoStructArray(ValueType type, Predicate whole) {
        if (type instanceof ValueType.StructArray
                || (type instanceof ValueType.Struct struct && struct.hasStructArray())) {
            throw mismatch(whole, ". Operator not supported with struct arrays or structs that contain struct arrays.");
        }
    }

    private static boolean isEquality(Predicate.@Nullable Operator operator) {
        return operator == Predicate.Operator.EQUAL || operator == Predicate.Operator.NOT_EQUAL;
    }

    private static boolean isGeometry(ValueType.Primitive primitive) {
        return primitive.primitive() == PrimitiveType.GEOMETRY;
    }

    private RuntimeException mismatch(Predicate whole, String reason) {
        return ECSqlFailure.of("Type mismatch in expression '" + expressions.print(whole) + "'" + reason);
    }

    private ResolvedExpression quantified(Predicate.Quantified quantified, NameScope scope) {
        ResolvedExpression left = expressions.resolve(quantified.left(), scope);
        ResolvedQuery query = query(quantified.query(), scope);
        left = Parameters.typed(left, query.outputs().get(0).type());
        return new ResolvedExpression.Quantified(left, quantified.operator(), quantified.quantifier(), query);
    }

    private ResolvedExpression between(Predicate.Between between, NameScope scope) {
        ResolvedExpression operand = expressions.resolve(between.operand(), scope);
        requireTyped(operand, between);
        ResolvedExpression low = Parameters.typedLike(expressions.resolve(between.low(), scope), operand);
        ResolvedExpression high = Parameters.typedLike(expressions.resolve(between.high(), scope), operand);
        requireBound(low, between);
        requireBound(high, between);
        requireScalar(operand, between);
        check(operand.type(), low.type(), null, between);
        check(operand.type(), high.type(), null, between);
        return new ResolvedExpression.Between(operand, between.negated(), low, high);
    }

    private void requireBound(ResolvedExpression bound, Predicate.Between whole) {
        boolean geometry = bound.type() instanceof ValueType.Primitive primitive && isGeometry(primitive);
        if (geometry || bound.type() instanceof ValueType.Null || !ValueType.isScalar(bound.type())) {
            throw ECSqlFailure.of("Invalid BETWEEN expression '" + expressions.print(whole.low()) + " AND "
                    + expressions.print(whole.high())
                    + "'. Operands must be of numeric, date/timestamp, or string type.");
        }
    }

    /** The operand says the type of what it is compared with. */
    private void requireTyped(ResolvedExpression operand, Predicate whole) {
        if (Parameters.isParameter(operand)) {
            throw ECSqlFailure.of("Type mismatch in expression '" + expressions.print(whole)
                    + "'. A parameter can not be its first operand.");
        }
    }

    private void requireScalar(ResolvedExpression operand, Predicate whole) {
        if (!ValueType.isScalar(operand.type())) {
            throw mismatch(whole, NO_COMPOSITES);
        }
    }

    private ResolvedExpression like(Predicate.Like like, NameScope scope) {
        ResolvedExpression pattern = Parameters.typed(expressions.resolve(like.pattern(), scope), ValueType.STRING);
        ResolvedExpression operand = Parameters.typedLike(expressions.resolve(like.operand(), scope), pattern);
        check(operand.type(), pattern.type(), null, like);
        requireScalar(operand, like);
        requireScalar(pattern, like);
        String escape = like.escape() == null
                ? null
                : ExpressionResolver.quote(like.escape().text());
        return new ResolvedExpression.Like(operand, like.negated(), pattern, escape);
    }

    private ResolvedExpression inList(Predicate.InList in, NameScope scope) {
        ResolvedExpression operand = expressions.resolve(in.operand(), scope);
        requireTyped(operand, in);
        List<ResolvedExpression> values = new ArrayList<>();
        for (Expression value : in.values()) {
            ResolvedExpression resolved = Parameters.typedLike(expressions.resolve(value, scope), operand);
            check(operand.type(), resolved.type(), Predicate.Operator.EQUAL, in);
            values.add(resolved);
        }
        return new ResolvedExpression.InList(operand, in.negated(), values);
    }

    private ResolvedExpression inQuery(Predicate.InQuery in, NameScope scope) {
        ResolvedExpression operand = expressions.resolve(in.operand(), scope);
        ResolvedQuery query = query(in.query(), scope);
        if (query.outputs().size() != 1) {
            throw ECSqlFailure.of("Subquery must return exactly one column ("
                    + ECSqlPrinter.print(in.query(), ECSqlPrinter.PathNames.AS_WRITTEN) + ").");
        }
        operand = Parameters.typed(operand, query.outputs().get(0).type());
        requireScalar(operand, in);
        check(operand.type(), query.outputs().get(0).type(), Predicate.Operator.EQUAL, in);
        return new ResolvedExpression.InQuery(operand, in.negated(), query);
    }

    private ResolvedExpression isTruth(Predicate.IsTruth is, NameScope scope) {
        ResolvedExpression operand = condition(is.operand(), scope);
        if (is.truth() == Predicate.Truth.UNKNOWN) {
            throw mismatch(is, ". Test for UNKNOWN with IS NULL.");
        }
        return new ResolvedExpression.IsTruth(operand, is.negated(), is.truth());
    }

    private ResolvedExpression isClass(Predicate.IsClass is, NameScope scope) {
        ResolvedExpression operand = condition(is.operand(), scope);
        List<ResolvedExpression.OneClass> classes = new ArrayList<>();
        for (ClassFilter filter : is.classes()) {
            classes.add(expressions.oneClass(filter));
        }
        return new ResolvedExpression.IsClass(operand, is.negated(), classes);
    }

    private ResolvedExpression isValue(Predicate.IsValue is, NameScope scope) {
        ResolvedExpression operand = expressions.resolve(is.operand(), scope);
        ResolvedExpression value = Parameters.typedLike(expressions.resolve(is.value(), scope), operand);
        operand = Parameters.typedLike(operand, value);
        check(operand.type(), value.type(), Predicate.Operator.EQUAL, is);
        return new ResolvedExpression.IsValue(operand, is.negated(), value);
    }

    private ResolvedExpression match(Predicate.Match match, NameScope scope) {
        ResolvedExpression operand = expressions.resolve(match.operand(), scope);
        List<ResolvedExpression> arguments = new ArrayList<>();
        for (Expression argument : match.function().arguments()) {
            arguments.add(expressions.resolve(argument, scope));
        }
        return new ResolvedExpression.Match(
                operand,
                match.negated(),
                new ResolvedExpression.Call(
                        ValueType.BOOLEAN, match.function().name(), Query.Quantifier.NONE, arguments, false));
    }
}
