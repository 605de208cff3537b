package org.imodel4j.ecsql.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * <pre>
 * statement = ( query | insert | update | delete | pragma ) [";"]
 * insert    = "INSERT" "INTO" ["ONLY"] class ["(" path {"," path} ")"] "VALUES" row
 * update    = "UPDATE" ["ONLY"|"ALL"] class "SET" path "=" value {"," path "=" value} ["WHERE" condition] [options]
 * delete    = "DELETE" "FROM" ["ONLY"|"ALL"] class ["WHERE" condition] [options]
 * pragma    = "PRAGMA" name [ "=" word | "(" word ")" ] ["FOR" name {("."|":") name}] [options]
 * </pre>
 */
final class StatementParser {
    private final Words words;
    private final QueryParser queries;

    StatementParser(Words words) {
        this.words = words;
        this.queries = new QueryParser(words);
    }

    Statement statement(boolean reader) {
        Statement statement = reader ? readable() : any();
        words.accept(Token.SEMICOLON);
        if (!words.at(Token.END_OF_TEXT)) {
            throw words.expected("the end of the statement");
        }
        return statement;
    }

    private Statement readable() {
        return switch (words.token()) {
            case SELECT, WITH, VALUES -> queries.subquery();
            case PRAGMA -> pragma();
            default -> throw words.expected("SELECT, WITH, VALUES or PRAGMA");
        };
    }

    private Statement any() {
        return switch (words.token()) {
            case SELECT, WITH, VALUES -> queries.query();
            case INSERT -> insert();
            case UPDATE -> update();
            case DELETE -> delete();
            case PRAGMA -> pragma();
            default -> throw words.expected("SELECT, WITH, VALUES, INSERT, UPDATE, DELETE or PRAGMA");
        };
    }

    private Statement.Insert insert() {
        int offset = words.offset();
        words.expect(Token.INSERT);
        words.expect(Token.INTO);
        boolean only = words.accept(Token.ONLY);
        ClassName target = queries.tables.className();
        List<Expression.Path> columns = words.at(Token.LEFT_PAREN) ? columns() : null;
        words.expect(Token.VALUES);
        return new Statement.Insert(offset, only, target, columns, queries.row().values());
    }

    private List<Expression.Path> columns() {
        words.expect(Token.LEFT_PAREN);
        List<Expression.Path> columns = new ArrayList<>();
        do {
            columns.add(queries.expressions.plainPath());
        } while (words.accept(Token.COMMA));
        words.expect(Token.RIGHT_PAREN);
        return List.copyOf(columns);
    }

    private Statement.Update update() {
        int offset = words.offset();
        words.expect(Token.UPDATE);
        Scope scope = scope();
        ClassName target = queries.tables.className();
        words.expect(Token.SET);
        List<Assignment> assignments = new ArrayList<>();
        do {
            int start = words.offset();
            Expression.Path property = queries.expressions.plainPath();
            words.expect(Token.EQUAL);
            assignments.add(new Assignment(start, property, queries.expressions.value()));
        } while (words.accept(Token.COMMA));
        Expression where = queries.where();
        return new Statement.Update(offset, scope, target, List.copyOf(assignments), where, options());
    }

    private Statement.Delete delete() {
        int offset = words.offset();
        words.expect(Token.DELETE);
        words.expect(Token.FROM);
        Scope scope = scope();
        ClassName target = queries.tables.className();
        Expression where = queries.where();
        return new Statement.Delete(offset, scope, target, where, options());
    }

    private Scope scope() {
        return words.accept(Token.ALL) ? Scope.ALL : words.accept(Token.ONLY) ? Scope.ONLY : Scope.DEFAULT;
    }

    private List<Option> options() {
        return queries.options();
    }

    private Statement.Pragma pragma() {
        int offset = words.offset();
        words.expect(Token.PRAGMA);
        Name name = words.name("the name of a pragma");
        boolean assigned = words.at(Token.EQUAL);
        PragmaValue value = pragmaArgument();
        List<Name> target = new ArrayList<>();
        if (words.accept(Token.FOR)) {
            do {
                target.add(words.name("a class"));
            } while (words.accept(Token.DOT) || words.accept(Token.COLON));
        }
        return new Statement.Pragma(offset, name, value, assigned, List.copyOf(target), options());
    }

    private @Nullable PragmaValue pragmaArgument() {
        if (words.accept(Token.EQUAL)) {
            return pragmaValue();
        }
        if (words.accept(Token.LEFT_PAREN)) {
            PragmaValue value = pragmaValue();
            words.expect(Token.RIGHT_PAREN);
            return value;
        }
        return null;
    }

    private PragmaValue pragmaValue() {
        int offset = words.offset();
        PragmaValue.Kind kind =
                switch (words.token()) {
                    case NAME, QUOTED_NAME -> PragmaValue.Kind.NAME;
                    case STRING_LITERAL -> PragmaValue.Kind.STRING;
                    case INTEGER_LITERAL -> PragmaValue.Kind.INTEGER;
                    case REAL_LITERAL -> PragmaValue.Kind.REAL;
                    case TRUE, FALSE -> PragmaValue.Kind.BOOLEAN;
                    case NULL -> PragmaValue.Kind.NULL;
                    default -> throw words.expected("a name, string, number, TRUE, FALSE or NULL");
                };
        return new PragmaValue(offset, kind, words.take());
    }
}
