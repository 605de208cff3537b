package org.imodel4j.ecsql.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Subqueries for {@link ECSqlPrinter}; their text is part of column names, with all the oddities that it has there. */
final class QueryPrinter {
    private final StringBuilder out;
    private final ECSqlPrinter values;
    private final WindowPrinter windows;

    QueryPrinter(StringBuilder out, ECSqlPrinter values) {
        this.out = out;
        this.values = values;
        this.windows = new WindowPrinter(out, values);
    }

    void query(Query query) {
        switch (query) {
            case Query.Select select -> select(select);
            case Query.Values rows -> rows(rows);
            case Query.Compound compound -> {
                query(compound.first());
                for (Query.Arm arm : compound.arms()) {
                    out.append(' ').append(arm.operator()).append(arm.all() ? " ALL " : "");
                    query(arm.query());
                }
            }
            case Query.With with -> with(with);
        }
    }

    private void with(Query.With with) {
        String separator = with.recursive() ? "WITH RECURSIVE " : "WITH ";
        for (Query.Block block : with.blocks()) {
            out.append(separator).append(block.name().text());
            String before = "(";
            for (Name column : block.columns()) {
                out.append(before).append(column.text());
                before = ", ";
            }
            out.append(block.columns().size() > 1 ? ")" : "").append(" AS (");
            query(block.query());
            out.append(')');
            separator = ", ";
        }
        query(with.body());
    }

    private void rows(Query.Values rows) {
        String separator = "VALUES (";
        for (Query.Row row : rows.rows()) {
            out.append(separator);
            values.list(row.values(), ", ");
            out.append(')');
            separator = " UNION ALL VALUES (";
        }
    }

    private void select(Query.Select select) {
        if (select.from().isEmpty()) {
            out.append("VALUES (");
            items(select.items());
            out.append(')');
            return;
        }
        out.append("SELECT ");
        switch (select.quantifier()) {
            case NONE -> {}
            case ALL, DISTINCT -> out.append(select.quantifier()).append(' ');
        }
        items(select.items());
        String separator = " FROM ";
        for (TableRef table : select.from()) {
            out.append(separator);
            table(table);
            separator = ", ";
        }
        clauses(select);
    }

    private void items(List<SelectItem> items) {
        String separator = "";
        for (SelectItem item : items) {
            out.append(separator);
            switch (item) {
                case SelectItem.All all -> out.append('*');
                case SelectItem.AllOf all -> {
                    for (Expression.Step step : all.qualifier()) {
                        out.append('[').append(step.name()).append("].");
                    }
                    out.append('*');
                }
                case SelectItem.Value value -> value(value);
            }
            separator = ", ";
        }
    }

    private void value(SelectItem.Value value) {
        Name alias = value.alias();
        if (alias == null) {
            values.expression(value.expression());
            return;
        }
        out.append('(');
        values.expression(value.expression());
        out.append(") AS ").append(alias.text());
    }

    private void clauses(Query.Select select) {
        condition(" WHERE ", select.where());
        String separator = " GROUP BY ";
        for (Expression key : select.groupBy()) {
            out.append(separator);
            values.expression(key);
            separator = ", ";
        }
        windows.orderBy(select.orderBy(), " ");
        String definition = " WINDOW , ";
        for (WindowSpec.Definition window : select.windows()) {
            out.append(definition).append(window.name().text()).append(" AS ");
            windows.spec(window.spec());
            definition = "";
        }
        condition(" HAVING ", select.having());
        Limit limit = select.limit();
        if (limit != null) {
            condition(" LIMIT ", limit.count());
            condition(" OFFSET ", limit.skip());
        }
        if (!select.options().isEmpty()) {
            out.append(" ECSQLOPTIONS");
            select.options().forEach(option -> ECSqlPrinter.option(out, option));
        }
    }

    private void condition(String before, @Nullable Expression expression) {
        if (expression != null) {
            out.append(before);
            values.expression(expression);
        }
    }

    private void table(TableRef table) {
        switch (table) {
            case TableRef.ClassTable single -> classTable(single);
            case TableRef.FunctionTable function -> {
                out.append(function.schema() == null ? "" : function.schema()).append("..");
                values.call(function.call());
            }
            case TableRef.Subquery subquery -> {
                scope(subquery.scope());
                out.append('(');
                query(subquery.query());
                out.append(')');
                ECSqlPrinter.alias(out, subquery.alias());
            }
            case TableRef.Join join -> join(join);
        }
    }

    private void classTable(TableRef.ClassTable table) {
        out.append(table.skipTypeIndex() ? "+" : "");
        scope(table.scope());
        className(out, table.name());
        Expression.Call member = table.memberFunction();
        if (member != null) {
            out.append('.');
            values.call(member);
        }
        ECSqlPrinter.alias(out, table.alias());
    }

    private void scope(Scope scope) {
        switch (scope) {
            case DEFAULT -> {}
            case ALL, ONLY -> out.append(scope).append(' ');
        }
    }

    private void join(TableRef.Join join) {
        table(join.left());
        boolean using = join.condition() instanceof JoinCondition.UsingRelationship;
        out.append(join.natural() ? " NATURAL" : "");
        out.append(
                switch (join.type()) {
                    case INNER -> using ? " JOIN " : " INNER JOIN ";
                    case LEFT -> " LEFT OUTER JOIN ";
                    case RIGHT -> " RIGHT OUTER JOIN ";
                    case FULL -> " FULL OUTER JOIN ";
                    case CROSS -> " CROSS JOIN ";
                });
        table(join.right());
        switch (join.condition()) {
            case null -> {}
            case JoinCondition.On on -> condition(" ON ", on.condition());
            case JoinCondition.UsingColumns columns -> {
                String separator = " USING (";
                for (Name column : columns.columns()) {
                    out.append(separator).append(column.text());
                    separator = ", ";
                }
                out.append(')');
            }
            case JoinCondition.UsingRelationship relationship -> {
                out.append(" USING ");
                className(out, relationship.relationship());
                ECSqlPrinter.alias(out, relationship.alias());
                switch (relationship.direction()) {
                    case UNSPECIFIED -> {}
                    case FORWARD, BACKWARD -> out.append(' ').append(relationship.direction());
                }
            }
        }
    }

    /** Blocks of WITH stand bare, classes in brackets. */
    static void className(StringBuilder out, ClassName name) {
        if (name.schema() == null) {
            out.append(name.name());
            return;
        }
        if (name.tableSpace() != null) {
            out.append('[').append(name.tableSpace()).append("].");
        }
        out.append('[').append(name.schema()).append("].[").append(name.name()).append(']');
    }
}
