package org.imodel4j.ecsql.translate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ecsql.parse.TableRef;
import org.imodel4j.ecsql.resolve.ECSqlFailure;
import org.imodel4j.ecsql.resolve.Output;
import org.imodel4j.ecsql.resolve.ResolvedExpression;
import org.imodel4j.ecsql.resolve.ResolvedFrom;
import org.imodel4j.ecsql.resolve.ResolvedQuery;
import org.imodel4j.ecsql.resolve.ResolvedWindow;
import org.imodel4j.ecsql.resolve.Source;
import org.imodel4j.ecsql.resolve.ValueType;
import org.jspecify.annotations.Nullable;

/** Writes a resolved query as SQL: the door of this package. Used for one statement by one thread. */
public final class QueryTranslator {
    private final Context context;
    private final ExpressionTranslator expressions;

    private final ResolvedQuery.@Nullable Select top;
    private final Map<Source.OfClass, ClassView.Request> inlinable = new LinkedHashMap<>();

    private final InstanceColumns instances = new InstanceColumns();

    /** Those whose items are columns of the statement, the arms of a compound one among them. */
    private final Set<ResolvedQuery.Select> shown = Collections.newSetFromMap(new IdentityHashMap<>());

    private QueryTranslator(Context context, ResolvedQuery whole) {
        this.context = context;
        this.top = top(whole);
        addShown(whole);
        this.expressions = new ExpressionTranslator(context, this);
    }

    private QueryTranslator(Context context) {
        this.context = context;
        this.top = null;
        this.expressions = new ExpressionTranslator(context, this);
    }

    /** For expressions that stand in a statement of another kind, and the subqueries in them. */
    static QueryTranslator ofParts(Context context) {
        return new QueryTranslator(context);
    }

    ExpressionTranslator expressions() {
        return expressions;
    }

    public static Translation translate(ECSchemas schemas, ClassFilterCost cost, ResolvedQuery query) {
        Context context = new Context(schemas, cost);
        QueryTranslator translator = new QueryTranslator(context, query);
        translator.sql(query, false);
        translator.inlineClasses();
        String sql = translator.sql(query, false);
        List<Translation.Column> columns = new ArrayList<>();
        int first = 0;
        for (Output output : query.outputs()) {
            columns.add(new Translation.Column(output, first, translator.showsInstanceProperty(columns.size())));
            first += output.type().leaves().size();
        }
        return new Translation(sql, columns, context.slots(), hasLimit(query));
    }

    /** The SELECT whose items are the columns of the statement. */
    private static ResolvedQuery.@Nullable Select top(ResolvedQuery query) {
        return switch (query) {
            case ResolvedQuery.Select select -> select;
            case ResolvedQuery.With with -> top(with.body());
            case ResolvedQuery.Values values -> null;
            case ResolvedQuery.Compound compound -> null;
        };
    }

    private void addShown(ResolvedQuery query) {
        switch (query) {
            case ResolvedQuery.Select select -> shown.add(select);
            case ResolvedQuery.Values values -> {}
            case ResolvedQuery.With with -> addShown(with.body());
            case ResolvedQuery.Compound compound -> {
                addShown(compound.first());
                for (ResolvedQuery.Arm arm : compound.arms()) {
                    addShown(arm.query());
                }
            }
        }
    }

    private boolean showsInstanceProperty(int column) {
        return top != null && instances.shows(top.items().get(column));
    }

    private static boolean hasLimit(ResolvedQuery query) {
        return switch (query) {
            case ResolvedQuery.Select select -> select.limit() != null;
            case ResolvedQuery.Values values -> false;
            case ResolvedQuery.Compound compound ->
                hasLimit(compound.arms().get(compound.arms().size() - 1).query());
            case ResolvedQuery.With with -> hasLimit(with.body());
        };
    }

