package org.imodel4j.ecsql.parse;

/** {@code target = value} of an UPDATE. */
public record Assignment(int offset, Expression.Path target, Expression value) implements Node {}
