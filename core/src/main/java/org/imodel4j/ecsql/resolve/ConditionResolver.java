package org.imodel4j.ecsql.resolve;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.ec.DateTimeInfo;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ecsql.parse.ClassFilter;
import org.imodel4j.ecsql.parse.ECSqlPrinter;
import org.imodel4j.ecsql.parse.Expression;
import org.imodel4j.ecsql.parse.Predicate;
import org.imodel4j.ecsql.parse.Query;
import org.jspecify.annotations.Nullable;

/** Resolves what is true, false or unknown, and refuses comparisons of values that can not be compared. */
final class ConditionResolver {
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
            case Predicate.Not not -> new ResolvedExpression.Not(expressions.resolve(not.operand(), scope));
            case Predicate.Comparison comparison -> comparison(comparison, scope);
            case Predicate.Quantified quantified -> quantified(quantified, scope);
            case Predicate.Between between -> between(between, scope);
            case Predicate.Like like -> like(like, scope);
            case Predicate.InList in -> inList(in, scope);
            case Predicate.InQuery in -> inQuery(in, scope);
            case Predicate.IsTruth is ->
                new ResolvedExpression.IsTruth(expressions.resolve(is.operand(), scope), is.negated(), is.truth());
            case Predicate.IsClass is -> isClass(is, scope);
            case Predicate.IsValue is -> isValue(is, scope);
            case Predicate.Exists exists -> new ResolvedExpression.Exists(query(exists.query(), scope));
            case Predicate.Match match -> match(match, scope);
        };
    }

    private List<ResolvedExpression> terms(List<Expression> terms, NameScope scope) {
        List<ResolvedExpression> resolved = new ArrayList<>(terms.size());
        for (Expression term : terms) {
            resolved.add(expressions.resolve(term, scope));
        }
        return resolved;
    }

    private ResolvedQuery query(Query query, NameScope scope) {
        return queries.resolve(query, scope, scope.blocks());
    }

    private ResolvedExpression comparison(Predicate.Comparison comparison, NameScope scope) {
        ResolvedExpression left = expressions.resolve(comparison.left(), scope);
        ResolvedExpression right = expressions.resolve(comparison.right(), scope);
        left = ExpressionResolver.retype(left, right.type());
        right = ExpressionResolver.retype(right, left.type());
        check(left.type(), right.type(), comparison.operator(), comparison);
        return new ResolvedExpression.Comparison(left, comparison.operator(), right);
    }

    private void check(ValueType left, ValueType right, Predicate.@Nullable Operator operator, Predicate whole) {
        if (left instanceof ValueType.Unknown || right instanceof ValueType.Unknown) {
            return;
        }
        boolean composite = !ValueType.isScalar(left) || !ValueType.isScalar(right);
        if (composite) {
            checkComposite(left, right, operator, whole);
        } else if (left instanceof ValueType.Primitive a && right instanceof ValueType.Primitive b) {
            if (isGeometry(a) != isGeometry(b)) {
                throw mismatch(whole, ".");
            }
            if (!sameDateTime(a.dateTime(), b.dateTime())) {
                throw mismatch(whole, ": DateTime metadata of left and right side of expression do not match.");
            }
        }
    }

    private void checkComposite(
            ValueType left, ValueType right, Predicate.@Nullable Operator operator, Predicate whole) {
        if (operator != null && operator != Predicate.Operator.EQUAL && operator != Predicate.Operator.NOT_EQUAL) {
            throw mismatch(
                    whole,
                    ". Operator not supported with point, geometry, navigation properties, struct or primitive array operands.");
        }
        if (left instanceof ValueType.StructArray
                || right instanceof ValueType.StructArray
                || (left instanceof ValueType.Struct a && a.hasStructArray())
                || (right instanceof ValueType.Struct b && b.hasStructArray())) {
            throw mismatch(whole, ". Operator not supported with struct arrays or structs that contain struct arrays.");
        }
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

    private static boolean isGeometry(ValueType.Primitive primitive) {
        return primitive.primitive() == PrimitiveType.GEOMETRY;
    }

    /** Values that say nothing about their kind fit all others; a date fits every kind. */
    private static boolean sameDateTime(@Nullable DateTimeInfo left, @Nullable DateTimeInfo right) {
        if (left == null || right == null) {
            return true;
        }
        boolean leftTime = left.component() == DateTimeInfo.Component.TIME_OF_DAY;
        boolean rightTime = right.component() == DateTimeInfo.Component.TIME_OF_DAY;
        if (leftTime || rightTime) {
            return leftTime && rightTime;
        }
        boolean date =
                left.component() == DateTimeInfo.Component.DATE || right.component() == DateTimeInfo.Component.DATE;
        return date || left.kind() == right.kind();
    }

    private RuntimeException mismatch(Predicate whole, String reason) {
        return ECSqlFailure.of("Type mismatch in expression '" + expressions.print(whole) + "'" + reason);
    }

    private ResolvedExpression quantified(Predicate.Quantified quantified, NameScope scope) {
        ResolvedExpression left = expressions.resolve(quantified.left(), scope);
        ResolvedQuery query = query(quantified.query(), scope);
        return new ResolvedExpression.Quantified(left, quantified.operator(), quantified.quantifier(), query);
    }

    private ResolvedExpression between(Predicate.Between between, NameScope scope) {
        ResolvedExpression operand = expressions.resolve(between.operand(), scope);
        ResolvedExpression low = ExpressionResolver.retype(expressions.resolve(between.low(), scope), operand.type());
        ResolvedExpression high = ExpressionResolver.retype(expressions.resolve(between.high(), scope), operand.type());
        requireScalar(operand, between);
        requireScalar(low, between);
        requireScalar(high, between);
        check(operand.type(), low.type(), null, between);
        check(operand.type(), high.type(), null, between);
        return new ResolvedExpression.Between(operand, between.negated(), low, high);
    }

    private void requireScalar(ResolvedExpression operand, Predicate whole) {
        if (!ValueType.isScalar(operand.type())) {
            throw mismatch(
                    whole,
                    ". Operator not supported with point, geometry, navigation properties, struct or primitive array operands.");
        }
    }

    private ResolvedExpression like(Predicate.Like like, NameScope scope) {
        ResolvedExpression operand = expressions.resolve(like.operand(), scope);
        ResolvedExpression pattern = expressions.resolve(like.pattern(), scope);
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
        requireScalar(operand, in);
        List<ResolvedExpression> values = new ArrayList<>();
        for (Expression value : in.values()) {
            ResolvedExpression resolved = ExpressionResolver.retype(expressions.resolve(value, scope), operand.type());
            requireScalar(resolved, in);
            check(operand.type(), resolved.type(), null, in);
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
        requireScalar(operand, in);
        check(operand.type(), query.outputs().get(0).type(), null, in);
        return new ResolvedExpression.InQuery(operand, in.negated(), query);
    }

    private ResolvedExpression isClass(Predicate.IsClass is, NameScope scope) {
        ResolvedExpression operand = expressions.resolve(is.operand(), scope);
        List<ResolvedExpression.OneClass> classes = new ArrayList<>();
        for (ClassFilter filter : is.classes()) {
            classes.add(expressions.oneClass(filter));
        }
        return new ResolvedExpression.IsClass(operand, is.negated(), classes);
    }

    private ResolvedExpression isValue(Predicate.IsValue is, NameScope scope) {
        ResolvedExpression operand = expressions.resolve(is.operand(), scope);
        ResolvedExpression value = ExpressionResolver.retype(expressions.resolve(is.value(), scope), operand.type());
        operand = ExpressionResolver.retype(operand, value.type());
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