    /** @param numbered the result columns are called {@code K0}, {@code K1_0} … for a query around this one */
    String sql(ResolvedQuery query, boolean numbered) {
        return switch (query) {
            case ResolvedQuery.Simple simple -> simple(simple, simple.outputs(), numbered);
            case ResolvedQuery.Compound compound -> compound(compound, numbered);
            case ResolvedQuery.With with -> with(with, numbered);
        };
    }

    private String simple(ResolvedQuery.Simple simple, List<Output> outputs, boolean numbered) {
        return switch (simple) {
            case ResolvedQuery.Select select -> select(select, outputs, numbered);
            case ResolvedQuery.Values values -> values(values, numbered);
        };
    }

    private String compound(ResolvedQuery.Compound compound, boolean numbered) {
        instances.addArms(compound);
        StringBuilder sql = new StringBuilder(simple(compound.first(), compound.outputs(), numbered));
        for (ResolvedQuery.Arm arm : compound.arms()) {
            sql.append(' ').append(arm.operator().name()).append(arm.all() ? " ALL " : " ");
            sql.append(simple(arm.query(), compound.outputs(), numbered));
        }
        return sql.toString();
    }

    private String values(ResolvedQuery.Values values, boolean numbered) {
        SelectNames names = new SelectNames(values.outputs(), List.of(), numbered);
        StringBuilder sql = new StringBuilder();
        for (List<ResolvedExpression> row : values.rows()) {
            sql.append(sql.length() == 0 ? "SELECT " : " UNION ALL SELECT ");
            for (int i = 0; i < row.size(); i++) {
                sql.append(i == 0 ? "" : ",").append(expressions.scalar(row.get(i), names));
                sql.append(names.suffix(i, 0, null));
            }
        }
        return sql.toString();
    }

    private String with(ResolvedQuery.With with, boolean numbered) {
        StringBuilder sql = new StringBuilder(with.recursive() ? "WITH RECURSIVE " : "WITH ");
        String separator = "";
        for (ResolvedQuery.Block block : with.blocks()) {
            sql.append(separator).append(Sql.name(block.name()));
            if (!block.columns().isEmpty()) {
                sql.append('(');
                for (int i = 0; i < block.columns().size(); i++) {
                    sql.append(i == 0 ? "" : ",")
                            .append(Sql.name(block.columns().get(i)));
                }
                sql.append(')');
            }
            sql.append(" AS (")
                    .append(sql(block.query(), block.columns().isEmpty()))
                    .append(')');
            instances.add(block);
            separator = ",";
        }
        return sql.append(' ').append(sql(with.body(), numbered)).toString();
    }

