package org.imodel4j.ec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a quantity is shown.
 *
 * @param numericSpec JSON text as stored
 * @param compositeSpec JSON text as stored, null for formats without composite units
 */
public record ECFormat(
        SchemaItem item,
        @Nullable String numericSpec,
        @Nullable String compositeSpec,
        List<CompositeUnit> compositeUnits) {
    /** @param unitId of {@link ECUnit} */
    public record CompositeUnit(
            @Nullable String label, @Nullable Long unitId) {}

    public ECFormat {
        compositeUnits = List.copyOf(compositeUnits);
    }
}
