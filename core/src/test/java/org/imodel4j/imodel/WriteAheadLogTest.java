package org.imodel4j.imodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteDriver;
import org.imodel4j.sqlite.SqliteDrivers;
import org.imodel4j.sqlite.SqliteHeader;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in WAL mode: with and without a log beside them, in folders that can not be written, and while others write. */
class WriteAheadLogTest {
    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void copy() throws IOException {
        file = DoctoredFile.copy("empty.bim", folder);
        assertThat(SqliteHeader.read(file).writeAheadLog()).isTrue();
    }

    private SqliteDatabase writer() {
        return SqliteDrivers.best().open(new OpenRequest(file, OpenRequest.Mode.READ_WRITE, Duration.ofSeconds(5)));
    }

    private Path log() {
        return folder.resolve("empty.bim-wal");
    }

    private static String label(SnapshotDb db) {
        return db.file().<String>statements(WriteAheadLogTest::label);
    }

    private static String label(StatementCache statements) {
        try (StatementCache.Lease lease = statements.acquire("SELECT UserLabel FROM bis_Element WHERE Id=1")) {
            SqliteStatement row = lease.statement();
            row.step();
            return String.valueOf(row.columnText(0));
        }
    }

    private static final String LABEL = "UPDATE bis_Element SET UserLabel='%s' WHERE Id=%d";

    /** Behaves as the file system does in a folder that can not be written, whoever runs the test. */
    private static final class ReadOnlyFolder implements SqliteDriver {
        @Override
        public String name() {
            return "read-only folder";
        }

        @Override
        public SqliteDatabase open(OpenRequest request) {
            if (request.mode() != OpenRequest.Mode.IMMUTABLE) {
                throw new IModelException(Status.BE_SQLITE_CANTOPEN, "unable to open database file");
            }
            return SqliteDrivers.best().open(request);
        }
    }

    @Test
    void inAReadOnlyFolderAFileWithoutALogOpensImmutable() throws IOException {
        try (SnapshotDb db = SnapshotDb.open(file, SnapshotOpenOptions.DEFAULT, new ReadOnlyFolder())) {
            assertThat(db.isImmutable()).isTrue();
            assertThat(db.name()).isEqualTo("empty");
            try (var files = Files.list(folder)) {
                assertThat(files).containsExactly(file);
            }
        }
        Files.createFile(log());
        try (SnapshotDb db = SnapshotDb.open(file, SnapshotOpenOptions.DEFAULT, new ReadOnlyFolder())) {
            assertThat(db.isImmutable()).isTrue();
        }
    }

    @Test
    void inAReadOnlyFolderAFileWithALogIsRefusedRatherThanReadWrongly() throws IOException {
        Files.write(log(), new byte[] {1});
        assertThatThrownBy(() -> SnapshotDb.open(file, SnapshotOpenOptions.DEFAULT, new ReadOnlyFolder()))
                .isInstanceOfSatisfying(IModelException.class, e -> assertThat(e.errorNumber())
                        .isEqualTo(Status.BE_SQLITE_CANTOPEN.number()))
                .hasMessageContaining("write-ahead log")
                .hasMessageContaining("empty.bim-wal");
    }

    @Test
    void aFolderWithoutWritePermissionServesTheFile() {
        assertThat(folder.toFile().setWritable(false)).isTrue();
        try (SnapshotDb db = SnapshotDb.open(file)) {
            assertThat(db.name()).isEqualTo("empty");
        } finally {
            assertThat(folder.toFile().setWritable(true)).isTrue();
        }
    }

    @Test
    void whatStandsOnlyInTheLogIsRead() {
        try (SqliteDatabase writer = writer()) {
            writer.execute(LABEL.formatted("new", 1));
            assertThat(log()).isNotEmptyFile();
            try (SnapshotDb db = SnapshotDb.open(file)) {
                assertThat(label(db)).isEqualTo("new");
                assertThat(db.isImmutable()).isFalse();
                writer.execute(LABEL.formatted("newer", 1));
                assertThat(label(db)).isEqualTo("newer");
            }
        }
    }

