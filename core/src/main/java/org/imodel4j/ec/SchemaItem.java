package org.imodel4j.ec;

import org.jspecify.annotations.Nullable;

/**
 * What all schema items have.
 *
 * @param displayLabel null when the schema gives none
 */
public record SchemaItem(
        long id,
        ECSchema schema,
        String name,
        @Nullable String displayLabel,
        @Nullable String description) {
    /** {@code Schema.Item}, as metadata and query columns spell it. */
    public String dottedName() {
        return schema.name() + '.' + name;
    }
}
