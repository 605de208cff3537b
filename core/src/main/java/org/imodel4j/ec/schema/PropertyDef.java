package org.imodel4j.ec.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A property as its class declares it. An override is a whole declaration of its own.
 *
 * @param priority null when not given
 * @param category of {@link PropertyCategoryDef}
 * @param kindOfQuantity of {@link KindOfQuantityDef}
 */
public record PropertyDef(
        String name,
        PropertyType type,
        @Nullable String displayLabel,
        @Nullable String description,
        boolean readOnly,
        @Nullable Integer priority,
        @Nullable ItemName category,
        @Nullable ItemName kindOfQuantity,
        List<CustomAttributeDef> customAttributes) {
    public PropertyDef {
        customAttributes = List.copyOf(customAttributes);
    }
}