    @Test
    void aLogThatAWriterLeftBehindIsRead() throws IOException {
        Path copy = folder.resolve("copy");
        Files.createDirectory(copy);
        try (SqliteDatabase writer = writer()) {
            writer.execute(LABEL.formatted("left", 1));
            Files.copy(file, copy.resolve("empty.bim"));
            Files.copy(log(), copy.resolve("empty.bim-wal"));
        }
        try (SnapshotDb db = SnapshotDb.open(copy.resolve("empty.bim"))) {
            assertThat(label(db)).isEqualTo("left");
        }
    }

    @Test
    void anEmptyLogAndALogOfNoiseChangeNothing() throws IOException {
        Files.createFile(log());
        try (SnapshotDb db = SnapshotDb.open(file)) {
            assertThat(label(db)).isEqualTo("null");
        }
        Files.deleteIfExists(folder.resolve("empty.bim-shm"));
        byte[] noise = new byte[10_000];
        new java.util.Random(1).nextBytes(noise);
        Files.write(log(), noise);
        try (SnapshotDb db = SnapshotDb.open(file)) {
            assertThat(label(db)).isEqualTo("null");
        }
    }

    @Test
    void oneReadSeesOneStateWhileAnotherConnectionWrites() throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        Thread writing = new Thread(() -> {
            try (SqliteDatabase writer = writer()) {
                for (int i = 0; !stop.get(); i++) {
                    writer.execute("BEGIN IMMEDIATE;" + LABEL.formatted("x" + i, 1) + ';' + LABEL.formatted("x" + i, 16)
                            + ";COMMIT");
                    if (i % 50 == 0) {
                        writer.execute("PRAGMA wal_checkpoint(PASSIVE)");
                    }
                }
            }
        });
        String both = "SELECT count(DISTINCT UserLabel), max(UserLabel) FROM bis_Element WHERE Id IN (1,16)";
        try (SnapshotDb db = SnapshotDb.open(file)) {
            writing.start();
            String last = "";
            for (int i = 0; i < 2000 || last.isEmpty(); i++) {
                last = db.file().<String>statements(statements -> {
                    try (StatementCache.Lease lease = statements.acquire(both)) {
                        lease.statement().step();
                        assertThat(lease.statement().columnLong(0)).isLessThanOrEqualTo(1);
                        String label = lease.statement().columnText(1);
                        return label == null ? "" : label;
                    }
                });
            }
        } finally {
            stop.set(true);
            writing.join();
        }
    }

    @Test
    void aFileWithARollbackJournalModeOpens() {
        DoctoredFile.change(file, "PRAGMA journal_mode=DELETE");
        assertThat(SqliteHeader.read(file).writeAheadLog()).isFalse();
        try (SnapshotDb db = SnapshotDb.open(file)) {
            assertThat(db.name()).isEqualTo("empty");
            assertThat(log()).doesNotExist();
        }
    }

    @Test
    void aLockedFileIsReportedAsBusy() {
        DoctoredFile.change(file, "PRAGMA journal_mode=DELETE");
        SnapshotOpenOptions impatient = new SnapshotOpenOptions(null, 1, Duration.ofMillis(20), false);
        try (SqliteDatabase writer = writer()) {
            writer.execute("BEGIN EXCLUSIVE");
            assertThatThrownBy(() -> SnapshotDb.open(file, impatient))
                    .isInstanceOfSatisfying(IModelException.class, e -> assertThat(e.errorNumber())
                            .isEqualTo(Status.BE_SQLITE_BUSY.number()));
        }
    }

    @Test
    void closingStopsWhatRunsAndLetsGoOfTheFile() throws InterruptedException {
        SnapshotDb db = SnapshotDb.open(file);
        AtomicBoolean running = new AtomicBoolean();
        AtomicBoolean stopped = new AtomicBoolean();
        Thread reader = new Thread(() -> {
            try {
                db.file().<Boolean>statements(statements -> {
                    try (StatementCache.Lease lease = statements.acquire(
                            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT i FROM n")) {
                        while (lease.statement().step()) {
                            running.set(true);
                        }
                        return true;
                    }
                });
            } catch (IModelException e) {
                stopped.set(e.errorNumber() == Status.BE_SQLITE_INTERRUPT.number());
            }
        });
        reader.start();
        while (!running.get()) {
            Thread.onSpinWait();
        }
        db.close();
        reader.join();
        assertThat(stopped).isTrue();
        assertThat(db.file().openConnections()).isZero();
    }
}
