package org.imodel4j.ecsql.parse;

/** The argument of a PRAGMA. {@code text} is the name, the content of the string, or the number or word as written. */
public record PragmaValue(int offset, Kind kind, String text) implements Node {
    public enum Kind {
        NAME,
        STRING,
        INTEGER,
        REAL,
        BOOLEAN,
        NULL
    }
}
