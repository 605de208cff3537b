package org.imodel4j.ecsql.resolve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECProperty;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ecsql.parse.ClassFilter;
import org.imodel4j.ecsql.parse.ECSqlPrinter;
import org.imodel4j.ecsql.parse.Expression;
import org.imodel4j.ecsql.parse.Predicate;
import org.imodel4j.ecsql.parse.Scope;
import org.imodel4j.error.IModelException;

/** Resolves expressions that give values; conditions go on to {@link ConditionResolver}. */
final class ExpressionResolver {
    private final Catalog catalog;
    private final QueryResolver queries;
    private final ConditionResolver conditions;
    private final CallResolver calls;
    private final Map<Expression.Path, String> printedPaths = new IdentityHashMap<>();

    ExpressionResolver(Catalog catalog, QueryResolver queries) {
        this.catalog = catalog;
        this.queries = queries;
        this.conditions = new ConditionResolver(this, queries);
        this.calls = new CallResolver(catalog, this);
    }

    static String quote(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }

    ResolvedExpression resolve(Expression expression, NameScope scope) {
        try {
            return resolved(expression, scope);
        } catch (IModelException failure) {
            throw ECSqlFailure.at(expression, failure);
        }
    }

    private ResolvedExpression resolved(Expression expression, NameScope scope) {
        return switch (expression) {
            case Predicate predicate -> conditions.resolve(predicate, scope);
            case Expression.Literal literal -> LiteralResolver.resolve(literal);
            case Expression.Parameter parameter ->
                new ResolvedExpression.Parameter(ValueType.UNKNOWN, parameter.index(), parameter.name(), false);
            case Expression.Path path -> path(path, scope).expression();
            case Expression.InstanceAccess access -> instance(access, scope);
            case Expression.Unary unary -> unary(unary, scope);
            case Expression.Binary binary -> binary(binary, scope);
            case Expression.Parenthesized parenthesized ->
                new ResolvedExpression.Parenthesized(resolve(parenthesized.content(), scope));
            case Expression.Call call -> calls.call(call, scope);
            case Expression.WindowCall call -> calls.windowCall(call, scope);
            case Expression.NavigationValue value -> navigationValue(value, scope);
            case Expression.Iif iif -> iif(iif, scope);
            case Expression.Case choice -> choice(choice, scope);
            case Expression.Cast cast -> cast(cast, scope);
            case Expression.ScalarQuery query -> scalarQuery(query, scope);
        };
    }

    CallResolver calls() {
        return calls;
    }

    ResolvedExpression condition(Expression expression, NameScope scope) {
        return conditions.condition(expression, scope);
    }

    PathResolver.Found path(Expression.Path path, NameScope scope) {
        PathResolver.Found found;
        try {
            found = catalog.paths().resolve(names(path.steps()), scope);
        } catch (IModelException failure) {
            throw ECSqlFailure.at(path, failure);
        }
        printedPaths.put(path, printed(path, found));
        return found;
    }

    /** An expression that was resolved, as metadata and messages name it. */
    String print(Expression expression) {
        return ECSqlPrinter.print(
                expression, path -> printedPaths.getOrDefault(path, ECSqlPrinter.PathNames.AS_WRITTEN.nameOf(path)));
    }

    /** Classes with an alias stand in front of their properties, the aliases of subqueries in front of their columns. */
    private static String printed(Expression.Path path, PathResolver.Found found) {
        String written = ECSqlPrinter.PathNames.AS_WRITTEN.nameOf(path);
        String unqualified = ECSqlPrinter.PathNames.AS_WRITTEN.nameOf(new Expression.Path(
                path.offset(),
                path.steps().subList(found.qualifier(), path.steps().size())));
        return switch (found.expression()) {
            case ResolvedExpression.Property property -> {
                String name = property.source().ecClass().name();
                yield property.source().alias().equals(name) ? unqualified : name + '.' + unqualified;
            }
            case ResolvedExpression.ColumnOf column -> {
                String alias = column.source().alias();
                if (column.source() instanceof Source.OfBlock block) {
                    yield alias.equals(block.block()) ? written : alias + '.' + written;
                }
                yield alias.isEmpty() ? unqualified : alias + '.' + unqualified;
            }
            case ResolvedExpression other -> written;
        };
    }

    static List<String> names(List<Expression.Step> steps) {
        List<String> names = new ArrayList<>(steps.size());
        for (Expression.Step step : steps) {
            names.add(step.name());
        }
        return names;
    }

