package org.imodel4j.ec.schema;

import org.jspecify.annotations.Nullable;

/** What a schema declares at its top level. All share one namespace. */
public sealed interface ItemDef
        permits ClassDef,
                EnumerationDef,
                KindOfQuantityDef,
                PropertyCategoryDef,
                UnitSystemDef,
                PhenomenonDef,
                UnitDef,
                FormatDef {
    String name();

    /** Null when the schema gives none. */
    @Nullable
    String displayLabel();

    /** Null when the schema gives none. */
    @Nullable
    String description();
}
