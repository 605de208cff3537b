package org.imodel4j.ecsql.parse;

import org.imodel4j.error.IModelException;

/**
 * The words of one statement as the parts of the parser consume them, and the guard of the tree's depth.
 *
 * <p>Two bounds are kept. {@link ECSqlParser#MAX_NESTING} bounds the recursion of the parser itself. The height of the
 * tree also grows without recursion, as in {@code 1+1+1+…}; {@link ECSqlParser#MAX_DEPTH} bounds it for those who walk
 * the tree. After each expression {@link #height} is its height, and {@link #highest} that of its highest sibling so far.
 */
final class Words {
    final SyntaxError errors;
    private final Lexer lexer;
    private int nesting;
    private int highest;

    /** Height of the expression that was parsed last. */
    int height;

    Words(String ecsql, boolean reader) {
        errors = new SyntaxError(ecsql, reader);
        lexer = new Lexer(ecsql, errors);
    }

    Token token() {
        return lexer.token;
    }

    boolean at(Token token) {
        return lexer.token == token;
    }

    int offset() {
        return lexer.start;
    }

    void next() {
        lexer.next();
    }

    void rewindTo(int wordStart) {
        lexer.rewindTo(wordStart);
    }

    boolean accept(Token token) {
        if (lexer.token != token) {
            return false;
        }
        lexer.next();
        return true;
    }

    void expect(Token token) {
        if (lexer.token != token) {
            throw expected(token.shown());
        }
        lexer.next();
    }

    /** The content of the current word, which is then consumed. */
    String take() {
        String content = lexer.content();
        lexer.next();
        return content;
    }

    boolean atName() {
        return lexer.token == Token.NAME || lexer.token == Token.QUOTED_NAME;
    }

    String takeName(String expectation) {
        if (!atName()) {
            throw expected(expectation);
        }
        return take();
    }

    Name name(String expectation) {
        int offset = offset();
        return new Name(offset, takeName(expectation));
    }

    /** True at the opening parenthesis of a subquery. */
    boolean atSubquery() {
        if (lexer.token != Token.LEFT_PAREN) {
            return false;
        }
        int start = lexer.start;
        lexer.next();
        boolean query = atQuery();
        lexer.rewindTo(start);
        return query;
    }

    boolean atQuery() {
        return switch (lexer.token) {
            case SELECT, WITH, VALUES -> true;
            default -> false;
        };
    }

    IModelException expected(String expectation) {
        String found = lexer.shown();
        return errors.expected(offset(), expectation, lexer.token.isReserved() ? found + " (a reserved word)" : found);
    }

    /** Begins a part that contains other expressions; give the answer to {@link #leave}. */
    int enter() {
        if (++nesting > ECSqlParser.MAX_NESTING) {
            throw errors.at(offset(), "syntax error").with("nestedDeeperThan", ECSqlParser.MAX_NESTING);
        }
        int siblings = highest;
        highest = 0;
        return siblings;
    }

    void leave(int siblings) {
        nesting--;
        int children = highest;
        highest = siblings;
        grow(children + 1);
    }

    /** Height of a node over two others. */
    void join(int left, int right) {
        grow(Math.max(left, right) + 1);
    }

    void leaf() {
        grow(1);
    }

    private void grow(int newHeight) {
        if (newHeight > ECSqlParser.MAX_DEPTH) {
            throw errors.at(offset(), "syntax error").with("treeDeeperThan", ECSqlParser.MAX_DEPTH);
        }
        height = newHeight;
        highest = Math.max(highest, newHeight);
    }
}
