package org.imodel4j.ecsql.translate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.imodel4j.ecsql.parse.Expression;
import org.imodel4j.ecsql.parse.SortItem;
import org.imodel4j.ecsql.parse.WindowSpec;
import org.imodel4j.ecsql.resolve.ECSqlFailure;
import org.imodel4j.ecsql.resolve.Output;
import org.imodel4j.ecsql.resolve.ResolvedExpression;
import org.imodel4j.ecsql.resolve.ResolvedQuery;
import org.imodel4j.ecsql.resolve.ResolvedWindow;
import org.imodel4j.ecsql.resolve.Source;
import org.imodel4j.ecsql.resolve.ValueType;

/** Writes expressions as SQL: one text for each leaf of the value. */
final class ExpressionTranslator {
    private final Context context;
    private final QueryTranslator queries;
    private final ConditionTranslator conditions;

    ExpressionTranslator(Context context, QueryTranslator queries) {
        this.context = context;
        this.queries = queries;
        this.conditions = new ConditionTranslator(context, this, queries);
    }

    /** The SQL of a value with one leaf. */
    String scalar(ResolvedExpression expression, SelectNames names) {
        return switch (expression) {
            case ResolvedExpression.Condition condition -> conditions.sql(condition, names);
            case ResolvedExpression.Literal literal -> literal.sql();
            case ResolvedExpression.Alias alias -> names.sqlName(alias.name());
            case ResolvedExpression.Unary unary -> unary.operator().symbol() + operand(unary.operand(), names);
            case ResolvedExpression.Binary binary -> binary(binary, names);
            case ResolvedExpression.Parenthesized parenthesized -> '(' + scalar(parenthesized.content(), names) + ')';
            case ResolvedExpression.Call call -> call(call, names);
            case ResolvedExpression.WindowCall call -> window(call, names);
            case ResolvedExpression.InIdSet in ->
                '(' + scalar(in.id(), names)
                        + " IN (SELECT value FROM json_each("
                        + context.parameter(in.set(), "", true) + ")))";
            case ResolvedExpression.Iif iif ->
                "IIF(" + scalar(iif.condition(), names) + ',' + scalar(iif.then(), names) + ','
                        + scalar(iif.otherwise(), names) + ')';
            case ResolvedExpression.Case choice -> choice(choice, names);
            case ResolvedExpression.Cast cast -> cast(cast, names);
            case ResolvedExpression.ScalarQuery query -> '(' + queries.sql(query.query(), false) + ')';
            case ResolvedExpression.Instance instance ->
                InstanceFunctionNames.INSTANCE
                        + '('
                        + identity(instance.source())
                        + ','
                        + ((instance.jsNames() ? 1 : 0) + (instance.wholeBlobs() ? 2 : 0))
                        + ')';
            case ResolvedExpression.InstanceProperty property ->
                instanceProperty(property, InstanceFunctionNames.PROPERTY);
            case ResolvedExpression.Parameter parameter -> only(leaves(parameter, names));
            case ResolvedExpression.Property property -> only(leaves(property, names));
            case ResolvedExpression.ColumnOf column -> only(leaves(column, names));
            case ResolvedExpression.NavigationValue value -> only(leaves(value, names));
        };
    }

    /** Long sums lean to the left, so that side is walked without recursion. */
    private String binary(ResolvedExpression.Binary binary, SelectNames names) {
        Deque<ResolvedExpression.Binary> spine = new ArrayDeque<>();
        ResolvedExpression left = binary;
        while (left instanceof ResolvedExpression.Binary inner) {
            spine.push(inner);
            left = inner.left();
        }
        StringBuilder sql = new StringBuilder(operand(left, names));
        while (!spine.isEmpty()) {
            ResolvedExpression.Binary each = spine.pop();
            sql.append(' ').append(each.operator().symbol()).append(' ').append(operand(each.right(), names));
            ResolvedExpression.Binary outer = spine.peek();
            if (outer != null && rank(outer.operator()) != rank(each.operator())) {
                sql.insert(0, '(').append(')');
            }
        }
        return sql.toString();
    }

    /** Operators of one rank bind alike in SQLite, from left to right. */
    private static int rank(Expression.BinaryOperator operator) {
        return switch (operator) {
            case BITWISE_AND, BITWISE_OR, SHIFT_LEFT, SHIFT_RIGHT -> 0;
            case ADD, SUBTRACT -> 1;
            case MULTIPLY, DIVIDE, MODULO -> 2;
            case CONCAT -> 3;
        };
    }

    String instanceProperty(ResolvedExpression.InstanceProperty property, String function) {
        return function
                + '('
                + identity(property.source())
                + ','
                + Sql.text(property.path())
                + (property.jsNames() ? ",1)" : ",0)");
    }

