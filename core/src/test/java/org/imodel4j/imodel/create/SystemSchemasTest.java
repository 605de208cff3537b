package org.imodel4j.imodel.create;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.ec.schema.StoredFile;
import org.imodel4j.ec.xml.SchemaXmlWriter;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The resources are our own export of what files of the reference hold, without its prose. */
@NullUnmarked
class SystemSchemasTest {
    static Stream<String> names() {
        return Stream.concat(SystemSchemas.FIRST.stream(), SystemSchemas.FURTHER.stream());
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyResourceIsTheExportOfAStoredSchema(String name) throws IOException {
        String exported = SchemaXmlWriter.toXml(stored(name));
        Path wanted = Path.of("target", "system-schemas", name + ".ecschema.xml");
        Files.createDirectories(wanted.getParent());
        Files.writeString(wanted, exported);
        assertThat(SystemSchemas.text(name)).as("as it should be: %s", wanted).isEqualTo(exported);
    }

    @ParameterizedTest
    @MethodSource("names")
    void readingItBackGivesTheSameSchema(String name) {
        assertThat(SchemaXmlWriter.toXml(SystemSchemas.trySchema(name))).isEqualTo(SchemaXmlWriter.toXml(stored(name)));
    }

    private static SchemaDef stored(String name) {
        String file =
                switch (name) {
                    case "Units", "Formats" -> "ecsql/types.bim";
                    case "Functional" -> "ecsql/bis.bim";
                    default -> "empty.bim";
                };
        SchemaSet schemas = StoredFile.schemas(file);
        return Undescribed.of(schemas.trySchema(name));
    }
}
