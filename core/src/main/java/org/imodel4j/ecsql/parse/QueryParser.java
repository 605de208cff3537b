package org.imodel4j.ecsql.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * <pre>
 * query    = [with] simple { ("UNION"|"INTERSECT"|"EXCEPT") ["ALL"] simple }
 * subquery = query | "VALUES" row {"," row}
 * with     = "WITH" ["RECURSIVE"] block {"," block}
 * block    = name ["(" name {"," name} ")"] "AS" "(" subquery without with ")"
 * simple   = "VALUES" row | "SELECT" ["ALL"|"DISTINCT"] item {"," item} [ "FROM" table {"," table} clauses ]
 * clauses  = ["WHERE" condition] ["GROUP" "BY" value {"," value}] ["HAVING" condition] ["WINDOW" definition {"," definition}]
 *            ["ORDER" "BY" sort {"," sort}] ["LIMIT" value ["OFFSET" value]] [options]
 * item     = ( "*" | name ".*" | value ) [["AS"] name]
 * options  = ("ECSQLOPTIONS"|"OPTIONS") name ["=" word] { name ["=" word] }
 * </pre>
 */
final class QueryParser {
    private final Words words;
    final ExpressionParser expressions;
    final TableParser tables;

    QueryParser(Words words) {
        this.words = words;
        this.expressions = new ExpressionParser(words, this);
        this.tables = new TableParser(words, this);
    }

    /** A query as it stands at the top of a statement. */
    Query query() {
        return words.at(Token.WITH) ? with() : chain(false);
    }

    /** A query as it stands in parentheses. */
    Query subquery() {
        return words.at(Token.WITH) ? with() : chain(true);
    }

    private Query.With with() {
        int offset = words.offset();
        words.expect(Token.WITH);
        boolean recursive = words.accept(Token.RECURSIVE);
        List<Query.Block> blocks = new ArrayList<>();
        do {
            blocks.add(block());
        } while (words.accept(Token.COMMA));
        return new Query.With(offset, recursive, List.copyOf(blocks), chain(false));
    }

    private Query.Block block() {
        Name name = words.name("the name of a block");
        List<Name> columns = new ArrayList<>();
        if (words.accept(Token.LEFT_PAREN)) {
            do {
                columns.add(words.name("the name of a column"));
            } while (words.accept(Token.COMMA));
            words.expect(Token.RIGHT_PAREN);
        }
        words.expect(Token.AS);
        words.expect(Token.LEFT_PAREN);
        int siblings = words.enter();
        Query query = chain(true);
        words.leave(siblings);
        words.expect(Token.RIGHT_PAREN);
        return new Query.Block(name.offset(), name, List.copyOf(columns), query);
    }

    /** @param manyRows VALUES may have more than one row, if it is not part of a chain */
    private Query chain(boolean manyRows) {
        int offset = words.offset();
        Query.Simple first = simple(manyRows);
        if (first instanceof Query.Values values && values.rows().size() > 1) {
            return first;
        }
        List<Query.Arm> arms = new ArrayList<>();
        while (true) {
            int start = words.offset();
            Query.SetOperator operator = setOperator();
            if (operator == null) {
                break;
            }
            boolean all = words.accept(Token.ALL);
            arms.add(new Query.Arm(start, operator, all, simple(false)));
        }
        return arms.isEmpty() ? first : new Query.Compound(offset, first, List.copyOf(arms));
    }

    private Query.@Nullable SetOperator setOperator() {
        Query.SetOperator operator =
                switch (words.token()) {
                    case UNION -> Query.SetOperator.UNION;
                    case INTERSECT -> Query.SetOperator.INTERSECT;
                    case EXCEPT -> Query.SetOperator.EXCEPT;
                    default -> null;
                };
        if (operator != null) {
            words.next();
        }
        return operator;
    }

    private Query.Simple simple(boolean manyRows) {
        return switch (words.token()) {
            case SELECT -> select();
            case VALUES -> values(manyRows);
            default -> throw words.expected("SELECT or VALUES");
        };
    }

    private Query.Values values(boolean manyRows) {
        int offset = words.offset();
        words.expect(Token.VALUES);
        List<Query.Row> rows = new ArrayList<>();
        do {
            rows.add(row());
        } while (manyRows && words.accept(Token.COMMA));
        return new Query.Values(offset, List.copyOf(rows));
    }