    /** Nested operators keep their order whatever precedence SQLite gives them. */
    private String operand(ResolvedExpression expression, SelectNames names) {
        String sql = scalar(expression, names);
        boolean simple = !(expression instanceof ResolvedExpression.Binary)
                && !(expression instanceof ResolvedExpression.Unary)
                && !(expression instanceof ResolvedExpression.Condition);
        return simple ? sql : '(' + sql + ')';
    }

    private static String only(List<String> leaves) {
        if (leaves.size() != 1) {
            throw ECSqlFailure.of("A point, struct or navigation value stands where only a simple value can.");
        }
        return leaves.get(0);
    }

    /** The SQL of each leaf of a value. */
    List<String> leaves(ResolvedExpression expression, SelectNames names) {
        return switch (expression) {
            case ResolvedExpression.Property property -> property(property);
            case ResolvedExpression.ColumnOf column -> columnOf(column);
            case ResolvedExpression.Parameter parameter -> parameter(parameter);
            case ResolvedExpression.Parenthesized parenthesized ->
                parenthesized.type().leaves().size() == 1
                        ? List.of(scalar(parenthesized, names))
                        : leaves(parenthesized.content(), names);
            case ResolvedExpression.NavigationValue value ->
                List.of(scalar(value.id(), names), scalar(value.relationshipClassId(), names));
            default -> List.of(scalar(expression, names));
        };
    }

    private List<String> property(ResolvedExpression.Property property) {
        List<String> leaves = new ArrayList<>();
        for (String leaf : property.type().leaves()) {
            String path = leaf.isEmpty() ? property.path() : property.path() + '.' + leaf;
            leaves.add(context.column(property.source(), path));
        }
        return leaves;
    }

    private List<String> columnOf(ResolvedExpression.ColumnOf column) {
        String alias = context.alias(column.source());
        List<String> leaves = new ArrayList<>();
        switch (column.source()) {
            case Source.OfFunction function ->
                leaves.add(alias
                        + '.'
                        + Sql.name(function.function()
                                .outputs()
                                .get(column.column())
                                .name()));
            case Source.OfBlock block
            when block.named() ->
                leaves.add(alias
                        + '.'
                        + Sql.name(block.outputs().get(column.column()).name()));
            case Source.OfBlock block -> partOf(column, block.outputs().get(column.column()), alias, leaves);
            case Source.OfQuery query -> partOf(column, query.outputs().get(column.column()), alias, leaves);
            case Source.OfClass ofClass -> throw new IllegalStateException("class columns are properties");
        }
        return leaves;
    }

    private static void partOf(ResolvedExpression.ColumnOf column, Output whole, String alias, List<String> leaves) {
        List<String> all = whole.type().leaves();
        for (String leaf : column.type().leaves()) {
            String wanted =
                    column.path().isEmpty() ? leaf : leaf.isEmpty() ? column.path() : column.path() + '.' + leaf;
            leaves.add(alias + '.' + Sql.name(outputName(column.column(), all.indexOf(wanted), all.size())));
        }
    }

    /** How a subquery calls a leaf of one of its columns. */
    static String outputName(int column, int leaf, int leaves) {
        return leaves == 1 ? "K" + column : "K" + column + '_' + leaf;
    }

    private List<String> parameter(ResolvedExpression.Parameter parameter) {
        List<String> leaves = new ArrayList<>();
        for (String leaf : parameter.type().leaves()) {
            leaves.add(context.parameter(parameter, leaf, false));
        }
        return leaves;
    }

    private String identity(Source source) {
        return switch (source) {
            case Source.OfClass ofClass ->
                context.column(ofClass, "ECClassId") + ',' + context.column(ofClass, "ECInstanceId");
            case Source.OfQuery query ->
                idColumn(query, query.outputs(), false, "ECClassId")
                        + ','
                        + idColumn(query, query.outputs(), false, "ECInstanceId");
            case Source.OfBlock block ->
                idColumn(block, block.outputs(), block.named(), "ECClassId")
                        + ','
                        + idColumn(block, block.outputs(), block.named(), "ECInstanceId");
            case Source.OfFunction function -> throw ECSqlFailure.of("$ needs a class, not a table function.");
        };
    }

    private String idColumn(Source source, List<Output> outputs, boolean named, String name) {
        for (int i = 0; i < outputs.size(); i++) {
            if (outputs.get(i).name().equals(name)) {
                return context.alias(source) + '.' + Sql.name(named ? name : outputName(i, 0, 1));
            }
        }
        throw ECSqlFailure.of("A subquery without " + name + " has no instances.");
    }

    private String call(ResolvedExpression.Call call, SelectNames names) {
        StringBuilder sql = new StringBuilder(call.sqlName()).append('(');
        if (call.star()) {
            return sql.append("*)").toString();
        }
        sql.append(
                switch (call.quantifier()) {
                    case NONE -> "";
                    case ALL -> "ALL ";
                    case DISTINCT -> "DISTINCT ";
                });
        String separator = "";
        for (ResolvedExpression argument : call.arguments()) {
            String value = scalar(argument, names);
            sql.append(separator).append(argument(value, argument.type(), call));
            separator = ",";
        }
        return sql.append(')').toString();
    }

