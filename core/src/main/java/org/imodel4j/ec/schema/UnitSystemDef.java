package org.imodel4j.ec.schema;

import org.jspecify.annotations.Nullable;

public record UnitSystemDef(
        String name,
        @Nullable String displayLabel,
        @Nullable String description) implements ItemDef {}
