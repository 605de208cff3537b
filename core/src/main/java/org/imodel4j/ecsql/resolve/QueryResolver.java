package org.imodel4j.ecsql.resolve;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ecsql.parse.Expression;
import org.imodel4j.ecsql.parse.Name;
import org.imodel4j.ecsql.parse.Query;
import org.imodel4j.ecsql.parse.SelectItem;
import org.imodel4j.ecsql.parse.WindowSpec;
import org.jspecify.annotations.Nullable;

/** Resolves queries: the door of this package. Used for one statement by one thread. */
public final class QueryResolver {
    /** What SQLite allows. */
    private static final int MAX_COLUMNS = 2000;

    private final Catalog catalog;
    private final ExpressionResolver expressions;
    private final FromResolver from;

    private QueryResolver(Catalog catalog) {
        this.catalog = catalog;
        this.expressions = new ExpressionResolver(catalog, this);
        this.from = new FromResolver(catalog, expressions, this);
    }

    /**
     * Names and types of a whole statement.
     *
     * @param primary the statement runs where iTwin.js runs it on its primary connection, which has functions that others lack
     * @throws org.imodel4j.error.IModelException with number 1 for unknown names and for types that do not fit
     */
    public static ResolvedQuery resolve(ECSchemas schemas, Query query, boolean primary) {
        return new QueryResolver(new Catalog(schemas, primary)).resolve(query, null, NameScope.Blocks.NONE);
    }

    static QueryResolver of(Catalog catalog) {
        return new QueryResolver(catalog);
    }

    ExpressionResolver expressions() {
        return expressions;
    }

    FromResolver sources() {
        return from;
    }

    ResolvedQuery resolve(Query query, @Nullable NameScope outer, NameScope.Blocks blocks) {
        return switch (query) {
            case Query.Simple simple -> simple(simple, outer, blocks, List.of());
            case Query.Compound compound -> compound(compound, outer, blocks);
            case Query.With with -> with(with, outer, blocks);
        };
    }

    private ResolvedQuery.Simple simple(
            Query.Simple simple, @Nullable NameScope outer, NameScope.Blocks blocks, List<Output> compound) {
        return switch (simple) {
            case Query.Select select -> select(select, outer, blocks, compound);
            case Query.Values values -> values(values, outer, blocks);
        };
    }

    private ResolvedQuery.Values values(Query.Values values, @Nullable NameScope outer, NameScope.Blocks blocks) {
        NameScope scope = new NameScope(outer, blocks, List.of());
        List<List<ResolvedExpression>> rows = new ArrayList<>();
        List<Output> outputs = new ArrayList<>();
        for (Query.Row row : values.rows()) {
            List<ResolvedExpression> resolved = new ArrayList<>();
            for (Expression value : row.values()) {
                resolved.add(expressions.resolve(value, scope));
            }
            if (rows.isEmpty()) {
                for (int i = 0; i < resolved.size(); i++) {
                    String name = expressions.print(row.values().get(i));
                    outputs.add(new Output(name, name, "", true, resolved.get(i).type()));
                }
            } else if (resolved.size() != outputs.size()) {
                throw ECSqlFailure.of("All rows of VALUES must have the same number of values.");
            }
            rows.add(resolved);
        }
        return new ResolvedQuery.Values(outputs, rows);
    }

    private ResolvedQuery compound(Query.Compound compound, @Nullable NameScope outer, NameScope.Blocks blocks) {
        ResolvedQuery.Simple first = simple(compound.first(), outer, blocks, List.of());
        return arms(compound, first, outer, blocks);
    }

    private ResolvedQuery.Compound arms(
            Query.Compound compound, ResolvedQuery.Simple first, @Nullable NameScope outer, NameScope.Blocks blocks) {
        List<ResolvedQuery.Arm> arms = new ArrayList<>();
        List<Output> named = new ArrayList<>(first.outputs());
        for (Query.Arm arm : compound.arms()) {
            ResolvedQuery.Simple query = simple(arm.query(), outer, blocks, named);
            requireSameColumns(first, query);
            named.addAll(query.outputs());
            arms.add(new ResolvedQuery.Arm(arm.operator(), arm.all(), query));
        }
        return new ResolvedQuery.Compound(first.outputs(), first, arms);
    }

    /** Where the first arm has a parameter, the first arm with something else says the type. */
    private static ResolvedQuery.Compound typed(ResolvedQuery.Compound compound) {
        List<Output> outputs = new ArrayList<>(compound.outputs());
        for (ResolvedQuery.Arm arm : compound.arms()) {
            for (int i = 0; i < outputs.size(); i++) {
                Output output = outputs.get(i);
                if (output.type() instanceof ValueType.Unknown) {
                    ValueType type = arm.query().outputs().get(i).type();
                    outputs.set(
                            i, new Output(output.name(), output.path(), output.className(), output.generated(), type));
                }
            }
        }
        return new ResolvedQuery.Compound(outputs, compound.first(), compound.arms());
    }

