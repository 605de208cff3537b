package org.imodel4j.ec.schema;

import org.jspecify.annotations.Nullable;

/** A family of units, such as SI. */
public record UnitSystemDef(
        String name,
        @Nullable String displayLabel,
        @Nullable String description) implements ItemDef {}
