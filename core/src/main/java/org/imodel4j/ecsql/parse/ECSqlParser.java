package org.imodel4j.ecsql.parse;

/**
 * Turns ECSQL text into a syntax tree.
 *
 * <p>The language is that of iTwin.js 5.7 with what later versions added: {@code IS <value>}, several rows of VALUES in a
 * block of WITH, and ON behind CROSS JOIN. A text that can not be parsed gives an {@code IModelException} with number 1
 * (BE_SQLITE_ERROR), the text that iTwin.js gives, and as context the place ({@code at}, line:column) and what was
 * expected there. Time is linear in the length of the text.
 */
public final class ECSqlParser {
    /** How deep parentheses, subqueries and calls may nest. */
    public static final int MAX_NESTING = 200;

    /** How high a syntax tree may be; a long sum is higher than it is nested. */
    public static final int MAX_DEPTH = 1000;

    private ECSqlParser() {}

    /** Parses one statement of any kind. */
    public static Statement parse(String ecsql) {
        return new StatementParser(new Words(ecsql, false)).statement(false);
    }

    /**
     * Parses what the query reader of iTwin.js accepts: a query or a PRAGMA. Several rows of VALUES may stand at the top,
     * because the reader makes a subquery of the text; its messages quote the text as the reader wraps it.
     */
    public static Statement parseForReader(String ecsql) {
        return new StatementParser(new Words(ecsql, true)).statement(true);
    }
}
