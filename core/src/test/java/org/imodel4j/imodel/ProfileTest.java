package org.imodel4j.imodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files of other profile versions open; each case was tried on the reference. */
class ProfileTest {
    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void copy() throws IOException {
        file = DoctoredFile.copy("empty.bim", folder);
    }

    private static void assertFails(Status status, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(IModelException.class, e -> assertThat(e.errorNumber())
                .as(e.getMessage())
                .isEqualTo(status.number()));
    }

    private void opens(String sql) {
        try (SnapshotDb db = SnapshotDb.open(DoctoredFile.change(file, sql))) {
            assertThat(db.name()).isEqualTo("empty");
        }
    }

    private void isRefused(Status status, String sql) {
        DoctoredFile.change(file, sql);
        assertFails(status, () -> SnapshotDb.open(file));
    }

    @Test
    void newerAndOlderMinorAndSubVersionsOpen() {
        opens(DoctoredFile.version("be_Db", 3, 1, 1, 0));
        opens(DoctoredFile.version("be_Db", 3, 2, 0, 0));
        opens(DoctoredFile.version("be_Db", 3, 1, 0, 1));
        opens(DoctoredFile.version("be_Db", 3, 0, 9, 9));
        opens(DoctoredFile.version("be_Db", 3, 1, 0, 2) + DoctoredFile.version("ec_Db", 4, 0, 0, 1));
        opens(DoctoredFile.version("ec_Db", 4, 1, 0, 0));
        opens(DoctoredFile.version("ec_Db", 4, 0, 0, 5) + DoctoredFile.version("dgn_Db", 2, 9, 9, 9));
    }

    @Test
    void aNewerMajorVersionIsRefusedNamingBothVersions() {
        isRefused(Status.BE_SQLITE_ERROR_PROFILE_TOO_NEW, DoctoredFile.version("dgn_Db", 3, 0, 0, 0));
        assertThatThrownBy(() -> SnapshotDb.open(file))
                .hasMessageContaining("3.0.0.0")
                .hasMessageContaining("2.0.0.7")
                .hasMessageContaining("empty.bim");
        isRefused(
                Status.BE_SQLITE_ERROR_PROFILE_TOO_NEW,
                DoctoredFile.version("dgn_Db", 2, 0, 0, 7) + DoctoredFile.version("be_Db", 4, 0, 0, 0));
        assertFails(Status.BE_SQLITE_ERROR_PROFILE_TOO_NEW, () -> ECDb.open(file));
    }

    @Test
    void anOlderMajorVersionIsRefused() {
        isRefused(Status.BE_SQLITE_ERROR_PROFILE_TOO_OLD, DoctoredFile.version("ec_Db", 3, 7, 0, 1));
        assertFails(Status.BE_SQLITE_ERROR_PROFILE_TOO_OLD, () -> ECDb.open(file));
    }

    @Test
    void aFileNewerInOneProfileAndOlderInAnotherIsRefused() {
        isRefused(
                Status.BE_SQLITE_ERROR_INVALID_PROFILE_VERSION,
                DoctoredFile.version("be_Db", 3, 1, 0, 3) + DoctoredFile.version("dgn_Db", 2, 0, 0, 5));
    }

    @Test
    void missingNumbersCountAsZeroAndOtherTextIsRefused() {
        opens(
                "UPDATE be_Prop SET StrData='{\"major\":3,\"minor\":1}' WHERE Namespace='be_Db' AND Name='SchemaVersion'");
        isRefused(
                Status.BE_SQLITE_ERROR_INVALID_PROFILE_VERSION,
                "UPDATE be_Prop SET StrData='2.0.0.7' WHERE Namespace='dgn_Db' AND Name='SchemaVersion'");
        isRefused(
                Status.BE_SQLITE_ERROR_INVALID_PROFILE_VERSION,
                "DELETE FROM be_Prop WHERE Namespace='dgn_Db' AND Name='SchemaVersion'");
        ECDb.open(file).close();
    }

    @Test
    void onlyEqualMinorVersionsCanBeWritten() {
        ProfileVersion be = ProfileVersions.SUPPORTED.be();
        ProfileVersion ec = ProfileVersions.SUPPORTED.ec();
        new ProfileVersions(be, ec, null).checkWritable();
        new ProfileVersions(be, new ProfileVersion(4, 0, 9, 9), null).checkWritable();
        assertFails(
                Status.BE_SQLITE_ERROR_PROFILE_TOO_NEW_FOR_READ_WRITE,
                () -> new ProfileVersions(be, new ProfileVersion(4, 1, 0, 0), null).checkWritable());
        assertFails(
                Status.BE_SQLITE_ERROR_PROFILE_TOO_OLD_FOR_READ_WRITE,
                () -> new ProfileVersions(new ProfileVersion(3, 0, 0, 0), ec, null).checkWritable());
        assertFails(
                Status.BE_SQLITE_ERROR_PROFILE_TOO_NEW,
                () -> new ProfileVersions(be, new ProfileVersion(5, 0, 0, 0), null).checkWritable());
    }
}