    private ResolvedExpression instance(Expression.InstanceAccess access, NameScope scope) {
        Source source = instanceSource(access, scope);
        if (access.property().isEmpty()) {
            return new ResolvedExpression.Instance(
                    source, scope.isOn("USE_JS_PROP_NAMES"), scope.isOn("DO_NOT_TRUNCATE_BLOB"));
        }
        String property = String.join(".", names(access.property()));
        if (!access.optional() && !SystemProperty.isName(property)) {
            owner(source, scope).require(source, property);
        }
        return new ResolvedExpression.InstanceProperty(source, property, scope.isOn("USE_JS_PROP_NAMES"));
    }

    private static NameScope owner(Source source, NameScope scope) {
        for (NameScope at = scope; at != null; at = at.outer()) {
            if (at.sources().contains(source)) {
                return at;
            }
        }
        return scope;
    }

    /** The only source that has instances, or the one that the qualifier names. */
    private static Source instanceSource(Expression.InstanceAccess access, NameScope scope) {
        List<String> qualifier = names(access.qualifier());
        String name = qualifier.isEmpty() ? "" : qualifier.get(qualifier.size() - 1);
        for (NameScope at = scope; at != null; at = at.outer()) {
            Source found = null;
            for (Source source : at.sources()) {
                if (source.hasInstances() && (name.isEmpty() || isNamed(source, name))) {
                    if (found != null && name.isEmpty()) {
                        throw ECSqlFailure.of("In expression '" + ECSqlPrinter.print(access) + "', $ is ambiguous.");
                    }
                    found = found == null ? source : found;
                }
            }
            if (found != null) {
                return found;
            }
        }
        throw ECSqlFailure.unknownName(ECSqlPrinter.print(access));
    }

    private static boolean isNamed(Source source, String name) {
        ECClass ecClass = PathResolver.classOf(source);
        return source.alias().equalsIgnoreCase(name)
                || (ecClass != null && ecClass.name().equalsIgnoreCase(name));
    }

    private ResolvedExpression unary(Expression.Unary unary, NameScope scope) {
        ResolvedExpression operand = resolve(unary.operand(), scope);
        requireNumber(operand, unary);
        if (unary.operator() == Expression.UnaryOperator.BITWISE_NOT
                && operand.type() instanceof ValueType.Primitive primitive
                && primitive.primitive() == PrimitiveType.DOUBLE) {
            throw ECSqlFailure.of("Invalid type in expression " + print(unary)
                    + ": Unary operator expects an integral type expression");
        }
        ValueType type = unary.operator() == Expression.UnaryOperator.BITWISE_NOT ? ValueType.LONG : ValueType.DOUBLE;
        return new ResolvedExpression.Unary(type, unary.operator(), Parameters.typed(operand, type));
    }

    /** Long sums lean to the left, so that side is walked without recursion. */
    private ResolvedExpression binary(Expression.Binary binary, NameScope scope) {
        Deque<Expression.Binary> spine = new ArrayDeque<>();
        Expression left = binary;
        while (left instanceof Expression.Binary inner) {
            spine.push(inner);
            left = inner.left();
        }
        ResolvedExpression resolved = resolve(left, scope);
        while (!spine.isEmpty()) {
            Expression.Binary each = spine.pop();
            resolved = binary(each, resolved, resolve(each.right(), scope));
        }
        return resolved;
    }

    private ResolvedExpression binary(Expression.Binary binary, ResolvedExpression left, ResolvedExpression right) {
        Expression.BinaryOperator operator = binary.operator();
        requirePrimitive(left, binary);
        requirePrimitive(right, binary);
        if (operator == Expression.BinaryOperator.CONCAT) {
            requireText(left, binary);
            requireText(right, binary);
        }
        if (operator == Expression.BinaryOperator.CONCAT
                || (operator == Expression.BinaryOperator.ADD && isLiteralText(left) && isLiteralText(right))) {
            return new ResolvedExpression.Binary(
                    ValueType.STRING,
                    Parameters.typed(left, ValueType.STRING),
                    Expression.BinaryOperator.CONCAT,
                    Parameters.typed(right, ValueType.STRING));
        }
        requireNumber(left, binary);
        requireNumber(right, binary);
        ValueType type =
                switch (operator) {
                    case BITWISE_AND, BITWISE_OR, SHIFT_LEFT, SHIFT_RIGHT -> ValueType.LONG;
                    default -> ValueType.DOUBLE;
                };
        return new ResolvedExpression.Binary(
                type, Parameters.typed(left, type), operator, Parameters.typed(right, type));
    }

    private static boolean isLiteralText(ResolvedExpression expression) {
        return expression instanceof ResolvedExpression.Literal literal
                && literal.type() instanceof ValueType.Primitive primitive
                && primitive.primitive() == PrimitiveType.STRING;
    }

