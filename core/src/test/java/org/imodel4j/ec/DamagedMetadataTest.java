package org.imodel4j.ec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.imodel4j.error.ErrorKind;
import org.imodel4j.error.IModelException;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteDrivers;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class DamagedMetadataTest {
    @TempDir
    Path folder;

    /** The schemas of a copy of {@code all-types.bim} after the statements have done their damage. */
    private ECSchemas damaged(String... sql) throws IOException {
        Path copy = folder.resolve("damaged.bim");
        Files.copy(FixtureSchemas.file("all-types.bim"), copy, StandardCopyOption.REPLACE_EXISTING);
        copy.toFile().setWritable(true);
        SqliteDatabase database = SqliteDrivers.best().open(OpenRequest.readWrite(copy));
        database.execute("PRAGMA foreign_keys=OFF");
        for (String statement : sql) {
            database.execute(statement);
        }
        database.close();
        return new ECSchemas(() -> SqliteDrivers.best().open(OpenRequest.readOnly(copy)));
    }

    private static final String ELEMENT = "(SELECT Id FROM ec_Class WHERE Name='Element')";

    @Test
    void aClassThatIsItsOwnBaseIsRefused() throws IOException {
        try (ECSchemas schemas = damaged("INSERT INTO ec_ClassHasBaseClasses(ClassId,BaseClassId,Ordinal) VALUES("
                + ELEMENT + ",(SELECT Id FROM ec_Class WHERE Name='ATElemSub'),0)")) {
            assertThatThrownBy(() -> schemas.getClass("AllTypes:ATElem"))
                    .isInstanceOfSatisfying(
                            IModelException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.DATA));
            assertThat(schemas.getClass("BisCore:Model").properties()).isNotEmpty();
            assertThat(schemas.subclasses(schemas.getClass("BisCore:Model").id()))
                    .isNotEmpty();
        }
    }

    @Test
    void aMissingBaseClassIsNamed() throws IOException {
        try (ECSchemas schemas = damaged("DELETE FROM ec_Class WHERE Name='PhysicalElement'")) {
            assertThatThrownBy(() -> schemas.getClass("AllTypes:ATElem"))
                    .isInstanceOf(IModelException.class)
                    .hasMessageContaining("base class");
        }
    }

    @Test
    void aMissingTableIsNamed() throws IOException {
        try (ECSchemas schemas = damaged("DELETE FROM ec_Table WHERE Name='bis_Element'")) {
            assertThatThrownBy(() -> schemas.mapOf(schemas.getClass("BisCore:Element")))
                    .isInstanceOf(IModelException.class)
                    .hasMessageContaining("table");
        }
    }

    @Test
    void aMissingSchemaIsNamed() throws IOException {
        try (ECSchemas schemas = damaged("UPDATE ec_Class SET SchemaId=9999 WHERE Name='Element'")) {
            assertThatThrownBy(() -> schemas.getClass("AllTypes:ATElem"))
                    .isInstanceOf(IModelException.class)
                    .hasMessageContaining("schema");
        }
    }

    @Test
    void numbersOfNewerSoftwareAreTolerated() throws IOException {
        try (ECSchemas schemas = damaged(
                "UPDATE ec_Property SET PrimitiveType=99999 WHERE Name='pInt'",
                "UPDATE ec_Property SET Kind=77 WHERE Name='pLong'",
                "UPDATE ec_Class SET Modifier=42 WHERE Name='ATElem'",
                "UPDATE ec_ClassMap SET MapStrategy=42 WHERE ClassId=" + ELEMENT,
                "UPDATE ec_Column SET Type=42 WHERE Name='CodeValue'")) {
            ECClass ecClass = schemas.getClass("AllTypes:ATElem");
            assertThat(ecClass.tryProperty("pInt").primitive()).isEqualTo(PrimitiveType.STRING);
            assertThat(ecClass.tryProperty("pLong").kind()).isEqualTo(ECProperty.Kind.PRIMITIVE);
            assertThat(ecClass.modifier()).isEqualTo(ECClass.Modifier.NONE);
            assertThat(schemas.mapOf(ecClass).tryColumn("CodeValue").type()).isEqualTo(ClassMap.ColumnType.ANY);
        }
    }

    @Test
    void malformedAttributesAndValuesAreRefused() throws IOException {
        try (ECSchemas schemas = damaged(
                "UPDATE ec_CustomAttribute SET Instance='<DateTimeInfo><DateTimeKind>Utc' WHERE ContainerType=992",
                "UPDATE ec_Enumeration SET EnumValues='[{'")) {
            assertThatThrownBy(() -> schemas.getClass("BisCore:Element"))
                    .isInstanceOf(IModelException.class)
                    .hasMessageContaining("custom attribute");
            assertThatThrownBy(() -> schemas.enumerations().tryByName("AllTypes", "IntEnum"))
                    .isInstanceOf(IModelException.class)
                    .hasMessageContaining("enumeration");
        }
    }
}
