package org.imodel4j.ec.schema;

import org.jspecify.annotations.Nullable;

/**
 * Declared bounds of a value. They are kept and told, nothing enforces them.
 *
 * @param minValue a Long or a Double, by the type of the property; so is {@code maxValue}
 */
public record ValueLimits(
        @Nullable Integer minLength,
        @Nullable Integer maxLength,
        @Nullable Number minValue,
        @Nullable Number maxValue) {
    public static final ValueLimits NONE = new ValueLimits(null, null, null, null);
}
