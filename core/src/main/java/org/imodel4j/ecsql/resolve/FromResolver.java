package org.imodel4j.ecsql.resolve;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECProperty;
import org.imodel4j.ecsql.parse.ECSqlParser;
import org.imodel4j.ecsql.parse.Expression;
import org.imodel4j.ecsql.parse.JoinCondition;
import org.imodel4j.ecsql.parse.Predicate;
import org.imodel4j.ecsql.parse.Query;
import org.imodel4j.ecsql.parse.Scope;
import org.imodel4j.ecsql.parse.Statement;
import org.imodel4j.ecsql.parse.TableRef;

/** Resolves FROM clauses: classes, subqueries, blocks of WITH, table functions and joins. */
final class FromResolver {
    private static final int MAX_VIEW_DEPTH = 16;

    private final Catalog catalog;
    private final ExpressionResolver expressions;
    private final QueryResolver queries;
    private int sources;
    private int viewDepth;

    FromResolver(Catalog catalog, ExpressionResolver expressions, QueryResolver queries) {
        this.catalog = catalog;
        this.expressions = expressions;
        this.queries = queries;
    }

    List<ResolvedFrom> resolve(List<TableRef> references, NameScope scope) {
        List<ResolvedFrom> resolved = new ArrayList<>(references.size());
        for (TableRef reference : references) {
            resolved.add(resolve(reference, scope));
        }
        return resolved;
    }

    private ResolvedFrom resolve(TableRef reference, NameScope scope) {
        return switch (reference) {
            case TableRef.ClassTable table -> table(classSource(table, scope), scope);
            case TableRef.FunctionTable function -> table(function(function, scope), scope);
            case TableRef.Subquery subquery -> table(subquery(subquery, scope), scope);
            case TableRef.Join join -> join(join, scope);
        };
    }

    private static ResolvedFrom table(Source source, NameScope scope) {
        scope.add(source);
        return new ResolvedFrom.Table(source);
    }

    private Source classSource(TableRef.ClassTable table, NameScope scope) {
        String alias =
                table.alias() == null ? table.name().name() : table.alias().text();
        if (table.memberFunction() != null) {
            throw ECSqlFailure.of("Class '" + table.name() + "' has no member function '"
                    + table.memberFunction().name() + "': no change file is attached.");
        }
        if (table.name().schema() == null) {
            NameScope.Blocks block = scope.blocks().find(table.name().name());
            if (block != null) {
                return new Source.OfBlock(sources++, alias, block.name(), block.named(), block.outputs());
            }
        }
        ECClass ecClass = catalog.queryable(table.name());
        String view = ForeignKeyOfView.query(catalog, ecClass);
        if (view == null) {
            view = catalog.schemas().viewQuery(ecClass);
            if (view != null && table.scope() == Scope.ONLY) {
                throw ECSqlFailure.of(
                        "ONLY keyword is not supported for view classes (ViewClass: " + ecClass.fullName() + ").");
            }
        }
        if (view != null) {
            return view(ecClass, view, alias);
        }
        return new Source.OfClass(
                sources++,
                table.alias() == null ? ecClass.name() : alias,
                ecClass,
                table.scope() != Scope.ONLY,
                !table.skipTypeIndex(),
                !scope.isOn("NoECClassIdFilter"));
    }

    /** The class that a statement writes, known by its name. */
    Source.OfClass writeTarget(ECClass ecClass, boolean subclasses, boolean filtered) {
        return new Source.OfClass(sources++, ecClass.name(), ecClass, subclasses, true, filtered);
    }

    private Source view(ECClass ecClass, String ecsql, String alias) {
        if (++viewDepth > MAX_VIEW_DEPTH) {
            throw ECSqlFailure.of("View class '" + ecClass.fullName() + "' refers to itself.");
        }
        Statement statement = ECSqlParser.parse(ecsql);
        if (!(statement instanceof Query query)) {
            throw ECSqlFailure.of("The query of view class '" + ecClass.fullName() + "' is not a SELECT.");
        }
        ResolvedQuery resolved = queries.resolve(query, null, NameScope.Blocks.NONE);
        viewDepth--;
        List<Output> outputs = new ArrayList<>();
        for (Output output : resolved.outputs()) {
            outputs.add(viewColumn(ecClass, output));
        }
        return new Source.OfQuery(sources++, alias, resolved, outputs, ecClass);
    }

    /** A view's columns are the properties of its class where the names agree. */
    private Output viewColumn(ECClass ecClass, Output output) {
        SystemProperty system = SystemProperty.find(ecClass, output.name());
        if (system != null) {
            return system.output();
        }
        for (ECProperty property : ecClass.properties()) {
            if (property.name().equalsIgnoreCase(output.name())) {
                Output declared = catalog.paths().whole(property);
                return declared.type().leaves().equals(output.type().leaves())
                        ? declared
                        : new Output(declared.name(), declared.path(), declared.className(), false, output.type());
            }
        }
        return output;
    }

