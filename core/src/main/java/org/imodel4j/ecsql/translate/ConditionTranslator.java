package org.imodel4j.ecsql.translate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.imodel4j.ecsql.parse.Predicate;
import org.imodel4j.ecsql.resolve.ResolvedExpression;
import org.imodel4j.ecsql.resolve.ValueType;

/** Writes conditions as SQL. */
final class ConditionTranslator {
    private final Context context;
    private final ExpressionTranslator expressions;
    private final QueryTranslator queries;

    ConditionTranslator(Context context, ExpressionTranslator expressions, QueryTranslator queries) {
        this.context = context;
        this.expressions = expressions;
        this.queries = queries;
    }

    String sql(ResolvedExpression.Condition condition, SelectNames names) {
        return switch (condition) {
            case ResolvedExpression.And and -> chain(and.terms(), " AND ", names);
            case ResolvedExpression.Or or -> chain(or.terms(), " OR ", names);
            case ResolvedExpression.Not not -> "NOT (" + expressions.scalar(not.operand(), names) + ')';
            case ResolvedExpression.Comparison comparison -> comparison(comparison, names);
            case ResolvedExpression.Quantified quantified -> quantified(quantified, names);
            case ResolvedExpression.Between between ->
                value(between.operand(), names) + not(between.negated()) + " BETWEEN " + value(between.low(), names)
                        + " AND " + value(between.high(), names);
            case ResolvedExpression.Like like ->
                value(like.operand(), names) + not(like.negated()) + " LIKE "
                        + value(like.pattern(), names)
                        + (like.escapeSql() == null ? "" : " ESCAPE " + like.escapeSql());
            case ResolvedExpression.InList in -> inList(in, names);
            case ResolvedExpression.InQuery in ->
                value(in.operand(), names) + not(in.negated()) + " IN (" + queries.sql(in.query(), false) + ')';
            case ResolvedExpression.IsTruth is -> isTruth(is, names);
            case ResolvedExpression.IsClass is -> isClass(is, names);
            case ResolvedExpression.IsValue is ->
                pairs(
                        is.operand(),
                        is.value(),
                        is.negated() ? " IS NOT " : " IS ",
                        is.negated() ? " OR " : " AND ",
                        names);
            case ResolvedExpression.Exists exists -> "EXISTS (" + queries.sql(exists.query(), false) + ')';
            case ResolvedExpression.Match match ->
                value(match.operand(), names) + not(match.negated()) + " MATCH "
                        + expressions.scalar(match.function(), names);
        };
    }

    private static String not(boolean negated) {
        return negated ? " NOT" : "";
    }

    /** Conditions inside others are put in parentheses, so that precedence is that of the tree. */
    private String value(ResolvedExpression expression, SelectNames names) {
        String sql = expressions.scalar(expression, names);
        return expression instanceof ResolvedExpression.Condition ? '(' + sql + ')' : sql;
    }

    private String chain(List<ResolvedExpression> terms, String operator, SelectNames names) {
        StringBuilder sql = new StringBuilder();
        for (ResolvedExpression term : terms) {
            boolean compound = term instanceof ResolvedExpression.And || term instanceof ResolvedExpression.Or;
            String text = expressions.scalar(term, names);
            sql.append(sql.length() == 0 ? "" : operator).append(compound ? '(' + text + ')' : text);
        }
        return sql.toString();
    }

    private String comparison(ResolvedExpression.Comparison comparison, SelectNames names) {
        String operator = comparison.operator().symbol();
        String glue = comparison.operator() == Predicate.Operator.NOT_EQUAL ? " OR " : " AND ";
        return pairs(comparison.left(), comparison.right(), operator, glue, names);
    }

    private String pairs(
            ResolvedExpression left, ResolvedExpression right, String operator, String glue, SelectNames names) {
        if (left.type().leaves().size() == 1 && right.type().leaves().size() == 1) {
            return value(left, names) + operator + value(right, names);
        }
        int leaves = Math.max(left.type().leaves().size(), right.type().leaves().size());
        List<String> lefts = leaves(left, leaves, names);
        List<String> rights = leaves(right, leaves, names);
        StringBuilder sql = new StringBuilder("(");
        for (int i = 0; i < lefts.size(); i++) {
            sql.append(i == 0 ? "" : glue).append(lefts.get(i)).append(operator).append(rights.get(i));
        }
        return sql.append(')').toString();
    }

    private List<String> leaves(ResolvedExpression value, int leaves, SelectNames names) {
        return value.type() instanceof ValueType.Null
                ? Collections.nCopies(leaves, "NULL")
                : expressions.leaves(value, names);
    }

