package org.imodel4j.ec;

import org.jspecify.annotations.Nullable;

/**
 * A unit, a constant or an inverted unit.
 *
 * @param phenomenonId of {@link Phenomenon}
 * @param unitSystemId of {@link UnitSystem}, null for constants
 * @param definition the expression in other units, null for inverted units
 * @param numerator null stands for 1, as for the denominator; the offset's null stands for 0
 * @param invertingUnitId of the unit that an inverted unit inverts
 */
public record ECUnit(
        SchemaItem item,
        long phenomenonId,
        @Nullable Long unitSystemId,
        @Nullable String definition,
        @Nullable Double numerator,
        @Nullable Double denominator,
        @Nullable Double offset,
        boolean constant,
        @Nullable Long invertingUnitId) {}
