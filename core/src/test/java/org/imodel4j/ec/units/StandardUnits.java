package org.imodel4j.ec.units;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.ec.schema.StoredFile;
import org.jspecify.annotations.NullUnmarked;

/** The standard schemas of units and formats, and answers that were recorded for them. */
@NullUnmarked
final class StandardUnits {
    private StandardUnits() {}

    static SchemaSet schemas() {
        return StoredFile.schemas("ecsql/types.bim");
    }

    static Units units() {
        return new Units(schemas());
    }

    static ItemName unit(String name) {
        return new ItemName("Units", name);
    }

    /** Lines of a file beside this class without its comments. */
    static List<String> lines(String file) {
        try (InputStream in = StandardUnits.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
