package org.imodel4j.imodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.imodel4j.ec.schema.KindOfQuantityDef;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.ec.xml.SchemaInput;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.imodel.UpgradedFile.UpgradedSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of older software, brought up to date. */
class FileUpgradeTest {
    private static final String PIPES = "<ECSchema schemaName=\"Pipes\" alias=\"p\" version=\"1.0.0\""
            + " xmlns=\"http://www.bentley.com/schemas/Bentley.ECXML.3.2\">"
            + "<ECSchemaReference name=\"Units\" version=\"1.0.0\" alias=\"u\"/>"
            + "<ECSchemaReference name=\"Formats\" version=\"1.0.0\" alias=\"f\"/>"
            + "<ECEnumeration typeName=\"Kind\" backingTypeName=\"int\">"
            + "<ECEnumerator name=\"Kind1\" value=\"1\" displayLabel=\"a &lt; &quot;b&quot;\"/><ECEnumerator name=\"Kind2\" value=\"2\"/>"
            + "</ECEnumeration>"
            + "<KindOfQuantity typeName=\"WIDTH\" persistenceUnit=\"u:M\" relativeError=\"0.5\""
            + " presentationUnits=\"f:DefaultRealU(4)[u:FT]\"/>"
            + "<ECEntityClass typeName=\"Pipe\"><ECProperty propertyName=\"Width\" typeName=\"double\" kindOfQuantity=\"WIDTH\"/>"
            + "</ECEntityClass></ECSchema>";

    @TempDir
    Path folder;

    private static Path copyOf(Path file) {
        return FileUpgrade.copyBeside(file);
    }

    private static UpgradedFile upgrade(Path file) {
        return FileUpgrade.run(file, copyOf(file));
    }

