package org.imodel4j.imodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.imodel4j.ec.schema.StoredFile.texts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.StoredFile;
import org.imodel4j.ec.xml.BrokenSchema;
import org.imodel4j.ec.xml.SchemaInput;
import org.imodel4j.ec.xml.SchemaXmlWriter;
import org.imodel4j.error.IModelException;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteDrivers;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recorded schemas go into new iModels, and what becomes of them is what became of them in the reference. */
@NullUnmarked
class ImportedSchemasTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("new.bim");
    }

    private WritableECDb create() {
        SnapshotDb.createEmpty(file(), CreateIModelProps.of("x")).close();
        return ECDb.openForWrite(file());
    }

    static List<BrokenSchema> recorded() {
        return BrokenSchema.all();
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void anImportEndsAsInTheReferenceAndChangesNothingWhenItFails(BrokenSchema schema) {
        try (WritableECDb db = create()) {
            SchemaInput before = schema.before(folder);
            if (before != null) {
                db.importSchemas(List.of(before), List.of());
                db.saveChanges();
            }
            List<String> rows = rows(file());
            List<SchemaInput> documents = List.of(schema.document(folder));
            if (schema.status() != null && schema.status() == 0) {
                db.importSchemas(documents, List.of());
                return;
            }
            IModelException failure =
                    catchThrowableOfType(IModelException.class, () -> db.importSchemas(documents, List.of()));
            assertThat(failure).as("refused").isNotNull();
            if (schema.status() != null) {
                assertThat(failure.errorNumber()).isEqualTo(schema.status());
                assertThat(failure.text()).isEqualTo(schema.message());
            }
            db.saveChanges();
            assertThat(rows(file())).isEqualTo(rows);
        }
    }

    /** All but SchTwoOhBis, which refers to schemas that are no part of this program; the next test is about that one. */
    static List<String> valid() throws IOException {
        try (Stream<Path> files = Files.list(StoredFile.path("schemas/exported"))) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> !name.startsWith("SchTwoOhBis."))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("valid")
    void whatIsImportedIsExportedToTheByte(String exported) throws IOException {
        String name = exported.substring(0, exported.indexOf('.'));
        try (WritableECDb db = create()) {
            db.importSchemas(List.of(new SchemaInput.File(document(name))), List.of());
            db.saveChanges();
        }
        try (SnapshotDb db = SnapshotDb.open(file())) {
            SchemaDef schema = db.schemaModel().trySchema(name);
            // The reference writes no value where it is empty, and can not read back what it wrote; ours keeps it.
            String recorded = new String(StoredFile.bytes("schemas/exported/" + exported), StandardCharsets.UTF_8)
                    .replace("<ECEnumerator name=\"Empty\"/>", "<ECEnumerator name=\"Empty\" value=\"\"/>");
            assertThat(SchemaXmlWriter.toXml(schema)).isEqualTo(recorded);
        }
    }

    private static Path document(String name) throws IOException {
        try (Stream<Path> files = Files.list(StoredFile.path("schemas/valid"))) {
            return files.filter(path -> path.getFileName().toString().startsWith(name + "."))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"AllTypes.01.00.00", "Bldg.01.00.00"})
    void domainSchemasAreExportedToTheByte(String name) {
        try (WritableECDb db = create()) {
            db.importSchemas(StoredFile.path("schemas/domain/" + name + ".ecschema.xml"));
            db.saveChanges();
        }
        try (SnapshotDb db = SnapshotDb.open(file())) {
            SchemaDef schema = db.schemaModel().trySchema(name.substring(0, name.indexOf('.')));
            assertThat(SchemaXmlWriter.toXml(schema))
                    .isEqualTo(new String(
                            StoredFile.bytes("schemas/domain/exported/" + name + ".ecschema.xml"),
                            StandardCharsets.UTF_8));
        }
    }

    @Test
    void aSchemaOfECXml2ThatRefersToDeliveredOnesSaysWhichItNeeds() throws IOException {
        Path document = document("SchTwoOhBis");
        try (WritableECDb db = create()) {
            assertThatThrownBy(() -> db.importSchemas(document))
                    .isInstanceOf(IModelException.class)
                    .hasMessageContaining("EditorCustomAttributes.01.00.03");
        }
    }

    @Test
    void aSchemaThatIsNowhereIsNamedWithThePlacesThatWereLookedInto() {
        try (WritableECDb db = create()) {
            assertThatThrownBy(() -> db.importSchemas(
                            List.of(
                                    new SchemaInput.Text(
                                            "mine",
                                            "<ECSchema schemaName='A' alias='a' version='01.00.00'"
                                                    + " xmlns='http://www.bentley.com/schemas/Bentley.ECXML.3.2'>"
                                                    + "<ECSchemaReference name='Analytical' version='01.00.00' alias='n'/></ECSchema>")),
                            List.of(folder)))
                    .isInstanceOf(IModelException.class)
                    .hasMessageContaining("Analytical.01.00.00")
                    .hasMessageContaining("the file itself")
                    .hasMessageContaining(folder.toString());
        }
    }

    private static List<String> rows(Path file) {
        List<String> rows = new ArrayList<>();
        try (SqliteDatabase database = SqliteDrivers.best().open(OpenRequest.readOnly(file))) {
            for (String table : texts(
                    database,
                    "SELECT name FROM sqlite_master WHERE type='table' AND name LIKE 'ec\\_%' ESCAPE '\\' ORDER BY 1")) {
                rows.addAll(texts(database, "SELECT '" + table + "'||count(*)||' '||total(rowid) FROM " + table));
            }
            rows.addAll(texts(database, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY 1"));
        }
        return rows;
    }
}
