package org.imodel4j.imodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.imodel4j.ecsql.run.Door;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.ecsql.run.ECSqlWrite;
import org.imodel4j.ecsql.run.QueryArgument;
import org.imodel4j.ecsql.run.QueryArguments;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.sqlite.SqliteHeader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Saving, abandoning, other writers and readers, other threads, and processes that die. */
class WritableECDbTest {
    private static final String INSERT = "INSERT INTO pl.Solo(Name) VALUES('new')";

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void copy() throws IOException {
        file = DoctoredFile.copy("ecsql/plain.ecdb", folder);
    }

    private static long insert(WritableECDb db) {
        return db.write(INSERT, QueryArguments.NONE).orThrow().id();
    }

    private static long count(ReadConnection connection, String ecsql) {
        try (ECSqlCursor cursor = connection.query(ecsql)) {
            assertThat(cursor.step()).isTrue();
            return cursor.getLong(0);
        }
    }

    private static long count(ReadConnection connection) {
        return count(connection, "SELECT COUNT(*) FROM pl.Solo");
    }

    private long countOfFile() {
        try (ECDb db = ECDb.open(file)) {
            return db.read(WritableECDbTest::count);
        }
    }

    private static void assertFails(Status status, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(IModelException.class, failure -> assertThat(failure.errorNumber())
                        .isEqualTo(status.number()));
    }

    @Test
    void changesArePermanentOnceTheyAreSaved() {
        try (WritableECDb db = ECDb.openForWrite(file)) {
            assertThat(insert(db)).isEqualTo(0x21);
            assertThat(countOfFile()).as("to others").isEqualTo(6);
            assertThat(count(db.reader())).as("to the writer").isEqualTo(7);
            db.saveChanges();
            assertThat(countOfFile()).isEqualTo(7);
        }
        try (WritableECDb db = ECDb.openForWrite(file)) {
            assertThat(insert(db)).as("the sequence was saved too").isEqualTo(0x22);
        }
    }

    @Test
    void closingAbandonsWhatIsNotSaved() {
        try (WritableECDb db = ECDb.openForWrite(file)) {
            insert(db);
        }
        assertThat(countOfFile()).isEqualTo(6);
    }

    @Test
    void abandonedChangesAreGoneAndTheirIdsComeAgain() {
        try (WritableECDb db = ECDb.openForWrite(file)) {
            insert(db);
            db.saveChanges();
            assertThat(insert(db)).isEqualTo(0x22);
            db.abandonChanges();
            assertThat(count(db.reader())).isEqualTo(7);
            assertThat(insert(db)).isEqualTo(0x22);
        }
    }

    @Test
    void statementsOutliveTheTransactionTheyWerePreparedIn() {
        try (WritableECDb db = ECDb.openForWrite(file);
                ECSqlWrite insert = db.prepare(INSERT)) {
            insert.step();
            db.saveChanges();
            insert.step();
            db.abandonChanges();
            assertThat(insert.step().id()).isEqualTo(0x22);
            db.saveChanges();
        }
        assertThat(countOfFile()).isEqualTo(8);
    }

    @Test
    void aSecondWriterIsToldThatTheFileIsBusy() {
        try (WritableECDb first = ECDb.openForWrite(file)) {
            assertFails(Status.BE_SQLITE_BUSY, () -> ECDb.openForWrite(file, Duration.ZERO));
            insert(first);
            first.saveChanges();
            assertFails(Status.BE_SQLITE_BUSY, () -> ECDb.openForWrite(file, Duration.ZERO));
        }
        try (WritableECDb second = ECDb.openForWrite(file, Duration.ZERO)) {
            assertThat(insert(second)).isEqualTo(0x22);
        }
    }

