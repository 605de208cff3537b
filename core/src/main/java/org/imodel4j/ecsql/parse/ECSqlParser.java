package org.imodel4j.ecsql.parse;

/** Turns ECSQL text into a syntax tree. */
public final class ECSqlParser {
    /** How deep a syntax tree may be. */
    public static final int MAX_DEPTH = 500;

    private ECSqlParser() {}
}