    private Source function(TableRef.FunctionTable table, NameScope scope) {
        TableFunction function = TableFunction.find(table.schema(), table.call().name());
        if (function == null) {
            String name = table.schema() == null
                    ? table.call().name()
                    : table.schema() + '.' + table.call().name();
            throw ECSqlFailure.of("TableValuedFunction " + name + "() has no ECClass describing its output.");
        }
        if (function == TableFunction.ID_SET && !scope.isOn("ENABLE_EXPERIMENTAL_FEATURES")) {
            throw ECSqlFailure.of("'IdSet' virtual table is experimental feature and disabled by default.");
        }
        List<ResolvedExpression> arguments = new ArrayList<>();
        for (Expression argument : table.call().arguments()) {
            arguments.add(expressions.resolve(argument, scope));
        }
        String alias =
                table.alias() == null ? table.call().name() : table.alias().text();
        return new Source.OfFunction(sources++, alias, function, arguments);
    }

    private Source subquery(TableRef.Subquery subquery, NameScope scope) {
        ResolvedQuery query = queries.resolve(subquery.query(), scope.forSubquery(), scope.blocks());
        String alias = subquery.alias() == null ? "" : subquery.alias().text();
        return new Source.OfQuery(sources++, alias, query, query.outputs(), null);
    }

    private ResolvedFrom join(TableRef.Join join, NameScope scope) {
        if (join.natural()) {
            throw ECSqlFailure.of("Natural join expression not yet supported.");
        }
        ResolvedFrom left = resolve(join.left(), scope);
        ResolvedFrom right = resolve(join.right(), scope);
        return switch (join.condition()) {
            case null -> new ResolvedFrom.Join(left, join.type(), right, null);
            case JoinCondition.On on ->
                new ResolvedFrom.Join(left, join.type(), right, expressions.condition(on.condition(), scope));
            case JoinCondition.UsingColumns using ->
                throw ECSqlFailure.of("JOIN <class/subquery> USING (property,...) is not supported yet.");
            case JoinCondition.UsingRelationship using -> usingRelationship(join, using, left, right, scope);
        };
    }

    private ResolvedFrom usingRelationship(
            TableRef.Join join,
            JoinCondition.UsingRelationship using,
            ResolvedFrom left,
            ResolvedFrom right,
            NameScope scope) {
        ECClass relationship = catalog.queryable(using.relationship());
        Source to = right instanceof ResolvedFrom.Table table ? table.source() : null;
        ECClass.Relationship ends = relationship.relationship();
        if (ends == null || to == null || PathResolver.classOf(to) == null || join.type() != TableRef.JoinType.INNER) {
            throw ECSqlFailure.of("JOIN USING joins two classes by a relationship class, as an inner join: '"
                    + using.relationship() + "'.");
        }
        RelationshipJoin ways = new RelationshipJoin(catalog.schemas(), relationship, ends);
        Source from = ways.from(scope.sources(), to);
        boolean forward = ways.isForward(from, to, using.direction());
        String alias =
                using.alias() == null ? relationship.name() : using.alias().text();
        Source.OfClass link =
                new Source.OfClass(sources++, alias, relationship, true, true, !scope.isOn("NoECClassIdFilter"));
        scope.addLink(link);
        SystemProperty near = forward ? SystemProperty.SOURCE_INSTANCE_ID : SystemProperty.TARGET_INSTANCE_ID;
        SystemProperty far = forward ? SystemProperty.TARGET_INSTANCE_ID : SystemProperty.SOURCE_INSTANCE_ID;
        ResolvedFrom first = new ResolvedFrom.Join(
                left, TableRef.JoinType.INNER, new ResolvedFrom.Table(link), equal(link, near, from));
        return new ResolvedFrom.Join(first, TableRef.JoinType.INNER, right, equal(link, far, to));
    }

    private ResolvedExpression equal(Source.OfClass link, SystemProperty end, Source instance) {
        PathResolver.Found id = catalog.paths().inSource(instance, List.of(SystemProperty.INSTANCE_ID.ecName()));
        if (id == null) {
            throw ECSqlFailure.unknownName(SystemProperty.INSTANCE_ID.ecName());
        }
        return new ResolvedExpression.Comparison(
                PathResolver.property(link, end.ecName(), end.output()).expression(),
                Predicate.Operator.EQUAL,
                id.expression());
    }

    /** The source that {@code qualifier.*} means. */
    Source named(List<Expression.Step> qualifier, NameScope scope) {
        List<String> names = ExpressionResolver.names(qualifier);
        String last = names.get(names.size() - 1);
        for (Source source : scope.sources()) {
            if (source.alias().equalsIgnoreCase(last)) {
                return source;
            }
        }
        for (Source source : scope.sources()) {
            if (source instanceof Source.OfClass ofClass
                    && ofClass.ecClass().name().equalsIgnoreCase(last)) {
                return source;
            }
        }
        throw ECSqlFailure.unknownName(String.join(".", names) + ".*");
    }
}
