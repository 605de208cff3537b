package org.imodel4j.ec.xml;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.imodel4j.ec.schema.SchemaDef;
import org.jspecify.annotations.Nullable;

/** Where schemas are looked for that others refer to. */
public sealed interface SchemaSource {
    /**
     * Schemas that are there already, such as those of a file.
     *
     * @param label as messages call it
     * @param byName the schema of a name without regard to case, null when there is none
     */
    record Stored(String label, Function<String, @Nullable SchemaDef> byName) implements SchemaSource {}

    /**
     * Files {@code Name.ecschema.xml} and {@code Name.01.00.00.ecschema.xml}. Of all that fit, in all folders, the one with the
     * highest version is taken; folders that do not exist are passed over.
     */
    record Folders(List<Path> folders) implements SchemaSource {
        public Folders {
            folders = List.copyOf(folders);
        }
    }
}
