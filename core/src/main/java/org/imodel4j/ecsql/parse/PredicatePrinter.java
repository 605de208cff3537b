package org.imodel4j.ecsql.parse;

/** The predicates for {@link ECSqlPrinter}. */
final class PredicatePrinter {
    private final StringBuilder out;
    private final ECSqlPrinter values;

    PredicatePrinter(StringBuilder out, ECSqlPrinter values) {
        this.out = out;
        this.values = values;
    }

    void predicate(Predicate predicate) {
        switch (predicate) {
            case Predicate.And and -> values.list(and.terms(), " AND ");
            case Predicate.Or or -> values.list(or.terms(), " OR ");
            case Predicate.Not not -> {
                out.append("NOT ");
                values.expression(not.operand());
            }
            case Predicate.Comparison comparison -> {
                values.expression(comparison.left());
                out.append(' ').append(comparison.operator().symbol()).append(' ');
                values.expression(comparison.right());
            }
            case Predicate.Quantified quantified -> {
                values.expression(quantified.left());
                out.append(' ').append(quantified.operator().symbol()).append(' ');
                out.append(quantified.quantifier()).append(" (");
                values.query(quantified.query());
                out.append(')');
            }
            case Predicate.Between between -> {
                operand(between.operand(), between.negated(), "BETWEEN");
                values.expression(between.low());
                out.append(" AND ");
                values.expression(between.high());
            }
            case Predicate.Like like -> like(like);
            case Predicate.InList in -> {
                operand(in.operand(), in.negated(), "IN");
                values.list(in.values(), ", ");
            }
            case Predicate.InQuery in -> {
                operand(in.operand(), in.negated(), "IN");
                out.append('(');
                values.query(in.query());
                out.append(')');
            }
            case Predicate.IsTruth is -> {
                is(is.operand(), is.negated());
                out.append(is.truth());
            }
            case Predicate.IsClass is -> classes(is);
            case Predicate.IsValue is -> {
                is(is.operand(), is.negated());
                values.expression(is.value());
            }
            case Predicate.Exists exists -> {
                out.append("EXISTS ");
                values.query(exists.query());
            }
            case Predicate.Match match -> {
                operand(match.operand(), match.negated(), "MATCH");
                values.call(match.function());
            }
        }
    }

    private void operand(Expression operand, boolean negated, String operator) {
        values.expression(operand);
        out.append(negated ? " NOT " : " ").append(operator).append(' ');
    }

    private void is(Expression operand, boolean negated) {
        values.expression(operand);
        out.append(negated ? " IS NOT " : " IS ");
    }

    private void like(Predicate.Like like) {
        operand(like.operand(), like.negated(), "LIKE");
        values.expression(like.pattern());
        Expression.Literal escape = like.escape();
        if (escape != null) {
            out.append(" ESCAPE ");
            values.expression(escape);
        }
    }

    private void classes(Predicate.IsClass is) {
        is(is.operand(), is.negated());
        String separator = "(";
        for (ClassFilter filter : is.classes()) {
            out.append(separator);
            switch (filter.scope()) {
                case DEFAULT -> {}
                case ALL, ONLY -> out.append(filter.scope()).append(' ');
            }
            QueryPrinter.className(out, filter.name());
            separator = ",";
        }
        out.append(')');
    }
}