    /** A rollback journal lets nobody in while somebody reads; what could not be saved stays as it is. */
    @Test
    void savingWaitsForReadersAndCanBeTriedAgain() {
        try (WritableECDb db = ECDb.openForWrite(file, Duration.ZERO);
                ECDb other = ECDb.open(file)) {
            insert(db);
            try (ReadConnection reader = other.connect();
                    ECSqlCursor cursor = reader.query("SELECT ECInstanceId FROM pl.Solo")) {
                assertThat(cursor.step()).isTrue();
                assertFails(Status.BE_SQLITE_BUSY, db::saveChanges);
            }
            assertThat(count(db.reader())).isEqualTo(7);
            insert(db);
            db.saveChanges();
        }
        assertThat(countOfFile()).isEqualTo(8);
    }

    @Test
    void workThatFailsInsideOfOtherWorkTakesOnlyItselfBack() {
        try (WritableECDb db = ECDb.openForWrite(file)) {
            db.connection().transaction().atomically(() -> {
                insert(db);
                assertThatThrownBy(() -> db.connection().transaction().atomically(() -> {
                            insert(db);
                            throw new IllegalStateException("given up");
                        }))
                        .hasMessage("given up");
                insert(db);
            });
            assertThat(count(db.reader())).isEqualTo(8);
        }
    }

    @Test
    void anotherThreadMayNotWriteUntilItTakesOver() throws InterruptedException {
        try (WritableECDb db = ECDb.openForWrite(file)) {
            AtomicReference<Throwable> failure = new AtomicReference<>();
            Thread other = Thread.ofPlatform().start(() -> {
                try {
                    assertFails(Status.BAD_ARG, () -> insert(db));
                    assertFails(Status.BAD_ARG, db::saveChanges);
                    assertFails(Status.BAD_ARG, db::reader);
                    db.takeOver();
                    insert(db);
                    db.saveChanges();
                } catch (Throwable thrown) {
                    failure.set(thrown);
                }
            });
            other.join();
            assertThat(failure.get()).isNull();
            assertFails(Status.BAD_ARG, () -> insert(db));
        }
        assertThat(countOfFile()).isEqualTo(7);
    }

    @Test
    void nothingWorksOnceItIsClosed() {
        WritableECDb db = ECDb.openForWrite(file);
        db.close();
        db.close();
        assertFails(Status.NOT_OPEN, () -> insert(db));
        assertFails(Status.NOT_OPEN, db::saveChanges);
        assertFails(Status.NOT_OPEN, db::abandonChanges);
    }

