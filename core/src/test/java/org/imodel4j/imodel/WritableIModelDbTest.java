package org.imodel4j.imodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.imodel4j.bis.ElementKey;
import org.imodel4j.bis.ElementOptions;
import org.imodel4j.ec.schema.StoredFile;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonObject;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteDrivers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saving, abandoning, who may write, and what writing refuses. */
class WritableIModelDbTest {
    private static final String NEW = "\"classFullName\":\"AllTypes:ATElem\",\"model\":\"0x11\",\"category\":\"0x12\","
            + "\"code\":{\"spec\":\"0x1\",\"scope\":\"0x1\",\"value\":\"\"}";

    @TempDir
    Path folder;

    private Path copy(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.copy(StoredFile.path(name), file);
        return file;
    }

    private static JsonObject props(String more) {
        return TestProps.of("{" + NEW + more + "}");
    }

    private static void assertRefused(Status status, org.assertj.core.api.ThrowableAssert.ThrowingCallable edit) {
        assertThatThrownBy(edit).isInstanceOfSatisfying(IModelException.class, e -> assertThat(e.errorNumber())
                .isEqualTo(status.number()));
    }

    @Test
    void whatIsSavedIsThereAfterReopening() throws IOException {
        Path file = copy("all-types.bim");
        long id;
        try (WritableIModelDb iModel = SnapshotDb.openForWrite(file)) {
            id = iModel.edit().elements().insert(props(",\"userLabel\":\"kept\""));
            iModel.saveChanges();
            long lost = iModel.edit().elements().insert(props(""));
            assertThat(lost).isEqualTo(id + 1);
        }
        try (SnapshotDb iModel = SnapshotDb.open(file)) {
            assertThat(iModel.elements()
                            .get(ElementKey.of(id), ElementOptions.DEFAULT)
                            .text("userLabel"))
                    .isEqualTo("kept");
            assertThat(iModel.elements().tryGet(ElementKey.of(id + 1), ElementOptions.DEFAULT))
                    .isNull();
        }
    }

    @Test
    void abandonedIdsAreGivenAgain() throws IOException {
        try (WritableIModelDb iModel = SnapshotDb.openForWrite(copy("all-types.bim"))) {
            long id = iModel.edit().elements().insert(props(""));
            iModel.abandonChanges();
            assertThat(iModel.elements().tryGet(ElementKey.of(id), ElementOptions.DEFAULT))
                    .isNull();
            assertThat(iModel.edit().elements().insert(props(""))).isEqualTo(id);
        }
    }

    @Test
    void aCategoryThatWasAbandonedIsNoneForTheNextElement() throws IOException {
        try (WritableIModelDb iModel = SnapshotDb.openForWrite(copy("all-types.bim"))) {
            long category = iModel.edit()
                    .elements()
                    .insert(TestProps.of("{\"classFullName\":\"BisCore:SpatialCategory\",\"model\":\"0x10\","
                            + "\"code\":{\"spec\":\"0x16\",\"scope\":\"0x10\",\"value\":\"gone\"}}"));
            JsonObject inIt = TestProps.of(
                    "{" + NEW.replace("\"category\":\"0x12\"", "\"category\":\"" + Id64.toHex(category) + "\"") + "}");
            iModel.edit().elements().insert(inIt);
            iModel.abandonChanges();
            assertRefused(
                    Status.INVALID_CATEGORY, () -> iModel.edit().elements().insert(inIt));
        }
    }

    @Test
    void onlyTheOwnerWrites() throws Exception {
        try (WritableIModelDb iModel = SnapshotDb.openForWrite(copy("all-types.bim"))) {
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            Thread other = Thread.ofPlatform().start(() -> {
                try {
                    iModel.edit().elements().insert(props(""));
                } catch (IModelException e) {
                    thrown.set(e);
                }
            });
            other.join();
            assertThat(thrown.get()).isInstanceOfSatisfying(IModelException.class, e -> assertThat(e.errorNumber())
                    .isEqualTo(Status.BAD_ARG.number()));
        }
    }

    @Test
    void aClosedFileTakesNothing() throws IOException {
        WritableIModelDb iModel = SnapshotDb.openForWrite(copy("all-types.bim"));
        iModel.close();
        assertRefused(Status.NOT_OPEN, () -> iModel.edit().elements().insert(props("")));
    }