    private void requirePrimitive(ResolvedExpression operand, Expression whole) {
        ValueType type = operand.type();
        if (!ValueType.isScalar(type) || type instanceof ValueType.Null) {
            throw ECSqlFailure.of("Expecting a primitive value expression as operand. '" + print(whole) + "'");
        }
    }

    private void requireNumber(ResolvedExpression operand, Expression whole) {
        requirePrimitive(operand, whole);
        if (operand.type() instanceof ValueType.Dynamic) {
            throw ECSqlFailure.of("Expecting a numeric value expression as operand. '" + print(whole) + "'");
        }
        if (operand.type() instanceof ValueType.Primitive primitive) {
            switch (primitive.primitive()) {
                case DOUBLE, INTEGER, LONG -> {}
                default ->
                    throw ECSqlFailure.of("Expecting a numeric value expression as operand. '" + print(whole) + "'");
            }
        }
    }

    private void requireText(ResolvedExpression operand, Expression whole) {
        if (operand.type() instanceof ValueType.Primitive primitive && primitive.primitive() != PrimitiveType.STRING) {
            throw ECSqlFailure.of("Expecting value expression of type String as operand. '" + print(whole) + "'");
        }
    }

    /** A single value that can be compared with others. */
    static boolean isPlain(ValueType type) {
        return ValueType.isScalar(type)
                && !(type instanceof ValueType.Primitive primitive && primitive.primitive() == PrimitiveType.GEOMETRY);
    }

    private ResolvedExpression navigationValue(Expression.NavigationValue value, NameScope scope) {
        List<String> steps = names(value.property().steps());
        ECClass owner = steps.size() == 3 ? catalog.schemas().tryClass(steps.get(0), steps.get(1)) : null;
        if (owner == null) {
            throw ECSqlFailure.of(
                    "ECClass of '" + String.join(".", steps) + "' does not exist or could not be loaded.");
        }
        for (ECProperty property : owner.properties()) {
            if (property.name().equalsIgnoreCase(steps.get(2)) && property.navigation() != null) {
                ResolvedExpression relationship = value.relationshipClassId() == null
                        ? new ResolvedExpression.Literal(
                                ValueType.NAV_CLASS_ID,
                                Long.toString(property.navigation().relationshipClassId()))
                        : resolve(value.relationshipClassId(), scope);
                return new ResolvedExpression.NavigationValue(
                        catalog.types().of(property),
                        Parameters.typed(resolve(value.id(), scope), ValueType.LONG),
                        Parameters.typed(relationship, ValueType.LONG));
            }
        }
        throw ECSqlFailure.of("NAV function expects first argument to be an ECNavigation property.");
    }

    private ResolvedExpression iif(Expression.Iif iif, NameScope scope) {
        ResolvedExpression then = resolve(iif.then(), scope);
        ResolvedExpression otherwise = resolve(iif.otherwise(), scope);
        if (!isPlain(then.type()) || !isPlain(otherwise.type())) {
            throw ECSqlFailure.of(
                    "Invalid IIF(cond, trueExpr. falseExpr) expression '" + print(iif)
                            + "'. In trueExpr <exp>, <exp> must evalute to a primitive value (string, datetime, numeric, binary or null)");
        }
        // The second value gives the type, unless it is NULL.
        ValueType type = isOpen(otherwise.type()) ? then.type() : otherwise.type();
        type = isOpen(type) || type instanceof ValueType.Dynamic ? ValueType.STRING : type;
        return new ResolvedExpression.Iif(
                type,
                conditions.condition(iif.condition(), scope),
                Parameters.typed(then, type),
                Parameters.typed(otherwise, type));
    }

    private static boolean isOpen(ValueType type) {
        return type instanceof ValueType.Null || type instanceof ValueType.Unknown;
    }

    private ResolvedExpression choice(Expression.Case choice, NameScope scope) {
        List<ResolvedExpression.When> branches = new ArrayList<>();
        for (Expression.When when : choice.branches()) {
            branches.add(new ResolvedExpression.When(
                    conditions.condition(when.condition(), scope), scalar(when.then(), choice, scope)));
        }
        ResolvedExpression otherwise = choice.otherwise() == null ? null : scalar(choice.otherwise(), choice, scope);
        ValueType type = ValueType.NULL;
        for (ResolvedExpression.When when : branches) {
            type = type instanceof ValueType.Null ? when.then().type() : type;
        }
        if (type instanceof ValueType.Null) {
            type = otherwise == null || otherwise.type() instanceof ValueType.Null
                    ? ValueType.STRING
                    : otherwise.type();
        }
        ValueType known = type;
        branches.replaceAll(
                when -> new ResolvedExpression.When(when.condition(), Parameters.typed(when.then(), known)));
        return new ResolvedExpression.Case(
                type, branches, otherwise == null ? null : Parameters.typed(otherwise, type));
    }

