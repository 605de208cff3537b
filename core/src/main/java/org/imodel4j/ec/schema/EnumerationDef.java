package org.imodel4j.ec.schema;

import java.util.List;
import org.imodel4j.ec.PrimitiveType;
import org.jspecify.annotations.Nullable;

/**
 * An enumeration.
 *
 * @param backing INTEGER or STRING
 */
public record EnumerationDef(
        String name,
        @Nullable String displayLabel,
        @Nullable String description,
        PrimitiveType backing,
        boolean strict,
        List<EnumeratorDef> enumerators)
        implements ItemDef {
    public EnumerationDef {
        enumerators = List.copyOf(enumerators);
    }

    /** One value: {@code number} or {@code text} is set, by the type of the enumeration. */
    public record EnumeratorDef(
            String name,
            @Nullable Integer number,
            @Nullable String text,
            @Nullable String displayLabel,
            @Nullable String description) {}
}
