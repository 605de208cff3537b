package org.imodel4j.ecsql.parse;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Prints values as iTwin.js names computed columns: {@code [I] + 1}, {@code COUNT(*)}, {@code  IIF ([I] > 1,'a','b')}.
 *
 * <p>The text is a name, not a statement: lists behind IN and queries behind EXISTS stand without parentheses, for one.
 * Every blank is part of the column names that clients see, so all of it is kept as iTwin.js 5.7 prints it.
 */
public final class ECSqlPrinter {
    /** How a path is called once it is resolved. */
    @FunctionalInterface
    public interface PathNames {
        /** Steps in brackets, as the path is written: {@code [Origin].[X]}. */
        PathNames AS_WRITTEN = path -> {
            StringBuilder name = new StringBuilder();
            steps(name, path.steps());
            return name.toString();
        };

        /**
         * iTwin.js puts the class name in front of a property whose class has an alias ({@code Thing.[I]}), the alias in
         * front of a column of a subquery ({@code q.[x]}), and nothing in front of others ({@code [I]}).
         */
        String nameOf(Expression.Path path);
    }

    private final StringBuilder out;
    private final PathNames names;

    ECSqlPrinter(StringBuilder out, PathNames names) {
        this.out = out;
        this.names = names;
    }

    public static String print(Expression expression) {
        return print(expression, PathNames.AS_WRITTEN);
    }

    public static String print(Expression expression, PathNames names) {
        StringBuilder out = new StringBuilder();
        new ECSqlPrinter(out, names).expression(expression);
        return out.toString();
    }

    public static String print(Query query, PathNames names) {
        StringBuilder out = new StringBuilder();
        new QueryPrinter(out, new ECSqlPrinter(out, names)).query(query);
        return out.toString();
    }

    void expression(Expression expression) {
        switch (expression) {
            case Predicate predicate -> new PredicatePrinter(out, this).predicate(predicate);
            case Expression.Literal literal -> literal(literal);
            case Expression.Parameter parameter -> {
                if (parameter.name() == null) {
                    out.append('?');
                } else {
                    out.append(":[").append(parameter.name()).append(']');
                }
            }
            case Expression.Path path -> out.append(names.nameOf(path));
            case Expression.InstanceAccess access -> instance(access);
            case Expression.Unary unary -> {
                out.append(unary.operator().symbol());
                expression(unary.operand());
            }
            case Expression.Binary binary -> {
                expression(binary.left());
                out.append(' ').append(binary.operator().symbol()).append(' ');
                expression(binary.right());
            }
            case Expression.Parenthesized parenthesized -> parenthesized(parenthesized);
            case Expression.Call call -> call(call);
            case Expression.WindowCall call -> new WindowPrinter(out, this).call(call);
            case Expression.NavigationValue value -> navigationValue(value);
            case Expression.Iif iif -> {
                out.append(" IIF (");
                list(List.of(iif.condition(), iif.then(), iif.otherwise()), ",");
                out.append(')');
            }
            case Expression.Case branches -> branches(branches);
            case Expression.Cast cast -> {
                out.append("CAST (");
                expression(cast.operand());
                out.append(" AS ").append(typeName(cast.target())).append(')');
            }
            case Expression.ScalarQuery scalar -> {
                out.append('(');
                query(scalar.query());
                out.append(')');
            }
        }
    }

    /** Parentheses are shown once, however many there are, and not around paths and subqueries. */
    private void parenthesized(Expression.Parenthesized parenthesized) {
        Expression content = parenthesized.content();
        while (content instanceof Expression.Parenthesized inner) {
            content = inner.content();
        }
        boolean bare = content instanceof Expression.Path || content instanceof Expression.ScalarQuery;
        out.append(bare ? "" : "(");
        expression(content);
        out.append(bare ? "" : ")");
    }

    void query(Query query) {
        new QueryPrinter(out, this).query(query);
    }

    void list(List<? extends Expression> expressions, String separator) {
        String before = "";
        for (Expression expression : expressions) {
            out.append(before);
            expression(expression);
            before = separator;
        }
    }

    void call(Expression.Call call) {
        out.append(call.name()).append('(');
        if (call.star()) {
            out.append('*');
        }
        switch (call.quantifier()) {
            case NONE -> {}
            case ALL, DISTINCT -> out.append(call.quantifier()).append(' ');
        }
        list(call.arguments(), ",");
        out.append(')');
    }

    private void literal(Expression.Literal literal) {
        switch (literal.kind()) {
            case STRING -> quoted(literal.text());
            case DATE, TIME, TIMESTAMP -> {
                out.append(momentKind(literal.text())).append(' ');
                quoted(literal.text());
            }
            default -> out.append(literal.text());
        }
    }

    /** The keyword follows from the content, whichever was written. */
    private static String momentKind(String text) {
        if (text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-') {
            return "DATE";
        }
        boolean time = text.length() >= 5 && text.charAt(2) == ':';
        return time ? "TIME" : "TIMESTAMP";
    }

    private void quoted(String text) {
        out.append('\'').append(text.replace("'", "''")).append('\'');
    }

    private void instance(Expression.InstanceAccess access) {
        for (Expression.Step step : access.qualifier()) {
            out.append(step.name()).append('.');
        }
        out.append('$');
        String separator = "->";
        for (Expression.Step step : access.property()) {
            out.append(separator).append(step.name());
            separator = ".";
        }
        if (access.optional()) {
            out.append('?');
        }
    }

    private void navigationValue(Expression.NavigationValue value) {
        out.append("NAVIGATION_VALUE(");
        steps(out, value.property().steps());
        out.append(',');
        expression(value.id());
        Expression relationship = value.relationshipClassId();
        if (relationship != null) {
            out.append(',');
            expression(relationship);
        }
        out.append(')');
    }

    private void branches(Expression.Case branches) {
        out.append(" CASE ");
        for (Expression.When branch : branches.branches()) {
            out.append(" WHEN ");
            expression(branch.condition());
            out.append(" THEN ");
            expression(branch.then());
        }
        Expression otherwise = branches.otherwise();
        if (otherwise != null) {
            out.append(" ELSE ");
            expression(otherwise);
        }
        out.append(" END ");
    }

    private static String typeName(Expression.CastTarget target) {
        return target.schema() == null ? target.name() : target.schema() + '.' + target.name();
    }

    private static void steps(StringBuilder out, List<Expression.Step> steps) {
        String separator = "[";
        for (Expression.Step step : steps) {
            out.append(separator).append(step.name()).append(']');
            separator = ".[";
        }
    }

    static void option(StringBuilder out, Option option) {
        out.append(' ').append(option.name());
        String value = option.value();
        if (value != null) {
            out.append('=').append(optionValue(value));
        }
    }

    private static String optionValue(String value) {
        boolean word = value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
        return word ? value.toUpperCase(Locale.ROOT) : value;
    }

    static void alias(StringBuilder out, @Nullable Name alias) {
        if (alias != null) {
            out.append(' ').append(alias.text());
        }
    }
}
