package org.imodel4j.ec.schema;

import org.jspecify.annotations.Nullable;

/**
 * A unit, a constant or an inverted unit.
 *
 * @param unitSystem null for constants
 * @param definition a product of units with exponents; null for inverted units
 * @param numerator null when not given, which means 1, as for the denominator; the offset's null means 0
 * @param inverts the unit that an inverted unit inverts, else null
 */
public record UnitDef(
        String name,
        Kind kind,
        @Nullable String displayLabel,
        @Nullable String description,
        ItemName phenomenon,
        @Nullable ItemName unitSystem,
        @Nullable String definition,
        @Nullable Double numerator,
        @Nullable Double denominator,
        @Nullable Double offset,
        @Nullable ItemName inverts)
        implements ItemDef {
    public enum Kind {
        UNIT,
        CONSTANT,
        INVERTED
    }
}