    private static String argument(String sql, ValueType type, ResolvedExpression.Call call) {
        return TextValues.isTextFunction(call.sqlName())
                ? TextValues.of(sql, type)
                : TextValues.isJsonFunction(call.sqlName()) ? TextValues.json(sql, type) : sql;
    }

    private String window(ResolvedExpression.WindowCall call, SelectNames names) {
        StringBuilder sql = new StringBuilder(scalar(call.function(), names));
        if (call.filter() != null) {
            sql.append(" FILTER (WHERE ").append(scalar(call.filter(), names)).append(')');
        }
        sql.append(" OVER ");
        switch (call.window()) {
            case ResolvedWindow.Named named -> sql.append(Sql.name(named.name()));
            case ResolvedWindow.Defined defined -> window(sql, defined, names);
        }
        return sql.toString();
    }

    void window(StringBuilder sql, ResolvedWindow.Defined window, SelectNames names) {
        sql.append('(').append(window.base() == null ? "" : Sql.name(window.base()));
        String separator = " PARTITION BY ";
        for (ResolvedWindow.Partition partition : window.partitions()) {
            sql.append(separator).append(scalar(partition.key(), names));
            if (partition.collation() != null) {
                sql.append(" COLLATE ").append(partition.collation().name());
            }
            separator = ",";
        }
        sql.append(orderBy(window.orderBy(), names));
        ResolvedWindow.Frame frame = window.frame();
        if (frame != null) {
            sql.append(' ').append(frame.unit().name()).append(' ');
            if (frame.end() == null) {
                sql.append(bound(frame.start(), names));
            } else {
                sql.append("BETWEEN ").append(bound(frame.start(), names));
                sql.append(" AND ").append(bound(frame.end(), names));
            }
            sql.append(exclusion(frame.exclusion()));
        }
        sql.append(')');
    }

    private String bound(ResolvedWindow.Bound bound, SelectNames names) {
        String distance = bound.distance() == null ? "" : scalar(bound.distance(), names);
        return switch (bound.kind()) {
            case UNBOUNDED_PRECEDING -> "UNBOUNDED PRECEDING";
            case PRECEDING -> distance + " PRECEDING";
            case CURRENT_ROW -> "CURRENT ROW";
            case FOLLOWING -> distance + " FOLLOWING";
            case UNBOUNDED_FOLLOWING -> "UNBOUNDED FOLLOWING";
        };
    }

    private static String exclusion(WindowSpec.Exclusion exclusion) {
        return switch (exclusion) {
            case DEFAULT -> "";
            case CURRENT_ROW -> " EXCLUDE CURRENT ROW";
            case GROUP -> " EXCLUDE GROUP";
            case TIES -> " EXCLUDE TIES";
            case NO_OTHERS -> " EXCLUDE NO OTHERS";
        };
    }

    String orderBy(List<ResolvedQuery.Sort> sorts, SelectNames names) {
        StringBuilder sql = new StringBuilder();
        for (ResolvedQuery.Sort sort : sorts) {
            sql.append(sql.length() == 0 ? " ORDER BY " : ",");
            sql.append(
                    sort.key() instanceof ResolvedExpression.Literal literal
                            ? names.ordinal(literal.sql())
                            : scalar(sort.key(), names));
            sql.append(
                    sort.order() == SortItem.Order.DEFAULT
                            ? ""
                            : ' ' + sort.order().name());
            sql.append(
                    sort.nulls() == SortItem.Nulls.DEFAULT
                            ? ""
                            : " NULLS " + sort.nulls().name());
        }
        return sql.toString();
    }

    private String choice(ResolvedExpression.Case choice, SelectNames names) {
        StringBuilder sql = new StringBuilder("CASE");
        for (ResolvedExpression.When when : choice.branches()) {
            sql.append(" WHEN ").append(scalar(when.condition(), names));
            sql.append(" THEN ").append(scalar(when.then(), names));
        }
        if (choice.otherwise() != null) {
            sql.append(" ELSE ").append(scalar(choice.otherwise(), names));
        }
        return sql.append(" END").toString();
    }

    private String cast(ResolvedExpression.Cast cast, SelectNames names) {
        String operand = scalar(cast.operand(), names);
        if (cast.operand().type() instanceof ValueType.Null) {
            return operand;
        }
        if (TextValues.isText(cast.type())) {
            operand = TextValues.of(operand, cast.operand().type());
        }
        return cast.sqlType() == null
                ? "CASE WHEN " + operand + " <> 0 THEN 1 ELSE 0 END"
                : "CAST(" + operand + " AS " + cast.sqlType() + ')';
    }
}
