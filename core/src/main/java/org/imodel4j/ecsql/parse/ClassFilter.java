package org.imodel4j.ecsql.parse;

/** One class of {@code IS (…)}. */
public record ClassFilter(int offset, Scope scope, ClassName name) implements Node {}
