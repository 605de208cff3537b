package org.imodel4j.ecsql.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * <pre>
 * table    = operand { join }
 * join     = [ "INNER" | ("LEFT"|"RIGHT"|"FULL") ["OUTER"] ] "JOIN" operand ( "ON" condition | using )
 *          | "CROSS" "JOIN" operand ["ON" condition]
 *          | "NATURAL" [ "INNER" | ("LEFT"|"RIGHT"|"FULL") ["OUTER"] ] "JOIN" operand
 * using    = "USING" ( class [["AS"] name] ["FORWARD"|"BACKWARD"] | "(" name {"," name} ")" )
 * operand  = [["+"] ("ONLY"|"ALL")] ( subquery | ["+"] class ["." call] | ["+"] [schema "."] call ) [["AS"] name]
 * class    = name { ("."|":") name }
 * </pre>
 */
final class TableParser {
    private final Words words;
    private final QueryParser queries;

    TableParser(Words words, QueryParser queries) {
        this.words = words;
        this.queries = queries;
    }

    List<TableRef> from() {
        List<TableRef> tables = new ArrayList<>();
        do {
            tables.add(table());
        } while (words.accept(Token.COMMA));
        return List.copyOf(tables);
    }

    private TableRef table() {
        int offset = words.offset();
        TableRef table = operand();
        int height = words.height;
        while (true) {
            boolean natural = words.accept(Token.NATURAL);
            TableRef.JoinType type = joinType(natural);
            if (type == null) {
                return table;
            }
            TableRef right = operand();
            table = new TableRef.Join(offset, table, type, natural, right, natural ? null : condition(type));
            words.join(height, words.height);
            height = words.height;
        }
    }

    private TableRef.@Nullable JoinType joinType(boolean natural) {
        TableRef.JoinType type =
                switch (words.token()) {
                    case JOIN, INNER -> TableRef.JoinType.INNER;
                    case LEFT -> TableRef.JoinType.LEFT;
                    case RIGHT -> TableRef.JoinType.RIGHT;
                    case FULL -> TableRef.JoinType.FULL;
                    case CROSS -> natural ? null : TableRef.JoinType.CROSS;
                    default -> null;
                };
        if (type == null) {
            if (natural) {
                throw words.expected("JOIN");
            }
            return null;
        }
        if (!words.at(Token.JOIN)) {
            words.next();
            if (type != TableRef.JoinType.INNER && type != TableRef.JoinType.CROSS) {
                words.accept(Token.OUTER);
            }
        }
        words.expect(Token.JOIN);
        return type;
    }

    private @Nullable JoinCondition condition(TableRef.JoinType type) {
        int offset = words.offset();
        if (words.accept(Token.ON)) {
            return new JoinCondition.On(offset, queries.expressions.conditions.condition());
        }
        if (type == TableRef.JoinType.CROSS) {
            return null;
        }
        if (!words.accept(Token.USING)) {
            throw words.expected("ON or USING");
        }
        return words.at(Token.LEFT_PAREN) ? usingColumns(offset) : usingRelationship(offset);
    }

    private JoinCondition.UsingColumns usingColumns(int offset) {
        words.expect(Token.LEFT_PAREN);
        List<Name> columns = new ArrayList<>();
        do {
            columns.add(words.name("the name of a column"));
        } while (words.accept(Token.COMMA));
        words.expect(Token.RIGHT_PAREN);
        return new JoinCondition.UsingColumns(offset, List.copyOf(columns));
    }

    private JoinCondition.UsingRelationship usingRelationship(int offset) {
        ClassName relationship = className();
        Name alias = queries.alias();
        JoinCondition.Direction direction = words.accept(Token.FORWARD)
                ? JoinCondition.Direction.FORWARD
                : words.accept(Token.BACKWARD) ? JoinCondition.Direction.BACKWARD : JoinCondition.Direction.UNSPECIFIED;
        return new JoinCondition.UsingRelationship(offset, relationship, alias, direction);
    }

    private TableRef operand() {
        int offset = words.offset();
        boolean plus = words.accept(Token.PLUS);
        Scope scope = words.accept(Token.ONLY) ? Scope.ONLY : words.accept(Token.ALL) ? Scope.ALL : Scope.DEFAULT;
        boolean skipTypeIndex = plus && scope != Scope.DEFAULT;
        boolean skipPrimaryJoin = plus && scope == Scope.DEFAULT;
        if (words.at(Token.LEFT_PAREN) && !skipPrimaryJoin) {
            return subquery(offset, scope);
        }
        if (scope != Scope.DEFAULT) {
            skipPrimaryJoin = words.accept(Token.PLUS);
        }
        return classOrFunction(offset, scope, skipTypeIndex, skipPrimaryJoin);
    }

    private TableRef.Subquery subquery(int offset, Scope scope) {
        words.expect(Token.LEFT_PAREN);
        if (!words.atQuery()) {
            throw words.expected("SELECT, WITH or VALUES");
        }
        int siblings = words.enter();
        Query query = queries.subquery();
        words.leave(siblings);
        words.expect(Token.RIGHT_PAREN);
        return new TableRef.Subquery(offset, scope, query, alias());
    }

    private TableRef classOrFunction(int offset, Scope scope, boolean skipTypeIndex, boolean skipPrimaryJoin) {
        List<Name> steps = steps();
        if (!words.at(Token.LEFT_PAREN)) {
            words.leaf();
            return new TableRef.ClassTable(
                    offset, scope, skipTypeIndex, skipPrimaryJoin, className(steps), null, alias());
        }
        Name function = steps.get(steps.size() - 1);
        Expression.Call call = queries.expressions.calls.tableFunction(function);
        if (steps.size() > 2) {
            ClassName owner = className(steps.subList(0, steps.size() - 1));
            return new TableRef.ClassTable(offset, scope, skipTypeIndex, skipPrimaryJoin, owner, call, alias());
        }
        String schema = steps.size() == 2 ? steps.get(0).text() : null;
        return new TableRef.FunctionTable(offset, schema, call, alias());
    }

    private @Nullable Name alias() {
        Name alias = queries.alias();
        if (alias != null && words.at(Token.LEFT_PAREN)) {
            throw words.errors.expected(words.offset(), "no column list behind an alias", "(");
        }
        return alias;
    }

    /** {@code [tablespace.]schema.Class}; a bare name is accepted, since only the resolver knows the blocks of WITH. */
    ClassName className() {
        return className(steps());
    }

    private List<Name> steps() {
        List<Name> steps = new ArrayList<>(3);
        do {
            steps.add(words.name("a class"));
        } while (words.accept(Token.DOT) || words.accept(Token.COLON));
        return steps;
    }

    private static ClassName className(List<Name> steps) {
        int last = steps.size() - 1;
        String schema = last > 0 ? steps.get(last - 1).text() : null;
        String tableSpace = last > 1 ? steps.get(0).text() : null;
        for (int i = 1; i < last - 1; i++) {
            tableSpace = tableSpace + '.' + steps.get(i).text();
        }
        return new ClassName(
                steps.get(0).offset(), tableSpace, schema, steps.get(last).text());
    }
}
