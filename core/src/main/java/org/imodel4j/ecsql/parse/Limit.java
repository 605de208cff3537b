package org.imodel4j.ecsql.parse;

import org.jspecify.annotations.Nullable;

/** {@code LIMIT count [OFFSET skip]}. */
public record Limit(int offset, Expression count, @Nullable Expression skip) implements Node {}