    private static void requireSameColumns(ResolvedQuery first, ResolvedQuery other) {
        if (first.outputs().size() != other.outputs().size()) {
            throw ECSqlFailure.of(
                    "Number of properties in all the select clauses of UNION/EXCEPT/INTERSECT must be same in number and type.");
        }
        for (int i = 0; i < first.outputs().size(); i++) {
            Output left = first.outputs().get(i);
            Output right = other.outputs().get(i);
            if (!fits(left.type(), right.type())) {
                throw ECSqlFailure.of("Type of expression " + bracketed(left)
                        + " in LHS of UNION/EXCEPT/INTERSECT is not same as respective expression "
                        + bracketed(right) + " in RHS.");
            }
        }
    }

    private static boolean fits(ValueType left, ValueType right) {
        if (left instanceof ValueType.Primitive a && right instanceof ValueType.Primitive b) {
            boolean geometry = a.primitive() == PrimitiveType.GEOMETRY || b.primitive() == PrimitiveType.GEOMETRY;
            return geometry || a.isPoint() || b.isPoint()
                    ? a.primitive() == b.primitive()
                    : Types.sameDateTime(a.dateTime(), b.dateTime());
        }
        if (left instanceof ValueType.PrimitiveArray a && right instanceof ValueType.PrimitiveArray b) {
            return a.item().primitive() == b.item().primitive();
        }
        return right instanceof ValueType.Null
                || (ValueType.isScalar(left) && ValueType.isScalar(right))
                || (left.getClass() == right.getClass() && left.leaves().equals(right.leaves()));
    }

    private static String bracketed(Output output) {
        return output.generated() ? output.name() : '[' + output.path().replace(".", "].[") + ']';
    }

    private ResolvedQuery with(Query.With with, @Nullable NameScope outer, NameScope.Blocks blocks) {
        NameScope.Blocks known = blocks;
        List<ResolvedQuery.Block> resolved = new ArrayList<>();
        for (Query.Block block : with.blocks()) {
            List<String> columns = new ArrayList<>();
            for (Name column : block.columns()) {
                columns.add(column.text());
            }
            String name = block.name().text();
            ResolvedQuery query;
            if (block.query() instanceof Query.Compound compound) {
                // The first arm gives the columns, so that the others can read the block itself.
                ResolvedQuery.Simple first = simple(compound.first(), outer, known, List.of());
                NameScope.Blocks inner =
                        new NameScope.Blocks(known, name, !columns.isEmpty(), blockOutputs(name, columns, first));
                query = typed(arms(compound, first, outer, inner));
            } else {
                query = resolve(block.query(), outer, known);
            }
            known = new NameScope.Blocks(known, name, !columns.isEmpty(), blockOutputs(name, columns, query));
            resolved.add(new ResolvedQuery.Block(name, columns, query));
        }
        ResolvedQuery body = resolve(with.body(), outer, known);
        return new ResolvedQuery.With(body.outputs(), with.recursive(), resolved, body);
    }

    /** Coordinates of a property that get an alias are said to be ids; a peculiarity of the reference that clients see. */
    private static ValueType aliased(ResolvedExpression expression) {
        return expression instanceof ResolvedExpression.Property property
                        && property.output().className().equals(Types.POINT_CLASS)
                ? new ValueType.Primitive(PrimitiveType.DOUBLE, "Id")
                : expression.type();
    }

    private static List<Output> blockOutputs(String block, List<String> columns, ResolvedQuery query) {
        if (columns.isEmpty()) {
            return query.outputs();
        }
        int leaves = 0;
        List<Output> outputs = new ArrayList<>();
        for (int i = 0; i < query.outputs().size(); i++) {
            ValueType type = query.outputs().get(i).type();
            leaves += type.leaves().size();
            if (i < columns.size()) {
                outputs.add(new Output(columns.get(i), columns.get(i), "", true, type));
            }
        }
        if (leaves != columns.size()) {
            throw ECSqlFailure.of("table " + block + " has " + leaves + " values for " + columns.size() + " columns");
        }
        return outputs;
    }

    private ResolvedQuery.Select select(
            Query.Select select, @Nullable NameScope outer, NameScope.Blocks blocks, List<Output> compound) {
        NameScope scope = new NameScope(outer, blocks, select.options());
        List<ResolvedFrom> sources = from.resolve(select.from(), scope);
        List<Output> outputs = new ArrayList<>();
        List<ResolvedExpression> items = new ArrayList<>();
        List<@Nullable String> aliases = new ArrayList<>();
        for (SelectItem item : select.items()) {
            item(item, scope, outputs, items, aliases);
            if (outputs.size() > MAX_COLUMNS) {
                throw ECSqlFailure.of("too many columns in result set");
            }
        }
        for (int i = 0; i < outputs.size(); i++) {
            String alias = aliases.get(i);
            if (alias != null) {
                scope.addAlias(alias, outputs.get(i).type());
            }
        }
        // ORDER BY of a compound query names the columns of any arm.
        for (Output output : compound) {
            scope.addAlias(output.name(), output.type());
        }
        ResolvedExpression where = select.where() == null ? null : expressions.condition(select.where(), scope);
        List<ResolvedExpression> groupBy = groupBy(select, scope);
        ResolvedExpression having = select.having() == null ? null : expressions.condition(select.having(), scope);
        List<ResolvedQuery.NamedWindow> windows = new ArrayList<>();
        for (WindowSpec.Definition definition : select.windows()) {
            windows.add(new ResolvedQuery.NamedWindow(
                    definition.name().text(), expressions.calls().window(definition.spec(), scope)));
        }
        ResolvedExpression limit =
                select.limit() == null ? null : limit("LIMIT", select.limit().count(), scope);
        ResolvedExpression offset = select.limit() == null || select.limit().skip() == null
                ? null
                : limit("OFFSET", select.limit().skip(), scope);
        return new ResolvedQuery.Select(
                outputs,
                select.quantifier(),
                items,
                aliases,
                sources,
                scope.requiredProperties(),
                where,
                groupBy,
                having,
                windows,
                expressions.calls().sort(select.orderBy(), scope),
                limit,
                offset);
    }

