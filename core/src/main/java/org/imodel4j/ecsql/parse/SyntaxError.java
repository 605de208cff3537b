package org.imodel4j.ecsql.parse;

import java.util.Locale;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/** Makes the exceptions of the parser. Their text is that of iTwin.js; place and expectation travel as context. */
final class SyntaxError {
    /** Longer statements are quoted up to here. */
    private static final int QUOTED = 4000;

    private final String ecsql;
    private final boolean reader;

    SyntaxError(String ecsql, boolean reader) {
        this.ecsql = ecsql;
        this.reader = reader;
    }

    IModelException expected(int offset, String expectation, String found) {
        return at(offset, "syntax error").with("expected", expectation).with("found", found);
    }

    IModelException unterminated(int offset, String expectation) {
        return at(offset, "syntax error, Unterminated name string").with("expected", expectation);
    }

    IModelException invalidSymbol(int offset) {
        char symbol = ecsql.charAt(offset);
        String problem = String.format(
                Locale.ROOT,
                "syntax error, Invalid symbol (char=%c, hex=%x, dec=%d): %s",
                symbol,
                (int) symbol,
                (int) symbol,
                wordAt(offset));
        return at(offset, problem);
    }

    private String wordAt(int offset) {
        int end = offset;
        while (end < ecsql.length() && end < offset + 60 && ecsql.charAt(end) > ' ') {
            end++;
        }
        return ecsql.substring(offset, end);
    }

    IModelException at(int offset, String problem) {
        return new IModelException(Status.BE_SQLITE_ERROR, "Failed to parse ECSQL '" + quoted() + "': " + problem)
                .with("at", Position.of(ecsql, offset));
    }

    /** For rules that iTwin.js reports without the statement. */
    IModelException refused(int offset, String text) {
        return new IModelException(Status.BE_SQLITE_ERROR, text).with("at", Position.of(ecsql, offset));
    }

    /** The query reader of iTwin.js parses, and so quotes, the statement inside one that limits its rows. */
    private String quoted() {
        String shown = ecsql.length() <= QUOTED ? ecsql : ecsql.substring(0, QUOTED) + "…";
        return reader ? "select * from (" + shown + " \n) limit :sys_ecdb_count offset :sys_ecdb_offset" : shown;
    }
}