    private ResolvedExpression scalar(Expression expression, Expression whole, NameScope scope) {
        ResolvedExpression resolved = resolve(expression, scope);
        if (!isPlain(resolved.type())) {
            throw ECSqlFailure.of(
                    "Invalid CASE expression '" + print(whole) + "'. THEN and ELSE must evaluate to primitive values.");
        }
        return resolved;
    }

    private ResolvedExpression cast(Expression.Cast cast, NameScope scope) {
        ResolvedExpression operand = resolve(cast.operand(), scope);
        if (operand.type() instanceof ValueType.Dynamic) {
            return dynamic(cast(cast, operand));
        }
        return cast(cast, operand);
    }

    /** An instance property stays one whatever it is cast to. */
    private static ResolvedExpression dynamic(ResolvedExpression cast) {
        return cast instanceof ResolvedExpression.Cast plain
                ? new ResolvedExpression.Cast(ValueType.DYNAMIC, plain.operand(), plain.sqlType())
                : cast;
    }

    private ResolvedExpression cast(Expression.Cast cast, ResolvedExpression operand) {
        if (operand.type() instanceof ValueType.Unknown) {
            throw ECSqlFailure.of("Parameters are not supported in a CAST expression ('" + print(cast) + "').");
        }
        Expression.CastTarget target = cast.target();
        if (target.schema() != null) {
            if (!ValueType.isScalar(operand.type())) {
                throw ECSqlFailure.of("CAST expects operand to be a primitive value expression or the null constant.");
            }
            ValueType type = catalog.enumerationType(target.schema(), target.name());
            if (type == null || target.array()) {
                throw invalidCast(target);
            }
            return operand instanceof ResolvedExpression.Literal literal
                    ? new ResolvedExpression.Literal(type, literal.sql())
                    : new ResolvedExpression.Cast(type, operand, "NUMERIC".equals(numeric(type)) ? "INTEGER" : "TEXT");
        }
        if (target.array()) {
            throw invalidCast(target);
        }
        if (!ValueType.isScalar(operand.type())) {
            throw ECSqlFailure.of("Invalid CAST operand '" + print(cast)
                    + "'. Points, structs, arrays and navigation properties can only be cast to their own type.");
        }
        return switch (target.name().toUpperCase(Locale.ROOT)) {
            case "BINARY", "BLOB" -> new ResolvedExpression.Cast(ValueType.BINARY, operand, "BLOB");
            case "BOOLEAN" -> new ResolvedExpression.Cast(ValueType.BOOLEAN, operand, null);
            case "DOUBLE", "REAL", "FLOAT" -> new ResolvedExpression.Cast(ValueType.DOUBLE, operand, "REAL");
            case "INT", "INTEGER" -> new ResolvedExpression.Cast(ValueType.INTEGER, operand, "INTEGER");
            case "LONG", "INT64" -> new ResolvedExpression.Cast(ValueType.LONG, operand, "INTEGER");
            case "STRING", "VARCHAR", "TEXT" -> new ResolvedExpression.Cast(ValueType.STRING, operand, "TEXT");
            case "DATE", "TIMESTAMP", "DATETIME" ->
                new ResolvedExpression.Cast(new ValueType.Primitive(PrimitiveType.DATE_TIME), operand, "TIMESTAMP");
            default -> throw invalidCast(target);
        };
    }

    private static String numeric(ValueType type) {
        return type instanceof ValueType.Primitive primitive && primitive.primitive() == PrimitiveType.STRING
                ? "TEXT"
                : "NUMERIC";
    }

    private static RuntimeException invalidCast(Expression.CastTarget target) {
        String name = target.schema() == null ? target.name() : target.schema() + '.' + target.name();
        return ECSqlFailure.of(
                "Invalid CAST target type '" + name
                        + "'. Valid target types are the EC primitive types, a fully qualified EC struct type or arrays of those.");
    }

    private ResolvedExpression scalarQuery(Expression.ScalarQuery query, NameScope scope) {
        ResolvedQuery resolved = queries.resolve(query.query(), scope, scope.blocks());
        if (resolved.outputs().size() != 1) {
            throw ECSqlFailure.of("Subquery must return exactly one column " + print(query) + ".");
        }
        ValueType type = resolved.outputs().get(0).type();
        return new ResolvedExpression.ScalarQuery(
                type instanceof ValueType.Dynamic ? ValueType.STRING : type, resolved);
    }

    ResolvedExpression.OneClass oneClass(ClassFilter filter) {
        return new ResolvedExpression.OneClass(catalog.filtering(filter.name()), filter.scope() != Scope.ONLY);
    }
}
