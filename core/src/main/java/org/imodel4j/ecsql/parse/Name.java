package org.imodel4j.ecsql.parse;

/** An identifier without its quotes: alias, column, window or option name. Names compare without case. */
public record Name(int offset, String text) implements Node {}