    private String select(ResolvedQuery.Select select, List<Output> outputs, boolean numbered) {
        SelectNames names = new SelectNames(select.outputs(), select.aliases(), numbered);
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < select.items().size(); i++) {
            item(items, select, i, outputs.get(i).type(), names);
        }
        List<String> filters = new ArrayList<>();
        String from = from(select, names, filters);
        String where = where(select, names, filters);
        StringBuilder rest = new StringBuilder();
        groupBy(rest, select, names);
        if (select.having() != null) {
            rest.append(" HAVING ").append(expressions.scalar(select.having(), names));
        }
        windows(rest, select, names);
        // The order of a compound query names the columns of its first arm.
        SelectNames sortNames = outputs == select.outputs() ? names : new SelectNames(outputs, List.of(), numbered);
        rest.append(expressions.orderBy(select.orderBy(), sortNames));
        if (select.limit() != null) {
            rest.append(" LIMIT ").append(expressions.scalar(select.limit(), names));
            if (select.offset() != null) {
                rest.append(" OFFSET ").append(expressions.scalar(select.offset(), names));
            }
        }
        if (context.isCollecting() && !names.usesNames()) {
            for (ResolvedFrom each : select.from()) {
                collectInlinable(each, select);
            }
        }
        return "SELECT "
                + switch (select.quantifier()) {
                    case NONE -> "";
                    case ALL -> "ALL ";
                    case DISTINCT -> "DISTINCT ";
                }
                + items + from + where + rest;
    }

    private String where(ResolvedQuery.Select select, SelectNames names, List<String> filters) {
        String own = select.where() == null ? "" : expressions.scalar(select.where(), names);
        if (filters.isEmpty()) {
            return own.isEmpty() ? "" : " WHERE " + own;
        }
        String both = String.join(" AND ", filters);
        return " WHERE " + (own.isEmpty() ? both : both + " AND (" + own + ')');
    }

    /** Classes at places where a row that the filter keeps out can simply be left out: not where an outer join puts NULLs. */
    private void collectInlinable(ResolvedFrom from, ResolvedQuery.Select select) {
        switch (from) {
            case ResolvedFrom.Table table -> {
                if (table.source() instanceof Source.OfClass ofClass) {
                    inlinable.put(ofClass, request(ofClass, select));
                }
            }
            case ResolvedFrom.Join join -> {
                boolean left = join.type() != TableRef.JoinType.RIGHT && join.type() != TableRef.JoinType.FULL;
                boolean right = join.type() == TableRef.JoinType.INNER || join.type() == TableRef.JoinType.CROSS;
                if (left) {
                    collectInlinable(join.left(), select);
                }
                if (right) {
                    collectInlinable(join.right(), select);
                }
            }
        }
    }

    boolean hasInlinableClasses() {
        return !inlinable.isEmpty();
    }

    /** Ends the first writing: from now on what is written counts. */
    void inlineClasses() {
        context.writeFromNowOn();
        inlinable.forEach(context::tryInline);
    }

    private ClassView.Request request(Source.OfClass ofClass, ResolvedQuery.Select select) {
        return new ClassView.Request(
                ofClass.ecClass(),
                ofClass.subclasses(),
                ofClass.plainTypeIndex(),
                ofClass.filtered(),
                context.paths(ofClass),
                select.requiredProperties().getOrDefault(ofClass.id(), Set.of()));
    }

    /** @param type of the column in the whole query, which for a compound one is that of its first arm */
    private void item(StringBuilder items, ResolvedQuery.Select select, int item, ValueType type, SelectNames names) {
        ResolvedExpression value = select.items().get(item);
        List<String> leaves = expressions.leaves(value, names);
        if (value.type() instanceof ValueType.Null) {
            leaves = Collections.nCopies(type.leaves().size(), "NULL");
        } else if (TextValues.isText(type) && shown.contains(select) && TextValues.mayBeReal(value)) {
            leaves = List.of(TextValues.asText(leaves.get(0)));
        }
        if (select == top && instances.shows(value)) {
            names.sortBy(item, leaves.get(0));
            leaves = List.of(instanceJson(value));
        }
        String alias = select.aliases().get(item);
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            items.append(items.length() == 0 ? "" : ",").append(leaves.get(leaf));
            items.append(names.suffix(item, leaf, alias));
        }
        if (names.numbered() && instances.mayAddColumns(select) && instances.shows(value)) {
            items.append(',').append(instanceJson(value)).append(' ').append(Sql.name(InstanceColumns.name(item)));
        }
    }

    private String instanceJson(ResolvedExpression value) {
        return switch (value) {
            case ResolvedExpression.InstanceProperty property ->
                expressions.instanceProperty(property, InstanceFunctionNames.PROPERTY_JSON);
            case ResolvedExpression.ColumnOf column ->
                context.alias(column.source()) + '.' + Sql.name(InstanceColumns.name(column.column()));
            default -> throw new IllegalStateException("shows no instance property");
        };
    }

    private void groupBy(StringBuilder sql, ResolvedQuery.Select select, SelectNames names) {
        String separator = " GROUP BY ";
        for (ResolvedExpression key : select.groupBy()) {
            for (String leaf : expressions.leaves(key, names)) {
                sql.append(separator).append(leaf);
                separator = ",";
            }
        }
    }

    private void windows(StringBuilder sql, ResolvedQuery.Select select, SelectNames names) {
        String separator = " WINDOW ";
        for (ResolvedQuery.NamedWindow window : select.windows()) {
            sql.append(separator).append(Sql.name(window.name())).append(" AS ");
            if (window.window() instanceof ResolvedWindow.Defined defined) {
                expressions.window(sql, defined, names);
            }
            separator = ",";
        }
    }

    private String from(ResolvedQuery.Select select, SelectNames names, List<String> filters) {
        StringBuilder sql = new StringBuilder();
        for (ResolvedFrom from : select.from()) {
            sql.append(sql.length() == 0 ? " FROM " : ",");
            String condition = from(sql, from, select, names, filters);
            sql.append(condition.isEmpty() ? "" : " ON " + condition);
        }
        return sql.toString();
    }

    /** Writes one entry and answers the condition of its last join, which may get further ones. */
    private String from(
            StringBuilder sql,
            ResolvedFrom from,
            ResolvedQuery.Select select,
            SelectNames names,
            List<String> filters) {
        return switch (from) {
            case ResolvedFrom.Table table -> table(sql, table.source(), select, names, filters);
            case ResolvedFrom.Join join -> {
                String before = from(sql, join.left(), select, names, filters);
                sql.append(before.isEmpty() ? "" : " ON " + before);
                sql.append(
                        switch (join.type()) {
                            case INNER -> " INNER JOIN ";
                            case LEFT -> " LEFT JOIN ";
                            case RIGHT -> " RIGHT JOIN ";
                            case FULL -> " FULL JOIN ";
                            case CROSS -> " CROSS JOIN ";
                        });
                String inner = from(sql, join.right(), select, names, filters);
                String own = join.condition() == null ? "" : expressions.scalar(join.condition(), names);
                yield inner.isEmpty() || own.isEmpty() ? inner + own : inner + " AND (" + own + ')';
            }
        };
    }

    private String table(
            StringBuilder sql, Source source, ResolvedQuery.Select select, SelectNames names, List<String> filters) {
        switch (source) {
            case Source.OfClass ofClass -> {
                ClassView.Inline inline = context.inline(ofClass);
                if (inline != null) {
                    if (!inline.filter().isEmpty()) {
                        filters.add(inline.filter());
                    }
                    sql.append(inline.from());
                    return inline.condition();
                }
                String view = context.isCollecting() ? "" : context.views().select(request(ofClass, select));
                sql.append('(').append(view).append(')');
            }
            case Source.OfQuery query ->
                sql.append('(').append(sql(query.query(), true)).append(')');
            case Source.OfBlock block -> sql.append(Sql.name(block.block()));
            case Source.OfFunction function -> sql.append(function(function, names));
        }
        sql.append(' ').append(context.alias(source));
        return "";
    }

    private String function(Source.OfFunction function, SelectNames names) {
        return switch (function.function()) {
            case JSON_EACH, JSON_TREE -> {
                StringBuilder sql = new StringBuilder(function.function().sqlName()).append('(');
                for (int i = 0; i < function.arguments().size(); i++) {
                    sql.append(i == 0 ? "" : ",")
                            .append(expressions.scalar(function.arguments().get(i), names));
                }
                yield sql.append(')').toString();
            }
            case ID_SET -> idSet(function, names);
        };
    }

    private String idSet(Source.OfFunction function, SelectNames names) {
        if (function.arguments().size() != 1) {
            throw ECSqlFailure.of("IdSet takes one argument.");
        }
        ResolvedExpression argument = function.arguments().get(0);
        if (argument instanceof ResolvedExpression.Parameter parameter) {
            String set = context.parameter(parameter, "", true);
            return "(SELECT DISTINCT value [id] FROM json_each(" + set + "))";
        }
        if (argument instanceof ResolvedExpression.Literal literal) {
            return "(SELECT DISTINCT value [id] FROM json_each('" + IdSetText.numbers(literal.sql()) + "'))";
        }
        return "(SELECT DISTINCT CASE WHEN type='text' THEN HexToId(value) ELSE value END [id] FROM json_each("
                + expressions.scalar(argument, names) + "))";
    }
}