    @Test
    void foreignKeysAreKept() {
        try (WritableECDb db = ECDb.openForWrite(file)) {
            assertThat(db.write(
                                    "INSERT INTO pl.SoloLinksBase(SourceECInstanceId,TargetECInstanceId) VALUES(999,17)",
                                    QueryArguments.NONE)
                            .statusName())
                    .isEqualTo("BE_SQLITE_CONSTRAINT_FOREIGNKEY");
            db.write("DELETE FROM pl.Solo WHERE ECInstanceId=?", QueryArguments.of(QueryArgument.id(1)))
                    .orThrow();
            assertThat(count(db.reader(), "SELECT COUNT(*) FROM pl.SoloLinksBase"))
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "wal"})
    void theJournalModeStaysAsItIs(String mode) throws IOException {
        DoctoredFile.change(file, "PRAGMA journal_mode=" + mode);
        boolean writeAheadLog = mode.equals("wal");
        assertThat(SqliteHeader.read(file).writeAheadLog()).isEqualTo(writeAheadLog);
        try (WritableECDb db = ECDb.openForWrite(file)) {
            insert(db);
            db.saveChanges();
            assertThat(countOfFile()).isEqualTo(7);
        }
        assertThat(SqliteHeader.read(file).writeAheadLog()).isEqualTo(writeAheadLog);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "wal"})
    void aProcessKilledWhileItWritesLeavesWhatItSaved(String mode) throws Exception {
        DoctoredFile.change(file, "PRAGMA journal_mode=" + mode);
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledWriter.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).isEqualTo("writing");
        } finally {
            writer.destroyForcibly().waitFor();
        }
        assertThat(countOfFile()).isEqualTo(7);
        try (WritableECDb db = ECDb.openForWrite(file)) {
            assertThat(count(db.reader(), "SELECT COUNT(*) FROM pl.Solo WHERE Name='saved'"))
                    .isEqualTo(1);
            assertThat(insert(db)).isEqualTo(0x22);
        }
    }

    @Test
    void aProcessThatIsGoneHoldsNoLock() throws Exception {
        try (WritableECDb db = ECDb.openForWrite(file)) {
            insert(db);
        }
        try (WritableECDb db = ECDb.openForWrite(file, Duration.ZERO)) {
            assertThat(insert(db)).isEqualTo(0x21);
        }
    }

    @Test
    void anIModelCompilesStatementsAndRefusesThem() throws IOException {
        Path iModel = DoctoredFile.copy("ecsql/bis.bim", folder);
        try (WritableECDb db = ECDb.openForWrite(iModel)) {
            for (String ecsql : new String[] {
                "DELETE FROM bis.Element",
                "UPDATE bis.Model SET IsPrivate=1",
                "INSERT INTO bis.CodeSpec(Name) VALUES('x')",
            }) {
                assertThatThrownBy(() -> db.prepare(ecsql)).isInstanceOfSatisfying(IModelException.class, failure -> {
                    assertThat(failure.errorNumber()).isEqualTo(1);
                    assertThat(failure.text()).isEqualTo("Cannot modify EC data without ECCrudWriteToken.");
                });
            }
            assertThatThrownBy(() -> db.prepare("DELETE FROM bis.Nope")).hasMessageContaining("does not exist");
        }
    }

    @Test
    void changedSchemasAreReadAnew() {
        try (WritableECDb db = ECDb.openForWrite(file)) {
            assertThat(db.schemas().tryClass("Plain.Solo")).isNotNull();
            db.connection().transaction().database().execute("UPDATE ec_Class SET Name='Alone' WHERE Name='Solo'");
            db.schemasChanged();
            assertThat(db.schemas().tryClass("Plain.Solo")).isNull();
            db.write("INSERT INTO pl.Alone(Name) VALUES('x')", QueryArguments.NONE)
                    .orThrow();
            assertThat(count(db.reader(), "SELECT COUNT(*) FROM pl.Alone")).isEqualTo(7);
            db.abandonChanges();
            assertThat(db.schemas().tryClass("Plain.Alone")).isNull();
            assertThat(count(db.reader())).isEqualTo(6);
        }
    }

    @Test
    void missingAndDamagedFilesAreRefusedAndNothingStaysOpen() throws IOException {
        assertFails(Status.BE_SQLITE_NOTFOUND, () -> ECDb.openForWrite(folder.resolve("none.ecdb")));
        Path text = Files.writeString(folder.resolve("text.ecdb"), "no database");
        assertFails(Status.BE_SQLITE_NOTADB, () -> ECDb.openForWrite(text));
        DoctoredFile.change(file, DoctoredFile.version("ec_Db", 4, 1, 0, 0));
        assertFails(Status.BE_SQLITE_ERROR_PROFILE_TOO_NEW_FOR_READ_WRITE, () -> ECDb.openForWrite(file));
        DoctoredFile.change(file, DoctoredFile.version("ec_Db", 4, 0, 0, 5));
        try (WritableECDb db = ECDb.openForWrite(file, Duration.ZERO)) {
            assertThat(insert(db)).isEqualTo(0x21);
        }
    }

    @Test
    void queriesInTheMiddleOfAChangeKeepTheirRows() {
        try (WritableECDb db = ECDb.openForWrite(file);
                ECSqlWrite update = db.prepare("UPDATE pl.Solo SET Num=100 WHERE ECInstanceId=?");
                ECSqlCursor cursor = db.reader()
                        .query(
                                db.reader()
                                        .compile("SELECT ECInstanceId FROM pl.Solo ORDER BY ECInstanceId", Door.READER),
                                QueryArguments.NONE)) {
            int rows = 0;
            while (cursor.step()) {
                update.bindLong(1, cursor.getLong(0)).step().orThrow();
                rows++;
            }
            assertThat(rows).isEqualTo(6);
            assertThat(count(db.reader(), "SELECT COUNT(*) FROM pl.Solo WHERE Num=100"))
                    .isEqualTo(6);
        }
    }
}
