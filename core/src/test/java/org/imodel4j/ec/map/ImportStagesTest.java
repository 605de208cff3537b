package org.imodel4j.ec.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.ec.schema.StoredFile;
import org.imodel4j.ec.xml.BrokenSchema;
import org.imodel4j.ec.xml.LoadedSchemas;
import org.imodel4j.error.IModelException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the steps of an import between reading and mapping say to the recorded cases. */
@NullUnmarked
class ImportStagesTest {
    /** Only rows and tables tell what is wrong with these. */
    private static final Set<String> TOLD_LATER = Set.of(
            "schema-alias-taken.ecschema.xml",
            "schema-alias-case.ecschema.xml",
            "class-no-bis-base.ecschema.xml",
            "nav-missing-on-fk-rel.ecschema.xml",
            "nav-wrong-end.ecschema.xml",
            "rel-link-table-no-bis-base.ecschema.xml",
            "prop-max-shared.ecschema.xml",
            "map-bad-strategy.ecschema.xml",
            "map-tph-below-tph.ecschema.xml",
            "map-owntable-below-tph.ecschema.xml",
            "map-index-bad-property.ecschema.xml",
            "map-foreignkeyconstraint-in-imodel.ecschema.xml");

    @TempDir
    Path folder;

    static List<BrokenSchema> refused() {
        return BrokenSchema.all().stream()
                .filter(schema -> schema.status() != null && schema.status() > 1)
                .filter(schema -> !TOLD_LATER.contains(schema.file()))
                .toList();
    }

    static List<BrokenSchema> accepted() {
        return BrokenSchema.all().stream()
                .filter(schema -> schema.status() != null && schema.status() == 0 || TOLD_LATER.contains(schema.file()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aRefusalHasTheNumberAndTheWordsOfTheReference(BrokenSchema schema) {
        IModelException failure = catchThrowableOfType(IModelException.class, () -> check(schema));
        assertThat(failure.errorNumber()).isEqualTo(schema.status());
        assertThat(failure.text()).isEqualTo(schema.message());
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void whatTheReferenceAcceptsIsNotRefused(BrokenSchema schema) {
        check(schema);
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty.bim", "all-types.bim", "building.bim", "mapping.ecdb", "ecsql/types.bim"})
    void whatIsStoredKeepsAllRulesAndDoesNotDifferFromItself(String file) {
        SchemaSet stored = StoredFile.schemas(file);
        SchemaSet again = StoredFile.schemas(file);
        ImportRules.check(stored, stored.schemas());
        for (SchemaDef schema : stored.schemas()) {
            SchemaChanges changes = SchemaChanges.between(FileRules.IMODEL, schema, again.trySchema(schema.name()));
            assertThat(changes.changes()).isEmpty();
            UpgradeRules.check(stored, again, changes);
        }
    }

    private void check(BrokenSchema schema) {
        SchemaSet stored = schema.stored(folder);
        LoadedSchemas loaded = schema.load(folder);
        VersionPick pick = VersionPick.of(FileRules.IMODEL, loaded, stored::trySchema);
        ImportRules.check(pick.schemas(), pick.wanted());
        for (SchemaDef wanted : pick.wanted()) {
            SchemaDef old = stored.trySchema(wanted.name());
            if (old != null) {
                UpgradeRules.check(stored, pick.schemas(), SchemaChanges.between(FileRules.IMODEL, old, wanted));
            }
        }
    }
}
