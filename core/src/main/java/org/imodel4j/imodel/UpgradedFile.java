package org.imodel4j.imodel;

import java.nio.file.Path;
import java.util.List;
import org.imodel4j.ec.schema.SchemaVersion;
import org.jspecify.annotations.Nullable;

/**
 * What an upgrade did to a file.
 *
 * @param copy of the file as it was before; null when there was nothing to do
 * @param schemas those that are newer than before or new
 */
public record UpgradedFile(
        Path file, @Nullable Path copy, ProfileVersions before, ProfileVersions after, List<UpgradedSchema> schemas) {
    public UpgradedFile {
        schemas = List.copyOf(schemas);
    }

    /** @param before null when the file had no schema of that name */
    public record UpgradedSchema(String name, @Nullable SchemaVersion before, SchemaVersion after) {}

    static UpgradedFile unchanged(Path file, ProfileVersions versions) {
        return new UpgradedFile(file, null, versions, versions, List.of());
    }

    /** False when the file was up to date. */
    public boolean isChanged() {
        return copy != null;
    }
}
