package org.imodel4j.ec.schema;

import org.jspecify.annotations.Nullable;

/** @param definition a product of phenomena with exponents, such as {@code LENGTH*TIME(-1)} */
public record PhenomenonDef(
        String name,
        @Nullable String displayLabel,
        @Nullable String description,
        String definition) implements ItemDef {}