    Query.Row row() {
        int offset = words.offset();
        words.expect(Token.LEFT_PAREN);
        List<Expression> values = expressions.values();
        words.expect(Token.RIGHT_PAREN);
        return new Query.Row(offset, values);
    }

    private Query.Select select() {
        int offset = words.offset();
        words.expect(Token.SELECT);
        Query.Quantifier quantifier = expressions.quantifier();
        List<SelectItem> items = new ArrayList<>();
        do {
            items.add(item());
        } while (words.accept(Token.COMMA));
        if (!words.accept(Token.FROM)) {
            return new Query.Select(
                    offset,
                    quantifier,
                    List.copyOf(items),
                    List.of(),
                    null,
                    List.of(),
                    null,
                    List.of(),
                    List.of(),
                    null,
                    List.of());
        }
        return new Query.Select(
                offset,
                quantifier,
                List.copyOf(items),
                tables.from(),
                where(),
                groupBy(),
                words.accept(Token.HAVING) ? expressions.conditions.condition() : null,
                windows(),
                orderBy(),
                limit(),
                options());
    }

    private SelectItem item() {
        int offset = words.offset();
        if (words.accept(Token.STAR)) {
            alias();
            return new SelectItem.All(offset);
        }
        Expression value = expressions.selected();
        List<Expression.Step> qualifier = expressions.takeStarQualifier();
        Name alias = alias();
        return qualifier != null ? new SelectItem.AllOf(offset, qualifier) : new SelectItem.Value(offset, value, alias);
    }

    @Nullable
    Name alias() {
        if (words.accept(Token.AS)) {
            return words.name("an alias");
        }
        return words.atName() ? words.name("an alias") : null;
    }

    @Nullable
    Expression where() {
        return words.accept(Token.WHERE) ? expressions.conditions.condition() : null;
    }

    private List<Expression> groupBy() {
        if (!words.accept(Token.GROUP)) {
            return List.of();
        }
        words.expect(Token.BY);
        return expressions.values();
    }

    private List<WindowSpec.Definition> windows() {
        if (!words.accept(Token.WINDOW)) {
            return List.of();
        }
        List<WindowSpec.Definition> windows = new ArrayList<>();
        do {
            Name name = words.name("the name of a window");
            words.expect(Token.AS);
            windows.add(new WindowSpec.Definition(name.offset(), name, expressions.windows.spec()));
        } while (words.accept(Token.COMMA));
        return List.copyOf(windows);
    }

    List<SortItem> orderBy() {
        if (!words.accept(Token.ORDER)) {
            return List.of();
        }
        words.expect(Token.BY);
        List<SortItem> items = new ArrayList<>();
        do {
            items.add(sortItem());
        } while (words.accept(Token.COMMA));
        return List.copyOf(items);
    }

    private SortItem sortItem() {
        int offset = words.offset();
        Expression key = expressions.conditions.sortKey();
        SortItem.Order order = words.accept(Token.ASC)
                ? SortItem.Order.ASC
                : words.accept(Token.DESC) ? SortItem.Order.DESC : SortItem.Order.DEFAULT;
        SortItem.Nulls nulls = SortItem.Nulls.DEFAULT;
        if (words.accept(Token.NULLS)) {
            if (words.accept(Token.FIRST)) {
                nulls = SortItem.Nulls.FIRST;
            } else {
                words.expect(Token.LAST);
                nulls = SortItem.Nulls.LAST;
            }
        }
        return new SortItem(offset, key, order, nulls);
    }

    private @Nullable Limit limit() {
        int offset = words.offset();
        if (!words.accept(Token.LIMIT)) {
            return null;
        }
        Expression count = expressions.number();
        return new Limit(offset, count, words.accept(Token.OFFSET) ? expressions.number() : null);
    }

    List<Option> options() {
        if (!words.accept(Token.ECSQLOPTIONS) && !words.accept(Token.OPTIONS)) {
            return List.of();
        }
        List<Option> options = new ArrayList<>();
        do {
            int offset = words.offset();
            String name = words.takeName("the name of an option");
            options.add(new Option(offset, name, words.accept(Token.EQUAL) ? optionValue() : null));
        } while (words.atName());
        return List.copyOf(options);
    }

    private String optionValue() {
        return switch (words.token()) {
            case NAME, QUOTED_NAME, INTEGER_LITERAL, REAL_LITERAL, TRUE, FALSE, NULL -> words.take();
            default -> throw words.expected("a name, number, TRUE, FALSE or NULL");
        };
    }
}
