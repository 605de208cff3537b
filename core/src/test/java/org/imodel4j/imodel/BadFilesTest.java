package org.imodel4j.imodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.imodel4j.bis.ElementKey;
import org.imodel4j.bis.ElementOptions;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.JsonWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are damaged, cut off or something else: a clear failure that names the file, never a crash. */
class BadFilesTest {
    @TempDir
    Path folder;

    private void isRefused(Path file, Status iModel, Status ecdb) {
        assertRefused(iModel, file, () -> SnapshotDb.open(file).close());
        assertRefused(ecdb, file, () -> ECDb.open(file).close());
        assertRefused(iModel, file, () -> SnapshotDb.open(file, SnapshotOpenOptions.DEFAULT.asImmutable())
                .close());
    }

    private static void assertRefused(Status status, Path file, Runnable open) {
        assertThatThrownBy(open::run)
                .isInstanceOfSatisfying(
                        IModelException.class,
                        e -> assertThat(e.errorNumber()).as(e.getMessage()).isEqualTo(status.number()))
                .hasMessageContaining(file.getFileName().toString());
    }

    private Path written(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private byte[] building() throws IOException {
        return Files.readAllBytes(DoctoredFile.copy("building.bim", folder));
    }

    @Test
    void missingFilesFoldersAndOtherContentAreRefused() throws IOException {
        isRefused(folder.resolve("none.bim"), Status.BE_SQLITE_ERROR_FILE_NOT_FOUND, Status.BE_SQLITE_NOTFOUND);
        assertThat(folder.resolve("none.bim")).doesNotExist();
        isRefused(
                folder.resolve("no").resolve("folder.bim"),
                Status.BE_SQLITE_ERROR_FILE_NOT_FOUND,
                Status.BE_SQLITE_NOTFOUND);
        isRefused(Files.createDirectory(folder.resolve("dir.bim")), Status.BE_SQLITE_NOTADB, Status.BE_SQLITE_NOTADB);
        isRefused(written("empty.bim", new byte[0]), Status.BE_SQLITE_NOTADB, Status.BE_SQLITE_NOTADB);
        byte[] text = "hello world ".repeat(1000).getBytes(StandardCharsets.UTF_8);
        isRefused(written("text.bim", text), Status.BE_SQLITE_NOTADB, Status.BE_SQLITE_NOTADB);
        Path ecdb = DoctoredFile.copy("mapping.ecdb", folder);
        assertRefused(Status.BE_SQLITE_ERROR_INVALID_PROFILE_VERSION, ecdb, () -> SnapshotDb.open(ecdb));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 50, 100, 512, 4096, 5000, 40_960, 200_000})
    void filesThatAreCutOffAreRefused(int length) throws IOException {
        Path cut = written("cut.bim", Arrays.copyOf(building(), length));
        isRefused(cut, Status.BE_SQLITE_CORRUPT, Status.BE_SQLITE_CORRUPT);
    }

    @Test
    void randomBytesInPagesGiveAnAnswerOrAFailureOfOurs() throws IOException {
        byte[] whole = building();
        for (int seed = 0; seed < 150; seed++) {
            Random random = new Random(seed);
            byte[] damaged = whole.clone();
            int page = random.nextInt(whole.length / 4096);
            byte[] noise = new byte[1 + random.nextInt(seed % 2 == 0 ? 4096 : 16)];
            random.nextBytes(noise);
            int at = page * 4096 + random.nextInt(4096 - noise.length + 1);
            System.arraycopy(noise, 0, damaged, at, noise.length);
            readAll(written("noise" + seed + ".bim", damaged), seed);
            Files.delete(folder.resolve("noise" + seed + ".bim"));
        }
    }

    private static void readAll(Path file, int seed) {
        try (SnapshotDb db = SnapshotDb.open(file)) {
            tolerating(seed, db::connectionProps);
            for (long id = 1; id < 290; id += 17) {
                ElementKey key = ElementKey.of(id);
                tolerating(seed, () -> db.elements().tryGet(key, ElementOptions.DEFAULT));
            }
            tolerating(
                    seed,
                    () -> db.<Long>read(connection -> {
                        try (ECSqlCursor cursor = connection.query("SELECT * FROM bis.Element")) {
                            JsonWriter out = new JsonWriter();
                            while (cursor.step()) {
                                out.value(cursor.getLong(0));
                            }
                            return out.size();
                        }
                    }));
        } catch (IModelException expected) {
            assertThat(expected.errorNumber()).as("seed " + seed).isNotZero();
        }
    }

    private static void tolerating(int seed, Runnable read) {
        try {
            read.run();
        } catch (IModelException expected) {
            assertThat(expected.errorNumber()).as("seed " + seed).isNotZero();
        }
    }

    @Test
    void aPropertyThatClaimsToBeHugeIsRefused() throws IOException {
        Path file = DoctoredFile.copy("empty.bim", folder);
        DoctoredFile.change(
                file, "UPDATE be_Prop SET RawSize=1099511627776, Data=x'785e030000000001' WHERE Name='DbGuid'");
        assertRefused(Status.BE_SQLITE_CORRUPT, file, () -> SnapshotDb.open(file));
    }

    @Test
    void otherTypesThanExpectedAreNoTrouble() throws IOException {
        Path file = DoctoredFile.copy("empty.bim", folder);
        DoctoredFile.change(
                file,
                "UPDATE be_Prop SET StrData=x'ff00fe' WHERE Name IN ('Extents','Units');"
                        + "UPDATE be_Local SET Val='x' WHERE Name='be_repositoryid';"
                        + "INSERT INTO be_Local VALUES('ParentChangeSetId',x'0001')");
        try (SnapshotDb db = SnapshotDb.open(file)) {
            assertThat(db.projectExtents().low().x()).isEqualTo(-50);
            assertThat(db.changeset()).isEqualTo(Changeset.NONE);
        }
    }
}
