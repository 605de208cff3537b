package org.imodel4j.ec.schema;

import org.jspecify.annotations.Nullable;

/** @param priority an unsigned 32 bit number: a negative one of a schema is stored as what it is without a sign */
public record PropertyCategoryDef(
        String name,
        @Nullable String displayLabel,
        @Nullable String description,
        long priority) implements ItemDef {}
