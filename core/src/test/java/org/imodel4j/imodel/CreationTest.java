package org.imodel4j.imodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.imodel4j.ec.xml.SchemaInput;
import org.imodel4j.error.IModelException;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.geometry.YawPitchRollAngles;
import org.imodel4j.id.Guid;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteDrivers;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class CreationTest {
    @TempDir
    Path folder;

    @Test
    void aNewIModelIsWhatWasAskedFor() {
        Guid id = Guid.parse("11111111-2222-4333-8444-555555555555");
        EcefLocation location = new EcefLocation(
                new Point3d(1, 2, 3),
                new YawPitchRollAngles(10, 20, 30.5),
                new EcefLocation.Cartographic(0.1, 0.2, 5),
                null,
                null);
        CreateIModelProps props = CreateIModelProps.of("Bridge")
                .withDescription("over the river")
                .withClient("me")
                .withIModelId(id)
                .withGlobalOrigin(new Point3d(0.1, 30.5, 1e-7))
                .withProjectExtents(Range3d.of(0.1, -1, 0, 1e20, 2, 2.5))
                .withEcefLocation(location);
        try (SnapshotDb db = SnapshotDb.createEmpty(folder.resolve("new.bim"), props)) {
            assertThat(db.rootSubject()).isEqualTo(new RootSubject("Bridge", "over the river"));
            assertThat(db.iModelId()).isEqualTo(id);
            assertThat(db.kind()).isEqualTo(IModelKind.SNAPSHOT);
            assertThat(db.ecefLocation()).isEqualTo(location);
            assertThat(db.fileProperties().tryText(FileProperty.of("dgn_Db", "Extents")))
                    .isEqualTo("{\"high\":[1.0000000000000000e+20,2.0,2.50],\"low\":[0.10000000000000001,-1.0,0.0]}");
            assertThat(db.fileProperties().tryText(FileProperty.of("dgn_Db", "Units")))
                    .isEqualTo(
                            "{\"globalOrigin\":[0.1,30.5,1e-7],\"initialProjectCenter\":[0.0,0.0,0.0],\"ecefLocation\":{\"origin\":"
                                    + "[1.0,2.0,3.0],\"orientation\":{\"yaw\":10.0,\"pitch\":20.0,\"roll\":30.5},\"cartographicOrigin\":"
                                    + "{\"longitude\":0.1,\"latitude\":0.2,\"height\":5.0}}}");
        }
    }

    @Test
    void aStandaloneIModelTellsWhetherItMayBeChanged() {
        CreateIModelProps props = CreateIModelProps.of("S");
        try (StandaloneDb open = StandaloneDb.createEmpty(folder.resolve("a.bim"), props, true);
                StandaloneDb closed = StandaloneDb.createEmpty(folder.resolve("b.bim"), props, false)) {
            assertThat(open.kind()).isEqualTo(IModelKind.STANDALONE);
            assertThat(open.iTwinId()).isEqualTo(Guid.EMPTY);
            assertThat(closed.kind()).isEqualTo(IModelKind.SNAPSHOT);
        }
    }

    @Test
    void aSnapshotOfAnIModelHasItsContentAndAnIdOfItsOwn() {
        Path copy = folder.resolve("copy.bim");
        try (StandaloneDb source =
                        StandaloneDb.createEmpty(folder.resolve("source.bim"), CreateIModelProps.of("S"), true);
                SnapshotDb snapshot = SnapshotDb.createFrom(source, copy)) {
            assertThat(snapshot.name()).isEqualTo("S");
            assertThat(snapshot.kind()).isEqualTo(IModelKind.SNAPSHOT);
            assertThat(snapshot.iModelId()).isNotEqualTo(source.iModelId());
            assertThatThrownBy(() -> SnapshotDb.createFrom(source, copy))
                    .isInstanceOfSatisfying(IModelException.class, e -> assertThat(e.errorNumber())
                            .isEqualTo(16777226));
        }
    }

    @Test
    void jsonPropsAreThoseOfITwinJs() {
        CreateIModelProps props = CreateIModelProps.fromJson(
                (JsonObject)
                        Json.parse(
                                "{\"rootSubject\":{\"name\":\"N\",\"description\":\"D\"},\"client\":\"C\",\"guid\":\"11111111-2222-4333-8444-555555555555\","
                                        + "\"projectExtents\":{\"low\":{\"x\":1,\"y\":2,\"z\":3},\"high\":[4,5,6]},\"globalOrigin\":{\"x\":1}}"));
        assertThat(props.rootSubject()).isEqualTo(new RootSubject("N", "D"));
        assertThat(props.projectExtents()).isEqualTo(Range3d.of(1, 2, 3, 4, 5, 6));
        assertThat(props.globalOrigin()).isEqualTo(new Point3d(1, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"rootSubject\":{}}",
                "{\"rootSubject\":{\"name\":\"\"}}",
                "{\"rootSubject\":{\"name\":\"x\"},\"guid\":\"none\"}",
                "{\"rootSubject\":{\"name\":\"x\"},\"geographicCoordinateSystem\":{\"horizontalCRS\":{\"epsg\":27700}}}"
            })
    void propsThatCanNotBeAreRefused(String json) {
        assertThatThrownBy(() -> CreateIModelProps.fromJson((JsonObject) Json.parse(json)))
                .isInstanceOf(IModelException.class);
    }

    @Test
    void aNewECDbFileTakesSchemasAndData() {
        Path file = folder.resolve("new.ecdb");
        try (WritableECDb db = ECDb.create(file)) {
            assertThat(db.importSchemas(schema("Plain.1.0")).schemas()).hasSize(1);
            db.saveChanges();
            assertThat(db.importSchemas(schema("Plain.1.0")).schemas()).isEmpty();
        }
        assertThat(file).isNotEmptyFile();
        try (ECDb db = ECDb.open(file)) {
            assertThat(db.schemas().trySchema("Plain")).isNotNull();
        }
    }

    @Test
    void anImportThatFailsLeavesWhatWasNotSavedYet() {
        try (WritableECDb db = ECDb.create(folder.resolve("new.ecdb"))) {
            db.importSchemas(schema("Plain.1.0"));
            assertThatThrownBy(() -> db.importSchemas(folder.resolve("missing.ecschema.xml")))
                    .isInstanceOf(IModelException.class)
                    .hasMessageContaining("missing.ecschema.xml");
            db.saveChanges();
            assertThat(db.schemas().trySchema("Plain")).isNotNull();
        }
        assertThat(Files.exists(folder.resolve("missing.ecschema.xml"))).isFalse();
    }

    @Test
    void namesThatWouldEndAStatementAreRefusedFromDocumentsAndFromFiles() {
        Path file = folder.resolve("hostile.ecdb");
        String document =
                "<ECSchema schemaName='A' alias='a' version='01.00.00' xmlns='http://www.bentley.com/schemas/Bentley.ECXML.3.2'>"
                        + "<ECSchemaReference name='ECDbMap' version='02.00.00' alias='ecdbmap'/>"
                        + "<ECEntityClass typeName='C' modifier='Sealed'><ECCustomAttributes><DbIndexList xmlns='ECDbMap.02.00.04'><Indexes><DbIndex>"
                        + "<Name>i] ON [a_C]([P]);DROP TABLE be_Prop;--</Name><Properties><string>P</string></Properties></DbIndex></Indexes>"
                        + "</DbIndexList></ECCustomAttributes><ECProperty propertyName='P' typeName='string'/></ECEntityClass></ECSchema>";
        try (WritableECDb db = ECDb.create(file)) {
            assertThatThrownBy(() -> db.importSchemas(List.of(new SchemaInput.Text("hostile", document)), List.of()))
                    .isInstanceOf(IModelException.class)
                    .hasMessageContaining("DROP TABLE");
        }
        try (SqliteDatabase database = SqliteDrivers.best().open(OpenRequest.readWrite(file))) {
            database.execute(
                    "UPDATE ec_Table SET Name='x];DROP TABLE be_Prop;--' WHERE Id=(SELECT max(Id) FROM ec_Table)");
        }
        try (WritableECDb db = ECDb.openForWrite(file)) {
            assertThatThrownBy(() -> db.importSchemas(schema("Plain.1.0")))
                    .isInstanceOf(IModelException.class)
                    .hasMessageContaining("DROP TABLE");
        }
        try (ECDb db = ECDb.open(file)) {
            assertThat(db.fileProperties().tryText(FileProperty.of("ec_Db", "SchemaVersion")))
                    .isNotNull();
        }
    }

    @Test
    void aBriefcaseTakesNoSchemasBecauseItsIModelWouldNotKnow() {
        Path file = folder.resolve("briefcase.bim");
        SnapshotDb.createEmpty(file, CreateIModelProps.of("x")).close();
        try (SqliteDatabase database = SqliteDrivers.best().open(OpenRequest.readWrite(file))) {
            database.execute("UPDATE be_Local SET Val=x'0200000000000000' WHERE Name='be_repositoryid'");
        }
        try (WritableECDb db = ECDb.openForWrite(file)) {
            assertThatThrownBy(() -> db.importSchemas(schema("Bldg.01.00.00")))
                    .isInstanceOf(IModelException.class)
                    .hasMessageContaining("briefcase");
            assertThat(db.schemas().trySchema("Bldg")).isNull();
        }
    }

    private static Path schema(String name) {
        return Path.of(System.getProperty("imodel4j.fixtures"), "schemas/domain", name + ".ecschema.xml");
    }
}
