package org.imodel4j.ecsql.parse;

import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code ECSQLOPTIONS}.
 *
 * @param value as written, null when the option is only named
 */
public record Option(int offset, String name, @Nullable String value) implements Node {}