    /** ALL keeps the order operator and swaps the operands, as the reference does; so equality passes {@code > ALL}. */
    private String quantified(ResolvedExpression.Quantified quantified, SelectNames names) {
        List<String> left = leavesOf(quantified.left(), names);
        String query = queries.sql(quantified.query(), true);
        int leaves = quantified.query().outputs().get(0).type().leaves().size();
        boolean all = quantified.quantifier() == Predicate.AnyOrAll.ALL;
        String operator =
                all ? negated(quantified.operator()) : quantified.operator().symbol();
        StringBuilder test = new StringBuilder();
        for (int i = 0; i < Math.min(left.size(), leaves); i++) {
            String column = Sql.name(ExpressionTranslator.outputName(0, i, leaves));
            test.append(i == 0 ? "" : operator.equals("<>") ? " OR " : " AND ");
            test.append(all ? column : left.get(i)).append(' ').append(operator).append(' ');
            test.append(all ? left.get(i) : column);
        }
        return (all ? "NOT EXISTS" : "EXISTS") + "(SELECT 1 FROM (" + query + ") WHERE " + test + ')';
    }

    private static String negated(Predicate.Operator operator) {
        return switch (operator) {
            case EQUAL -> "<>";
            case NOT_EQUAL -> "=";
            default -> operator.symbol();
        };
    }

    private List<String> leavesOf(ResolvedExpression expression, SelectNames names) {
        return expression.type().leaves().size() == 1
                ? List.of(value(expression, names))
                : expressions.leaves(expression, names);
    }

    private String inList(ResolvedExpression.InList in, SelectNames names) {
        if (in.operand().type().leaves().size() > 1) {
            return inComposites(in, names);
        }
        StringBuilder sql = new StringBuilder(value(in.operand(), names))
                .append(not(in.negated()))
                .append(" IN (");
        String separator = "";
        for (ResolvedExpression value : in.values()) {
            sql.append(separator).append(value(value, names));
            separator = ",";
        }
        return sql.append(')').toString();
    }

    /** Points, structs and navigation values are compared leaf by leaf. */
    private String inComposites(ResolvedExpression.InList in, SelectNames names) {
        StringBuilder sql = new StringBuilder(in.negated() ? "NOT (" : "(");
        String separator = "";
        for (ResolvedExpression value : in.values()) {
            sql.append(separator).append(pairs(in.operand(), value, "=", " AND ", names));
            separator = " OR ";
        }
        return sql.append(')').toString();
    }

    private String isTruth(ResolvedExpression.IsTruth is, SelectNames names) {
        String test = is.negated() ? " IS NOT " : " IS ";
        return switch (is.truth()) {
            case TRUE -> value(is.operand(), names) + test + '1';
            case FALSE -> value(is.operand(), names) + test + '0';
            case NULL, UNKNOWN -> {
                List<String> leaves = is.operand() instanceof ResolvedExpression.Condition
                        ? List.of(value(is.operand(), names))
                        : nullTests(is.operand(), names);
                StringBuilder sql = new StringBuilder(leaves.size() == 1 ? "" : "(");
                for (int i = 0; i < leaves.size(); i++) {
                    sql.append(i == 0 ? "" : is.negated() ? " OR " : " AND ")
                            .append(leaves.get(i))
                            .append(test)
                            .append("NULL");
                }
                yield sql.append(leaves.size() == 1 ? "" : ")").toString();
            }
        };
    }

    /** The class of a navigation value is NULL whenever its id is, so the id alone decides. */
    private List<String> nullTests(ResolvedExpression operand, SelectNames names) {
        List<String> leaves = new ArrayList<>(expressions.leaves(operand, names));
        return operand.type() instanceof ValueType.Navigation ? leaves.subList(0, 1) : leaves;
    }

    private String isClass(ResolvedExpression.IsClass is, SelectNames names) {
        TreeSet<Long> ids = new TreeSet<>();
        for (ResolvedExpression.OneClass one : is.classes()) {
            if (one.subclasses()) {
                for (long id : context.schemas().subclasses(one.ecClass().id())) {
                    ids.add(id);
                }
            } else {
                ids.add(one.ecClass().id());
            }
        }
        StringBuilder list = new StringBuilder();
        for (long id : ids) {
            list.append(list.length() == 0 ? "" : ",").append(id);
        }
        return value(is.operand(), names) + not(is.negated()) + " IN (" + list + ')';
    }
}
