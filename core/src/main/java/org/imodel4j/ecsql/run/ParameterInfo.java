package org.imodel4j.ecsql.run;

import org.imodel4j.ecsql.resolve.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * What a statement says of one of its parameters.
 *
 * @param index from 1
 * @param name without the colon, null for {@code ?}
 * @param type of what it is compared with at its first place; {@link ValueType#UNKNOWN} when nothing there says it
 * @param idSet it takes a set of ids
 */
public record ParameterInfo(int index, @Nullable String name, ValueType type, boolean idSet) {}
