package org.imodel4j.ec.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a quantity is shown.
 *
 * @param numeric how the number is written
 * @param composite null for a format without units of its own
 */
public record FormatDef(
        String name,
        @Nullable String displayLabel,
        @Nullable String description,
        NumericFormat numeric,
        @Nullable Composite composite)
        implements ItemDef {
    /**
     * Several units that a value is split into, from large to small.
     *
     * @param spacer between the parts, null when not given
     */
    public record Composite(@Nullable String spacer, boolean includeZero, List<CompositeUnit> units) {
        public Composite {
            units = List.copyOf(units);
        }
    }

    /** @param label null for the label of the unit; may be empty */
    public record CompositeUnit(ItemName unit, @Nullable String label) {}
}
