package org.imodel4j.ec;

import org.jspecify.annotations.Nullable;

/**
 * A schema as {@code ec_Schema} has it. Its items are asked from {@link ECSchemas}, which loads them when they are asked for.
 *
 * @param displayLabel null when the schema gives none
 */
public record ECSchema(
        long id,
        String name,
        String alias,
        int read,
        int write,
        int minor,
        @Nullable String displayLabel,
        @Nullable String description) {
    /** {@code read.write.minor} with two digits each, such as {@code 01.00.16}. */
    public String version() {
        return String.format(java.util.Locale.ROOT, "%02d.%02d.%02d", read, write, minor);
    }
}
