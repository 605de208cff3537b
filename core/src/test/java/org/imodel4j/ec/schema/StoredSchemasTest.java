package org.imodel4j.ec.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.error.ErrorKind;
import org.imodel4j.error.IModelException;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteDrivers;
import org.imodel4j.sqlite.SqliteStatement;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class StoredSchemasTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "empty.bim",
                "all-types.bim",
                "building.bim",
                "ecsql/types.bim",
                "ecsql/bis.bim",
                "ecsql/plain.ecdb",
                "mapping.ecdb",
                "perf/small.bim"
            })
    void everythingOfAFileIsReadEachSchemaBehindThoseItRefersTo(String name) {
        try (SqliteDatabase database = StoredFile.open(name);
                StoredSchemas stored = new StoredSchemas(database)) {
            SchemaSet schemas = stored.readAll();
            assertThat(schemas.schemas()).hasSize((int) count(database, "ec_Schema"));
            assertThat(items(schemas, ClassDef.class)).isEqualTo(count(database, "ec_Class"));
            assertThat(items(schemas, UnitDef.class)).isEqualTo(count(database, "ec_Unit"));
            assertThat(items(schemas, FormatDef.class)).isEqualTo(count(database, "ec_Format"));
            assertThat(items(schemas, EnumerationDef.class)).isEqualTo(count(database, "ec_Enumeration"));
            assertThat(items(schemas, KindOfQuantityDef.class)).isEqualTo(count(database, "ec_KindOfQuantity"));
            assertThat(schemas.schemas().stream()
                            .flatMap(schema -> schema.items(ClassDef.class).stream())
                            .mapToLong(each -> each.properties().size())
                            .sum())
                    .isEqualTo(count(database, "ec_Property"));
            for (SchemaDef schema : schemas.schemas()) {
                for (SchemaReference reference : schema.references()) {
                    assertThat(schemas.schemas().indexOf(schemas.trySchema(reference.name())))
                            .isLessThan(schemas.schemas().indexOf(schema));
                }
            }
        }
    }

    @Test
    void aSchemaComesAsItsAuthorWroteIt() {
        try (SqliteDatabase database = StoredFile.open("all-types.bim");
                StoredSchemas stored = new StoredSchemas(database)) {
            SchemaDef schema = stored.tryRead("alltypes");
            assertThat(schema.key()).hasToString("AllTypes.01.00.00");
            assertThat(schema.ecXml()).isEqualTo(ECXmlVersion.V3_2);
            assertThat(schema.references())
                    .contains(new SchemaReference("BisCore", new SchemaVersion(1, 0, 25), "bis"));
            ClassDef base = schema.tryItem("ATBase", ClassDef.class);
            assertThat(base.bases()).containsExactly(new ItemName("BisCore", "PhysicalElement"));
            PropertyDef text = base.tryProperty("pstr");
            assertThat(text.type())
                    .isEqualTo(new PropertyType.Primitive(
                            PrimitiveType.STRING, null, new ValueLimits(1, 200, null, null)));
            assertThat(text.category()).isEqualTo(new ItemName("AllTypes", "CatA"));
            assertThat(text.customAttributes())
                    .extracting(CustomAttributeDef::type)
                    .containsExactly(new ItemName("AllTypes", "Tag"));
            assertThat(base.tryProperty("aEnum").type())
                    .isEqualTo(new PropertyType.Array(
                            new PropertyType.Enumerated(new ItemName("AllTypes", "IntEnum"), null, ValueLimits.NONE),
                            0,
                            null));
            assertThat(schema.tryItem("IMark", ClassDef.class).isMixin()).isTrue();
            assertThat(stored.tryRead("NoSuchSchema")).isNull();
        }
    }

    @Test
    void someSchemasComeWithAllTheyReferTo() {
        try (SqliteDatabase database = StoredFile.open("all-types.bim");
                StoredSchemas stored = new StoredSchemas(database)) {
            assertThat(stored.readWithReferences(List.of("ECDbFileInfo")).schemas())
                    .extracting(SchemaDef::name)
                    .containsExactly("CoreCustomAttributes", "ECDbMap", "ECDbFileInfo");
            assertThatThrownBy(() -> stored.readWithReferences(List.of("NoSuchSchema")))
                    .isInstanceOf(IModelException.class)
                    .hasMessageContaining("NoSuchSchema");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM ec_Class WHERE Name='PhysicalElement'",
                "UPDATE ec_Enumeration SET EnumValues='[{' WHERE Name='IntEnum'",
                "UPDATE ec_Format SET NumericSpec='{' WHERE Name='ATFMT'",
                "UPDATE ec_CustomAttribute SET Instance='<a' WHERE Id=(SELECT max(Id) FROM ec_CustomAttribute)",
                "INSERT INTO ec_SchemaReference(SchemaId,ReferencedSchemaId) VALUES(8,12)",
                "INSERT INTO ec_SchemaReference(SchemaId,ReferencedSchemaId) VALUES(12,4711)"
            })
    void contradictionsAreToldAsDamage(String damage) throws IOException {
        Path copy = folder.resolve("damaged.bim");
        Files.write(copy, StoredFile.bytes("all-types.bim"));
        try (SqliteDatabase database = SqliteDrivers.best().open(OpenRequest.readWrite(copy))) {
            database.execute("PRAGMA foreign_keys=OFF");
            database.execute(damage);
            try (StoredSchemas stored = new StoredSchemas(database)) {
                assertThatThrownBy(stored::readAll)
                        .isInstanceOfSatisfying(
                                IModelException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.DATA));
            }
        }
    }

    private static long items(SchemaSet schemas, Class<? extends ItemDef> kind) {
        return schemas.schemas().stream()
                .mapToLong(schema -> schema.items(kind).size())
                .sum();
    }

    private static long count(SqliteDatabase database, String table) {
        try (SqliteStatement statement = database.prepare("SELECT count(*) FROM " + table)) {
            statement.step();
            return statement.columnLong(0);
        }
    }
}
