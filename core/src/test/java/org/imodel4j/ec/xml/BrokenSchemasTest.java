package org.imodel4j.ec.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaReference;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.ec.schema.StoredFile;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What reading says to the recorded cases; the later steps of an import have their own tests over the same cases. */
@NullUnmarked
class BrokenSchemasTest {
    /** Accepted by the reference, but what it stores differs from what is read. */
    private static final Set<String> NOT_AS_READ = Set.of(
            // The import keeps the stored version.
            "upgrade-same-version-changed.ecschema.xml",
            "upgrade-older.ecschema.xml",
            // The reference loses the value, so that its export can not be read again.
            "enum-string-empty-value.ecschema.xml");

    @TempDir
    Path folder;

    static List<BrokenSchema> unreadable() {
        return BrokenSchema.all().stream()
                .filter(schema -> schema.status() == null || schema.status() == 1)
                .toList();
    }

    static List<BrokenSchema> readable() {
        return BrokenSchema.all().stream()
                .filter(schema -> schema.status() != null && schema.status() != 1 && !isCircle(schema))
                .toList();
    }

    static List<BrokenSchema> accepted() {
        return readable().stream()
                .filter(schema -> schema.status() == 0 && !NOT_AS_READ.contains(schema.file()))
                .toList();
    }

    static List<BrokenSchema> circles() {
        return BrokenSchema.all().stream().filter(BrokenSchemasTest::isCircle).toList();
    }

    private static boolean isCircle(BrokenSchema schema) {
        return schema.file().equals("ref-cycle.ecschema.xml");
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void aRuleIsBrokenAndNamedWithItsPlace(BrokenSchema schema) {
        IModelException failure = catchThrowableOfType(IModelException.class, () -> schema.load(folder));
        assertThat(failure.errorNumber()).isEqualTo(Status.BE_SQLITE_ERROR.number());
        assertThat(failure.text()).isEqualTo("Failed to import schemas");
        assertThat(failure.context()).containsKeys("file", "line", "rule");
        assertThat(failure.context().get("line").toString()).matches("[1-9][0-9]*:[1-9][0-9]*");
        assertThat(failure.getMessage()).contains(schema.importAs());
    }

    @ParameterizedTest
    @MethodSource("readable")
    void whatOnlyTheImportRefusesCanBeRead(BrokenSchema schema) {
        assertThat(schema.load(folder).read()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("circles")
    void schemasInACircleAreRefusedAsAnUpgrade(BrokenSchema schema) {
        IModelException failure = catchThrowableOfType(IModelException.class, () -> schema.load(folder));
        assertThat(failure.errorNumber()).isEqualTo(schema.status());
        assertThat(failure.text()).isEqualTo(schema.message());
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void whatIsOddIsReadAsTheReferenceStoresIt(BrokenSchema schema) {
        LoadedSchemas loaded = schema.load(folder);
        String exported =
                new String(StoredFile.bytes("schemas/broken-exported/" + schema.file()), StandardCharsets.UTF_8);
        SchemaDef found = loaded.schemas().schemas().stream()
                .filter(read -> exported.contains("schemaName=\"" + read.name() + '"'))
                .findFirst()
                .orElseThrow();
        SchemaDef stored = asStored(found, loaded.schemas());
        assertThat(SchemaXmlWriter.toXml(stored, SchemaXmlWriter.exportVersion(stored)))
                .isEqualTo(exported);
    }

    @Test
    void aFileThatIsMissingIsToldAsSuch() {
        SchemaInput missing = new SchemaInput.File(folder.resolve("Missing.ecschema.xml"));
        IModelException failure =
                catchThrowableOfType(IModelException.class, () -> BrokenSchema.loader(new SchemaSet(List.of()))
                        .load(List.of(missing)));
        assertThat(failure.errorNumber()).isEqualTo(67108874);
        assertThat(Files.exists(folder.resolve("Missing.ecschema.xml"))).isFalse();
    }

    /** Stored schemas refer to others by the alias that those give themselves. */
    static SchemaDef asStored(SchemaDef schema, SchemaSet schemas) {
        List<SchemaReference> references = schema.references().stream()
                .map(reference -> new SchemaReference(
                        reference.name(),
                        reference.version(),
                        schemas.trySchema(reference.name()).alias()))
                .toList();
        return new SchemaDef(
                schema.key(),
                schema.alias(),
                schema.displayLabel(),
                schema.description(),
                schema.ecXml(),
                references,
                schema.items(),
                schema.customAttributes());
    }
}