    private ResolvedExpression limit(String word, Expression value, NameScope scope) {
        ResolvedExpression resolved = expressions.resolve(value, scope);
        boolean refused = resolved instanceof ResolvedExpression.Call
                || resolved instanceof ResolvedExpression.Condition
                || (resolved instanceof ResolvedExpression.Literal literal
                        && !literal.type().equals(ValueType.LONG)
                        && !literal.type().equals(ValueType.DOUBLE));
        if (refused) {
            throw ECSqlFailure.of("Invalid expression '" + word + ' ' + expressions.print(value) + "'. " + word
                    + " expression must be constant numeric expression which may have parameters.");
        }
        return Parameters.typed(resolved, ValueType.LONG);
    }

    private List<ResolvedExpression> groupBy(Query.Select select, NameScope scope) {
        List<ResolvedExpression> keys = new ArrayList<>();
        for (Expression key : select.groupBy()) {
            ResolvedExpression resolved = expressions.resolve(key, scope);
            if (resolved instanceof ResolvedExpression.Literal
                    || resolved instanceof ResolvedExpression.Parameter
                    || resolved.type() instanceof ValueType.Navigation) {
                throw ECSqlFailure.of("Invalid expression 'GROUP BY " + expressions.print(key)
                        + "' in GROUP BY: Parameters, constants, and navigation properties are not supported.");
            }
            keys.add(resolved);
        }
        return keys;
    }

    private void item(
            SelectItem item,
            NameScope scope,
            List<Output> outputs,
            List<ResolvedExpression> items,
            List<@Nullable String> aliases) {
        switch (item) {
            case SelectItem.All all -> {
                for (Source source : scope.sources()) {
                    addAll(source, outputs, items, aliases);
                }
                if (scope.sources().isEmpty()) {
                    throw ECSqlFailure.of("SELECT * needs a FROM clause.");
                }
            }
            case SelectItem.AllOf all -> addAll(from.named(all.qualifier(), scope), outputs, items, aliases);
            case SelectItem.Value value -> value(value, scope, outputs, items, aliases);
        }
    }

    private void addAll(
            Source source, List<Output> outputs, List<ResolvedExpression> items, List<@Nullable String> aliases) {
        for (PathResolver.Found found : catalog.paths().all(source)) {
            outputs.add(found.output());
            items.add(found.expression());
            aliases.add(null);
        }
    }

    private void value(
            SelectItem.Value value,
            NameScope scope,
            List<Output> outputs,
            List<ResolvedExpression> items,
            List<@Nullable String> aliases) {
        Expression expression = value.expression();
        while (expression instanceof Expression.Parenthesized parenthesized) {
            expression = parenthesized.content();
        }
        ResolvedExpression resolved;
        Output output;
        if (expression instanceof Expression.Path path) {
            PathResolver.Found found = expressions.path(path, scope);
            resolved = found.expression();
            output = found.output().withFromStar(false);
            if (resolved instanceof ResolvedExpression.ColumnOf column
                    && column.source() instanceof Source.OfBlock block
                    && block.named()) {
                String written = String.join(".", ExpressionResolver.names(path.steps()));
                output = new Output(written, written, "", true, output.type());
            }
        } else {
            expression = value.expression();
            resolved = expressions.resolve(expression, scope);
            String name = expression instanceof Expression.NavigationValue navigation
                    ? navigation
                            .property()
                            .steps()
                            .get(navigation.property().steps().size() - 1)
                            .name()
                    : expressions.print(expression);
            output = new Output(name, name, "", true, resolved.type());
        }
        if (resolved.type() instanceof ValueType.Unknown
                && !Parameters.isParameter(resolved)
                && !(resolved instanceof ResolvedExpression.ColumnOf)) {
            throw ECSqlFailure.of(
                    "The type of '" + output.name() + "' follows from a parameter, and nothing says its type.");
        }
        String alias = value.alias() == null ? null : value.alias().text();
        if (alias != null) {
            output = new Output(alias, alias, "", true, aliased(resolved));
        }
        outputs.add(output);
        items.add(resolved);
        aliases.add(alias);
    }
}