    private static void isRefused(Path file, Status status, String text) throws IOException {
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> upgrade(file))
                .isInstanceOfSatisfying(
                        IModelException.class,
                        e -> assertThat(e.errorNumber()).as(e.getMessage()).isEqualTo(status.number()));
        assertThatThrownBy(() -> upgrade(file)).hasMessageContaining(text).hasMessageContaining(file.toString());
        assertThat(file).hasBinaryContent(before);
        assertThat(copyOf(file)).doesNotExist();
    }

    private static List<String> minus(List<String> rows, List<String> others) {
        List<String> rest = new ArrayList<>(rows);
        rest.removeAll(Set.copyOf(others));
        return rest;
    }

    private static List<String> tables(List<String> rows) {
        return rows.stream().map(row -> row.substring(0, row.indexOf(' '))).collect(Collectors.toList());
    }

    @Test
    void anOldIModelGetsBackEverythingThatItLacks() throws IOException {
        Path file = DoctoredFile.copy("empty.bim", folder);
        // A property that is new comes without its description.
        DoctoredFile.change(file, "UPDATE ec_Property SET Description=NULL WHERE Name='ClipGeometry'");
        List<String> today = AgedFile.content(file);
        DoctoredFile.change(
                file,
                AgedFile.withoutProperty("Generic", "ViewAttachmentLabel", "ClipGeometry")
                        + AgedFile.older("BisCore")
                        + AgedFile.ec()
                        + AgedFile.be()
                        + AgedFile.dgn());
        List<String> old = AgedFile.content(file);

        UpgradedFile done = upgrade(file);

        assertThat(done.isChanged()).isTrue();
        assertThat(done.before()).hasToString("be 3.1.0.0 ec 4.0.0.0 dgn 2.0.0.3");
        assertThat(done.after()).isEqualTo(ProfileVersions.SUPPORTED);
        assertThat(done.schemas().stream().map(UpgradedSchema::name))
                .containsExactly(
                        "CoreCustomAttributes",
                        "ECDbMap",
                        "ECDbFileInfo",
                        "ECDbMeta",
                        "ECDbSystem",
                        "ECDbSchemaPolicies",
                        "BisCore",
                        "Generic");
        assertThat(AgedFile.content(copyOf(file))).isEqualTo(old);
        List<String> upgraded = AgedFile.content(file);
        assertThat(minus(upgraded, today)).as("too much").isEmpty();
        assertThat(minus(today, upgraded)).as("missing").isEmpty();
    }

    @Test
    void dataStaysWhereItIsWhenBisCoreGetsNewProperties() throws IOException {
        Path file = DoctoredFile.copy("building.bim", folder);
        List<String> today = AgedFile.content(file);
        List<String> mapping = AgedFile.mapping(file);
        DoctoredFile.change(
                file, AgedFile.withoutProperty("BisCore", "SynchronizationConfigLink", "LastSuccessfulRun"));

        UpgradedFile done = upgrade(file);

        assertThat(done.before()).isEqualTo(done.after());
        assertThat(done.schemas().stream().map(UpgradedSchema::name)).containsExactly("BisCore");
        assertThat(AgedFile.mapping(file)).isEqualTo(mapping);
        List<String> upgraded = AgedFile.content(file);
        assertThat(tables(minus(upgraded, today)))
                .as("new ids of one property")
                .isEqualTo(tables(minus(today, upgraded)))
                .containsExactlyInAnyOrder(
                        "ec_Property", "ec_PropertyPath", "ec_PropertyMap", "ec_CustomAttribute", "ec_CustomAttribute");
        assertThat(upgrade(file).isChanged()).isFalse();
    }

    @Test
    void aFileThatIsUpToDateStaysAsItIs() throws IOException {
        Path file = DoctoredFile.copy("building.bim", folder);
        byte[] before = Files.readAllBytes(file);
        UpgradedFile done = upgrade(file);
        assertThat(done.isChanged()).isFalse();
        assertThat(done.copy()).isNull();
        assertThat(file).hasBinaryContent(before);
        assertThat(copyOf(file)).doesNotExist();
    }

    private Path pipes() {
        Path file = folder.resolve("pipes.ecdb");
        try (WritableECDb db = ECDb.create(file)) {
            db.importSchemas(List.of(new SchemaInput.Text("Pipes", PIPES)), List.of());
            db.saveChanges();
        }
        return file;
    }

    private static SchemaDef schema(Path file, String name) {
        try (ECDb db = ECDb.open(file)) {
            SchemaSet schemas = db.schemaModel();
            return Objects.requireNonNull(schemas.trySchema(name));
        }
    }

    private static void age(Path file, String unit) {
        DoctoredFile.change(
                file,
                "PRAGMA foreign_keys=ON;DELETE FROM ec_FormatCompositeUnit;DELETE FROM ec_Unit;"
                        + "DELETE FROM ec_Schema WHERE Name IN ('Units','Formats');PRAGMA foreign_keys=OFF;"
                        + "UPDATE ec_KindOfQuantity SET PersistenceUnit='" + unit
                        + "',PresentationUnits='[\"FT(real4u)\"]';" + AgedFile.ec());
    }

    @Test
    void kindsOfQuantityAndEnumeratorsOfOldSchemasTakeTheirNewForm() {
        Path file = pipes();
        SchemaDef today = schema(file, "Pipes");
        age(file, "M");

        UpgradedFile done = upgrade(file);

        SchemaDef upgraded = schema(file, "Pipes");
        assertThat(upgraded.items()).isEqualTo(today.items());
        assertThat(upgraded.items(KindOfQuantityDef.class)).isNotEmpty();
        assertThat(upgraded.references()).containsExactlyInAnyOrderElementsOf(today.references());
        assertThat(done.schemas().stream()
                        .filter(schema -> schema.before() == null)
                        .map(UpgradedSchema::name)
                        .collect(Collectors.toList()))
                .containsExactly("Units", "Formats");
    }

    @Test
    void aFailureInTheMiddleLeavesTheFileAsItWas() throws IOException {
        Path file = pipes();
        age(file, "FURLONG_PER_FORTNIGHT");
        isRefused(file, Status.BE_SQLITE_ERROR_PROFILE_UPGRADE_FAILED, "FURLONG_PER_FORTNIGHT");
    }

    @Test
    void whatIsTooOldOrTooNewToBeUpgradedIsRefused() throws IOException {
        Path file = DoctoredFile.copy("empty.bim", folder);
        DoctoredFile.change(file, DoctoredFile.version("ec_Db", 3, 7, 0, 1));
        isRefused(file, Status.BE_SQLITE_ERROR_PROFILE_TOO_OLD, "3.7.0.1");
        DoctoredFile.change(
                file, DoctoredFile.version("ec_Db", 4, 0, 0, 5) + DoctoredFile.version("be_Db", 3, 0, 9, 9));
        isRefused(file, Status.BE_SQLITE_ERROR_PROFILE_TOO_OLD_FOR_READ_WRITE, "too old to be upgraded");
        DoctoredFile.change(
                file, DoctoredFile.version("be_Db", 3, 1, 0, 2) + DoctoredFile.version("dgn_Db", 2, 1, 0, 0));
        isRefused(file, Status.BE_SQLITE_ERROR_PROFILE_TOO_NEW_FOR_READ_WRITE, "2.1.0.0");
    }

    @Test
    void aBriefcaseIsRefusedBecauseOthersHaveToAgree() throws IOException {
        Path file = DoctoredFile.copy("empty.bim", folder);
        DoctoredFile.change(
                file,
                AgedFile.older("BisCore") + "UPDATE be_Local SET Val=x'0200000000000000' WHERE Name='be_repositoryid'");
        isRefused(file, Status.BE_SQLITE_ERROR_SCHEMA_LOCK_FAILED, "briefcase");
    }

    @Test
    void aCopyThatIsThereAlreadyIsNotReplaced() throws IOException {
        Path file = DoctoredFile.copy("empty.bim", folder);
        DoctoredFile.change(file, AgedFile.older("BisCore"));
        byte[] before = Files.readAllBytes(file);
        Files.writeString(copyOf(file), "mine");
        assertThatThrownBy(() -> upgrade(file))
                .isInstanceOfSatisfying(IModelException.class, e -> assertThat(e.errorNumber())
                        .isEqualTo(Status.BE_SQLITE_ERROR_FILE_EXISTS.number()))
                .hasMessageContaining("empty.bim.before-upgrade");
        assertThat(copyOf(file)).hasContent("mine");
        assertThat(file).hasBinaryContent(before);
    }
}