    @Test
    void aSecondWriterIsRefused() throws IOException {
        Path file = copy("all-types.bim");
        try (WritableIModelDb first = SnapshotDb.openForWrite(file)) {
            assertThat(first.path()).isEqualTo(file.toAbsolutePath());
            assertThatThrownBy(() -> WritableIModelDb.open(file, java.time.Duration.ofMillis(50)))
                    .isInstanceOfSatisfying(IModelException.class, e -> assertThat(e.errorNumber() & 0xff)
                            .isEqualTo(Status.BE_SQLITE_BUSY.number()));
        }
    }

    @Test
    void aFileWithoutWritePermissionIsRefused() throws IOException {
        assertRefused(Status.BE_SQLITE_ERROR_FILE_NOT_FOUND, () -> SnapshotDb.openForWrite(folder.resolve("none.bim")));
        Path ecdb = copy("mapping.ecdb");
        assertThatThrownBy(() -> SnapshotDb.openForWrite(ecdb)).isInstanceOf(IModelException.class);
    }

    @Test
    void briefcasesAreRefusedUntilTheirChangesAreRecorded() throws IOException {
        Path file = copy("all-types.bim");
        try (SqliteDatabase database = SqliteDrivers.best()
                .open(new OpenRequest(file, OpenRequest.Mode.READ_WRITE, java.time.Duration.ofSeconds(1)))) {
            database.execute("UPDATE be_Local SET Val=2 WHERE Name='be_repositoryId'");
        }
        assertRefused(Status.READ_ONLY, () -> SnapshotDb.openForWrite(file));
    }

    @Test
    void onlyEditableFilesNoteWhichModelsChanged() throws IOException {
        Path snapshot = copy("all-types.bim");
        try (WritableIModelDb iModel = SnapshotDb.openForWrite(snapshot)) {
            iModel.edit().elements().insert(props(""));
            iModel.saveChanges();
        }
        assertThat(modelRow(snapshot)).isEqualTo("0 0");
        Path standalone = folder.resolve("standalone.bim");
        Files.copy(snapshot, standalone);
        try (SqliteDatabase database = SqliteDrivers.best()
                .open(new OpenRequest(standalone, OpenRequest.Mode.READ_WRITE, java.time.Duration.ofSeconds(1)))) {
            database.execute("INSERT INTO be_Local(Name,Val) VALUES('StandaloneEdit','{ \"txns\": true }')");
        }
        try (WritableIModelDb iModel = StandaloneDb.openForWrite(standalone)) {
            iModel.edit().elements().insert(props(""));
            iModel.saveChanges();
        }
        assertThat(modelRow(standalone)).isEqualTo("1 1");
    }

    private static String modelRow(Path file) {
        try (SqliteDatabase database = SqliteDrivers.best().open(OpenRequest.immutable(file));
                var row = database.prepare(
                        "SELECT (LastMod IS NOT NULL)||' '||(ps1 IS NOT NULL) FROM bis_Model WHERE Id=17")) {
            row.step();
            return String.valueOf(row.columnText(0));
        }
    }

    @Test
    void hugeTextsAndDeepJsonAreStoredOrRefused() throws IOException {
        try (WritableIModelDb iModel = SnapshotDb.openForWrite(copy("all-types.bim"))) {
            String large = "x".repeat(4 << 20);
            long id = iModel.edit().elements().insert(props(",\"pStr\":\"" + large + "\""));
            assertThat(iModel.elements()
                            .get(ElementKey.of(id), ElementOptions.DEFAULT)
                            .text("pStr"))
                    .hasSize(large.length());
            assertRefused(Status.INVALID_CODE, () -> iModel.edit()
                    .elements()
                    .insert(TestProps.of("{" + NEW.replace("\"value\":\"\"", "\"value\":\"" + large + "\"") + "}")));
        }
    }

    @Test
    void whatIsRefusedNamesTheOffender() throws IOException {
        try (WritableIModelDb iModel = SnapshotDb.openForWrite(copy("all-types.bim"))) {
            assertThatThrownBy(() ->
                            iModel.edit().elements().insert(TestProps.of("{" + NEW.replace("0x12", "0x999") + "}")))
                    .hasMessageContaining("0x999");
            assertThatThrownBy(() -> iModel.edit().elements().insert(props(",\"aInt\":[1]")))
                    .hasMessageContaining("aInt");
            assertThatThrownBy(() -> iModel.edit().elements().delete(0x999)).hasMessageContaining("0x999");
        }
    }
}
