package org.imodel4j.ecsql.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ecsql.parse.Expression;
import org.imodel4j.ecsql.parse.Predicate;
import org.imodel4j.ecsql.parse.SortItem;
import org.imodel4j.ecsql.parse.Window;
import org.imodel4j.ecsql.parse.WindowSpec;

/** Resolves calls of functions, their windows, and the orders in which rows are sorted. */
final class CallResolver {
    private final Catalog catalog;
    private final ExpressionResolver expressions;

    CallResolver(Catalog catalog, ExpressionResolver expressions) {
        this.catalog = catalog;
        this.expressions = expressions;
    }

    ResolvedExpression call(Expression.Call call, NameScope scope) {
        List<ResolvedExpression> arguments = new ArrayList<>();
        for (Expression argument : call.arguments()) {
            arguments.add(expressions.resolve(argument, scope));
        }
        requireScalars(call, arguments);
        catalog.requireFunction(call.name());
        String name = call.name().toLowerCase(Locale.ROOT);
        if (name.equals("invirtualset")
                && arguments.size() == 2
                && arguments.get(0) instanceof ResolvedExpression.Parameter set) {
            return new ResolvedExpression.InIdSet(set, arguments.get(1));
        }
        ResolvedExpression folded = new ClassFunctions(catalog.schemas()).fold(name, arguments);
        if (folded != null) {
            return folded;
        }
        ValueType type = FunctionTypes.of(name, arguments);
        arguments.replaceAll(argument -> Parameters.typed(argument, ValueType.DOUBLE));
        String sqlName = call.name();
        switch (name) {
            case "least" -> sqlName = "MIN";
            case "greatest" -> sqlName = "MAX";
            case "every" -> {
                sqlName = "MIN";
                arguments = nonZero(arguments);
            }
            case "any", "some" -> {
                sqlName = "MAX";
                arguments = nonZero(arguments);
            }
            case "count" -> {
                if (type instanceof ValueType.Dynamic) {
                    type = new ValueType.Primitive(PrimitiveType.STRING, "json");
                }
            }
            default -> {}
        }
        return new ResolvedExpression.Call(type, sqlName, call.quantifier(), arguments, call.star());
    }

    private static List<ResolvedExpression> nonZero(List<ResolvedExpression> arguments) {
        List<ResolvedExpression> tests = new ArrayList<>();
        for (ResolvedExpression argument : arguments) {
            tests.add(new ResolvedExpression.Comparison(
                    argument, Predicate.Operator.NOT_EQUAL, new ResolvedExpression.Literal(ValueType.LONG, "0")));
        }
        return tests;
    }

    private void requireScalars(Expression.Call call, List<ResolvedExpression> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            ValueType type = arguments.get(i).type();
            if (type instanceof ValueType.Primitive primitive && primitive.isPoint()) {
                throw ECSqlFailure.of(
                        "Failed to prepare function expression '"
                                + expressions.print(call)
                                + "': Functions in ECSQL can only accept primitive scalar arguments (i.e. excluding Point2d/Point3d).");
            }
            boolean counted = call.name().equalsIgnoreCase("COUNT")
                    && (type instanceof ValueType.PrimitiveArray || type instanceof ValueType.StructArray);
            if (!ValueType.isScalar(type) && !counted) {
                throw ECSqlFailure.of("Function '" + call.name()
                        + "' can only be called with primitive arguments. Argument #" + (i + 1) + " is not primitive.");
            }
        }
    }

    ResolvedExpression windowCall(Expression.WindowCall call, NameScope scope) {
        ResolvedExpression function = call(call.function(), scope);
        ResolvedExpression filter = call.filter() == null ? null : expressions.condition(call.filter(), scope);
        ResolvedWindow window =
                switch (call.window()) {
                    case Window.Named named ->
                        new ResolvedWindow.Named(named.name().text());
                    case Window.Inline inline -> window(inline.spec(), scope);
                };
        return new ResolvedExpression.WindowCall(function.type(), function, filter, window);
    }

    ResolvedWindow window(WindowSpec spec, NameScope scope) {
        List<ResolvedWindow.Partition> partitions = new ArrayList<>();
        for (WindowSpec.Partition partition : spec.partitions()) {
            partitions.add(
                    new ResolvedWindow.Partition(expressions.resolve(partition.key(), scope), partition.collation()));
        }
        WindowSpec.Frame frame = spec.frame();
        return new ResolvedWindow.Defined(
                spec.base() == null ? null : spec.base().text(),
                partitions,
                sort(spec.orderBy(), scope),
                frame == null
                        ? null
                        : new ResolvedWindow.Frame(
                                frame.unit(),
                                bound(frame.start(), scope),
                                frame.end() == null ? null : bound(frame.end(), scope),
                                frame.exclusion()));
    }

    private ResolvedWindow.Bound bound(WindowSpec.Bound bound, NameScope scope) {
        return new ResolvedWindow.Bound(
                bound.kind(), bound.distance() == null ? null : expressions.resolve(bound.distance(), scope));
    }

    List<ResolvedQuery.Sort> sort(List<SortItem> items, NameScope scope) {
        List<ResolvedQuery.Sort> sorts = new ArrayList<>();
        for (SortItem item : items) {
            ResolvedExpression key = expressions.resolve(item.key(), scope);
            if (!ExpressionResolver.isPlain(key.type())) {
                throw ECSqlFailure.of("Invalid property in ORDER BY: '" + expressions.print(item.key())
                        + "'. Points, geometry, navigation properties, structs and arrays can not be sorted.");
            }
            if (Parameters.isParameter(key)) {
                throw ECSqlFailure.of("Invalid expression '" + expressions.print(item.key())
                        + "' in ORDER BY: Parameters are not supported.");
            }
            sorts.add(new ResolvedQuery.Sort(key, item.order(), item.nulls()));
        }
        return sorts;
    }
}
