package org.imodel4j.imodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.imodel4j.ec.schema.StoredFile;
import org.imodel4j.ec.xml.SchemaChecksum;
import org.imodel4j.error.IModelException;
import org.imodel4j.imodel.create.SystemSchemas;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checksums of documents are those of the reference. */
@NullUnmarked
class RecordedChecksumsTest {
    @TempDir
    Path delivered;

    /** All whose references are part of this program. */
    static List<String> documents() {
        return recorded().members().keySet().stream()
                .filter(name -> !name.startsWith("SchTwoOh"))
                .collect(Collectors.toList());
    }

    private static JsonObject recorded() {
        String text = new String(StoredFile.bytes("schemas/checksums.json"), StandardCharsets.UTF_8);
        return ((JsonObject) Json.parse(text)).object("files");
    }

    @BeforeEach
    void deliver() throws IOException {
        for (String name : List.of(
                "BisCore",
                "CoreCustomAttributes",
                "BisCustomAttributes",
                "ECDbMap",
                "ECDbSchemaPolicies",
                "Units",
                "Formats")) {
            Files.writeString(delivered.resolve(name + ".ecschema.xml"), SystemSchemas.text(name));
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aDocumentHasTheRecordedChecksum(String name) {
        JsonObject answer = recorded().object(name);
        check(name, false, answer.text("sha1"));
        check(name, true, answer.text("sha1Exact"));
    }

    private void check(String name, boolean exact, String recorded) {
        Path document = StoredFile.path("schemas/valid/" + name);
        List<Path> paths = List.of(StoredFile.path("schemas/valid"), delivered);
        if (recorded.startsWith("[")) {
            assertThatThrownBy(() -> SchemaChecksum.of(document, paths, exact))
                    .isInstanceOfSatisfying(
                            IModelException.class, e -> assertThat("[" + e.errorNumber() + "] " + e.text())
                                    .isEqualTo(recorded));
        } else {
            assertThat(SchemaChecksum.of(document, paths, exact)).isEqualTo(recorded);
        }
    }
}
