package org.imodel4j.imodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Guid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file tells of itself; each case was tried on the reference. */
class FileFactsTest {
    private static final String CHANGESET = "0123456789012345678901234567890123456789";

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void copy() throws IOException {
        file = DoctoredFile.copy("empty.bim", folder);
    }

    private SnapshotDb changed(String sql) {
        return SnapshotDb.open(DoctoredFile.change(file, sql));
    }

    private void isRefused(Status status, String sql) {
        DoctoredFile.change(file, sql);
        assertThatThrownBy(() -> SnapshotDb.open(file))
                .isInstanceOfSatisfying(
                        IModelException.class,
                        e -> assertThat(e.errorNumber()).as(e.getMessage()).isEqualTo(status.number()))
                .hasMessageContaining("empty.bim");
    }

    @Test
    void aFileWithoutPropertiesIsRefused() {
        isRefused(Status.BE_SQLITE_ERROR_NO_PROPERTY_TABLE, "DROP TABLE be_Prop");
    }

    @Test
    void aFileWithoutItsGuidIsRefused() {
        isRefused(Status.BE_SQLITE_ERROR_NO_PROPERTY_TABLE, "DELETE FROM be_Prop WHERE Name='DbGuid'");
    }

    @Test
    void aFileWithoutLocalValuesIsRefused() {
        isRefused(Status.BE_SQLITE_ERROR, "DELETE FROM be_Local WHERE Name='be_repositoryid'");
        isRefused(Status.BE_SQLITE_ERROR, "DROP TABLE be_Local");
    }

    @Test
    void shortGuidsAreFilledWithZeros() {
        try (SnapshotDb db = changed("UPDATE be_Prop SET Data=x'0102' WHERE Name='DbGuid'")) {
            assertThat(db.iModelId()).hasToString("01020000-0000-0000-0000-000000000000");
            assertThat(db.key()).isEqualTo("01020000-0000-0000-0000-000000000000:");
        }
    }

    @Test
    void theITwinIsToldWhenItIsKnown() {
        try (SnapshotDb db = changed("SELECT 1")) {
            assertThat(db.iTwinId()).isEqualTo(Guid.EMPTY);
        }
        try (SnapshotDb db = changed("INSERT INTO be_Prop VALUES('be_Db','ProjectGuid',0,0,0,NULL,NULL,"
                + "x'00112233445566778899aabbccddeeff')")) {
            assertThat(db.iTwinId()).hasToString("00112233-4455-6677-8899-aabbccddeeff");
        }
    }

    @Test
    void theChangesetHasAnIndexOnlyWhenItWasWrittenForIt() {
        String insert = "INSERT INTO be_Local VALUES('ParentChangeSetId','" + CHANGESET + "');";
        try (SnapshotDb db = changed(insert)) {
            assertThat(db.changeset()).isEqualTo(new Changeset(CHANGESET, null));
            assertThat(db.connectionProps().get("changeset"))
                    .hasToString(new Changeset(CHANGESET, null).toJson().toString());
        }
        String parent = "INSERT INTO be_Local VALUES('parentChangeset','{\"id\":\"" + CHANGESET + "\",\"index\":7}')";
        try (SnapshotDb db = changed(parent)) {
            assertThat(db.changeset()).isEqualTo(new Changeset(CHANGESET, 7));
        }
        try (SnapshotDb db =
                changed("UPDATE be_Local SET Val='{\"id\":\"1\",\"index\":7}' WHERE Name='parentChangeset'")) {
            assertThat(db.changeset()).isEqualTo(new Changeset(CHANGESET, null));
        }
    }

    @Test
    void theKindFollowsFromTheBriefcaseIdAndTheRightToEdit() {
        try (SnapshotDb db = changed("SELECT 1")) {
            assertThat(db.kind()).isEqualTo(IModelKind.SNAPSHOT);
        }
        try (SnapshotDb db = changed("INSERT INTO be_Local VALUES('StandaloneEdit','{\"txns\":true}')")) {
            assertThat(db.kind()).isEqualTo(IModelKind.STANDALONE);
        }
        try (SnapshotDb db = changed("UPDATE be_Local SET Val=x'0500000000000000' WHERE Name='be_repositoryid'")) {
            assertThat(db.kind()).isEqualTo(IModelKind.BRIEFCASE);
            assertThat(db.briefcaseId()).isEqualTo(5);
        }
    }

    @Test
    void damagedExtentsAndUnitsDoNotKeepAFileShut() {
        try (SnapshotDb db = changed("UPDATE be_Prop SET StrData='{' WHERE Name IN ('Extents','Units')")) {
            assertThat(db.projectExtents().low().x()).isEqualTo(-50);
            assertThat(db.ecefLocation()).isNull();
        }
        try (SnapshotDb db = changed("DELETE FROM be_Prop WHERE Name IN ('Extents','Units')")) {
            assertThat(db.projectExtents().high().z()).isEqualTo(30);
        }
    }

    @Test
    void anEmptyDescriptionIsNone() {
        String table = "UPDATE bis_InformationReferenceElement SET js1=";
        try (SnapshotDb db = changed(table + "'' WHERE ElementId=1")) {
            assertThat(db.rootSubject()).isEqualTo(new RootSubject("empty", null));
        }
        try (SnapshotDb db =
                changed(table + "'x' WHERE ElementId=1; UPDATE bis_Element SET CodeValue=NULL WHERE Id=1")) {
            assertThat(db.rootSubject()).isEqualTo(new RootSubject("", "x"));
        }
    }

    @Test
    void aLostRootSubjectIsReportedWhenItIsAskedFor() {
        try (SnapshotDb db = changed("DELETE FROM bis_Element WHERE Id=1")) {
            assertThatThrownBy(db::connectionProps)
                    .isInstanceOfSatisfying(IModelException.class, e -> assertThat(e.errorNumber())
                            .isEqualTo(Status.NOT_FOUND.number()));
        }
    }

    @Test
    void theNextIdOfAPropertyFollowsTheHighest() {
        try (SnapshotDb db = changed("INSERT INTO be_Prop VALUES('a','b',7,0,0,'x',NULL,NULL)")) {
            assertThat(db.fileProperties().nextId("a", "b")).isEqualTo(8);
            assertThat(db.fileProperties().nextId("a", "c")).isZero();
            assertThat(db.fileProperties().nextId("A", "b")).isZero();
            assertThat(db.fileProperties().tryText(new FileProperty("a", "b", 7, 0)))
                    .isEqualTo("x");
        }
    }
}
