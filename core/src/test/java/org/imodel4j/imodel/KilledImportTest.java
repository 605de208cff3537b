package org.imodel4j.imodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.imodel4j.ec.schema.StoredFile;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whenever a process dies in an import, the file is as before it or as after it. */
@NullUnmarked
class KilledImportTest {
    private static final Path SCHEMA = StoredFile.path("schemas/domain/AllTypes.01.00.00.ecschema.xml");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 60, 120, 250, 500, 1000})
    void theFileIsAsBeforeOrAsAfter(int millis) throws Exception {
        Path file = folder.resolve("new.bim");
        SnapshotDb.createEmpty(file, CreateIModelProps.of("x")).close();
        Process importer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledImporter.class.getName(),
                        file.toString(),
                        SCHEMA.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(importer.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).isEqualTo("importing");
            importer.waitFor(millis, TimeUnit.MILLISECONDS);
        } finally {
            importer.destroyForcibly().waitFor();
        }
        try (WritableECDb db = ECDb.openForWrite(file)) {
            boolean after = db.schemas().trySchema("AllTypes") != null;
            assertThat(db.importSchemas(SCHEMA).schemas()).hasSize(after ? 0 : 3);
            db.saveChanges();
        }
        try (SnapshotDb db = SnapshotDb.open(file)) {
            assertThat(db.schemaModel().trySchema("AllTypes")).isNotNull();
        }
    }
}
