package org.imodel4j.imodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDrivers;
import org.imodel4j.sqlite.WriteTransaction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Embedded files that iTwin.js 5.7.3 stored, our own ones, and damaged ones. */
class EmbeddedFilesTest {
    private static final Instant TIME = Instant.parse("2020-02-03T04:05:06.789Z");
    private static final byte[] HELLO = "hello world".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void copy() throws IOException {
        file = DoctoredFile.copy("empty.bim", folder);
    }

    private void edit(Consumer<EmbeddedFileWriter> work) {
        edit(0, work);
    }

    private void edit(int briefcaseId, Consumer<EmbeddedFileWriter> work) {
        try (WriteTransaction transaction = WriteTransaction.open(SqliteDrivers.best(), OpenRequest.readWrite(file))) {
            work.accept(new EmbeddedFileWriter(transaction, briefcaseId));
            transaction.save();
        }
    }

    private static EmbeddedFile embed(EmbeddedFileWriter writer, String name, byte[] content, boolean compressed) {
        return writer.embed(new NewEmbeddedFile(name, "txt", TIME, compressed), new ByteArrayInputStream(content));
    }

    private byte[] read(String name) {
        try (SnapshotDb db = SnapshotDb.open(file)) {
            return db.embeddedFiles().read(name, Integer.MAX_VALUE);
        }
    }

    private static void assertFails(Status status, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(IModelException.class, failure -> assertThat(failure.errorNumber())
                        .isEqualTo(status.number()));
    }

    /** Rows as iTwin.js left them. */
    private void insertRecorded() throws IOException {
        StringBuilder sql = new StringBuilder();
        try (InputStream in = EmbeddedFilesTest.class.getResourceAsStream("embedded-files.tsv")) {
            assertThat(in).isNotNull();
            String last = "";
            int id = 0;
            for (String line : new String(in.readAllBytes(), StandardCharsets.US_ASCII).split("\n")) {
                String[] cells = line.split("\t");
                if (line.startsWith("#")) {
                    continue;
                }
                if (!cells[0].equals(last)) {
                    last = cells[0];
                    id++;
                    sql.append("INSERT INTO be_EmbedFile(Id,Name,Type,Size,Chunk,LastModified) VALUES(" + id + ",'"
                            + last + "','txt'," + cells[1] + "," + cells[2] + ",2458882.6702174656);");
                }
                sql.append("INSERT INTO be_Prop(Namespace,Name,Id,SubId,TxnMode,Data) VALUES('be_Db','EmbdBlob'," + id
                        + "," + cells[3] + ",0,x'" + cells[4] + "');");
            }
        }
        DoctoredFile.change(file, sql.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "text-compressed, hello world",
        "text-replaced, hello world",
        "text-raw, hello world",
        "empty-compressed, ''",
        "empty-raw, ''"
    })
    void recordedFilesAreRead(String name, String content) throws IOException {
        insertRecorded();
        assertThat(new String(read(name), StandardCharsets.US_ASCII)).isEqualTo(content);
    }

    @Test
    void aRecordedFileOfManyPacketsIsRead() throws IOException {
        insertRecorded();
        assertThat(read("ZEROS")).isEqualTo(new byte[3_000_000]);
        try (SnapshotDb db = SnapshotDb.open(file)) {
            assertThat(db.embeddedFiles().all()).hasSize(6);
            assertThat(db.embeddedFiles().tryGet("zeros"))
                    .isEqualTo(new EmbeddedFile(1, "zeros", "txt", 3_000_000, TIME));
            assertThat(db.embeddedFiles().tryGet("none")).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 512_000, 512_001, 524_288, 1_600_000})
    void whatIsEmbeddedComesOutAgain(int size) {
        byte[] noise = new byte[size];
        new Random(size).nextBytes(noise);
        byte[] mixed = noise.clone();
        Arrays.fill(mixed, size / 4, size, (byte) 'x');
        edit(writer -> {
            embed(writer, "raw", noise, false);
            embed(writer, "noise", noise, true);
            EmbeddedFile found = embed(writer, "mixed", mixed, true);
            assertThat(found).isEqualTo(new EmbeddedFile(3, "mixed", "txt", size, TIME));
            assertThat(writer.files().read("mixed", size)).isEqualTo(mixed);
        });
        assertThat(read("raw")).isEqualTo(noise);
        assertThat(read("noise")).isEqualTo(noise);
        assertThat(read("mixed")).isEqualTo(mixed);
    }

    @Test
    void aNameIsTakenWhateverItsCaseAndExtension() {
        edit(writer -> {
            embed(writer, "Name", HELLO, true);
            assertFails(Status.BE_SQLITE_CONSTRAINT, () -> embed(writer, "nAME", HELLO, true));
            assertFails(
                    Status.BE_SQLITE_CONSTRAINT,
                    () -> writer.embed(
                            new NewEmbeddedFile("Name", "pdf", TIME, true), new ByteArrayInputStream(HELLO)));
            assertFails(Status.BAD_ARG, () -> embed(writer, "a\0b", HELLO, true));
            assertThat(writer.files().all()).hasSize(1);
        });
    }

    @Test
    void replacingKeepsIdNameAndExtension() {
        Instant later = TIME.plusSeconds(1);
        edit(writer -> {
            embed(writer, "Doc", new byte[1_500_000], false);
            EmbeddedFile found = writer.replace("doc", new ByteArrayInputStream(HELLO), later, true);
            assertThat(found).isEqualTo(new EmbeddedFile(1, "Doc", "txt", HELLO.length, later));
            assertFails(
                    Status.BE_SQLITE_ERROR, () -> writer.replace("none", new ByteArrayInputStream(HELLO), later, true));
        });
        assertThat(read("Doc")).isEqualTo(HELLO);
    }

    @Test
    void aRemovedFileLeavesNoChunk() {
        edit(writer -> {
            embed(writer, "a", HELLO, true);
            embed(writer, "b", HELLO, false);
            writer.remove("A");
            assertFails(Status.BE_SQLITE_ERROR_FILE_NOT_FOUND, () -> writer.remove("a"));
            embed(writer, "c", HELLO, false);
            writer.remove("b");
            writer.remove("c");
        });
        try (SnapshotDb db = SnapshotDb.open(file)) {
            assertThat(db.fileProperties().nextId("be_Db", "EmbdBlob")).isZero();
        }
    }

    @Test
    void idsLieInTheRangeOfTheCopy() {
        edit(writer -> embed(writer, "a", HELLO, true));
        edit(5, writer -> {
            assertThat(embed(writer, "b", HELLO, true).id()).isEqualTo(5_497_558_138_881L);
            assertThat(embed(writer, "c", HELLO, true).id()).isEqualTo(5_497_558_138_882L);
        });
        edit(writer -> assertThat(embed(writer, "d", HELLO, true).id()).isEqualTo(2));
    }

    @Test
    void aContentThatFailsChangesNothing() {
        edit(writer -> {
            embed(writer, "kept", HELLO, true);
            assertFails(
                    Status.READ_ERROR,
                    () -> writer.embed(new NewEmbeddedFile("new", "", TIME, false), new TornStream(600_000)));
            assertThat(writer.files().tryGet("new")).isNull();
            assertFails(Status.READ_ERROR, () -> writer.replace("kept", new TornStream(0), TIME, true));
        });
        assertThat(read("kept")).isEqualTo(HELLO);
    }

    /** Gives so many bytes and then fails. */
    private static final class TornStream extends InputStream {
        private int left;

        TornStream(int left) {
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            return read(new byte[1], 0, 1);
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            if (left == 0) {
                throw new IOException("torn");
            }
            int count = Math.min(length, left);
            left -= count;
            return count;
        }
    }

    @Test
    void filesComeFromAndGoToTheFileSystem() throws IOException {
        Path source = Files.write(folder.resolve("in.txt"), HELLO);
        Files.setLastModifiedTime(source, FileTime.from(TIME));
        Path target = folder.resolve("out.txt");
        edit(writer -> {
            assertThat(writer.embed("doc", source, "txt", true).lastModified()).isEqualTo(TIME);
            assertThat(writer.replace("doc", source, false).size()).isEqualTo(HELLO.length);
            assertFails(
                    Status.BE_SQLITE_ERROR_FILE_NOT_FOUND,
                    () -> writer.embed("other", folder.resolve("none"), "txt", true));
            assertFails(Status.READ_ERROR, () -> writer.embed("other", folder, "txt", true));
            writer.files().extract("doc", target);
            assertFails(Status.FILE_ALREADY_EXISTS, () -> writer.files().extract("doc", target));
            assertFails(Status.NOT_FOUND, () -> writer.files().extract("none", folder.resolve("none")));
            assertFails(Status.WRITE_ERROR, () -> writer.files().extract("doc", folder.resolve("no/folder")));
        });
        assertThat(target).hasBinaryContent(HELLO);
    }

    @Test
    void theReaderSaysHowMuchItAllows() {
        edit(writer -> embed(writer, "doc", HELLO, true));
        try (SnapshotDb db = SnapshotDb.open(file)) {
            assertThat(db.embeddedFiles().read("doc", 11)).isEqualTo(HELLO);
            assertFails(Status.BE_SQLITE_TOOBIG, () -> db.embeddedFiles().read("doc", 10));
            assertFails(Status.WRITE_ERROR, () -> db.embeddedFiles().extract("doc", full()));
        }
    }

    private static OutputStream full() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("full");
            }
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE be_EmbedFile SET Size=10",
                "UPDATE be_EmbedFile SET Size=12",
                "UPDATE be_EmbedFile SET Size=-1",
                "UPDATE be_EmbedFile SET Size=1099511627776",
                "DELETE FROM be_Prop WHERE Name='EmbdBlob' AND SubId=0",
                "DELETE FROM be_Prop WHERE Name='EmbdBlob' AND SubId=1",
                "DELETE FROM be_Prop WHERE Name='EmbdBlob'",
                "UPDATE be_Prop SET SubId=2 WHERE Name='EmbdBlob' AND SubId=1",
                "UPDATE be_Prop SET Data=zeroblob(17) WHERE Name='EmbdBlob' AND SubId=0",
                "UPDATE be_Prop SET Data=x'1000456d4c7a6d610000000010000100' WHERE Name='EmbdBlob' AND SubId=0",
                "UPDATE be_Prop SET Data=x'1000456d4c7a6d610000000010000200' WHERE Name='EmbdBlob' AND SubId=0",
                "UPDATE be_Prop SET Data=x'1000456d4c7a6d61000000001000020029' WHERE Name='EmbdBlob' AND SubId=0",
                "UPDATE be_Prop SET Data=x'1000456d4c7a6d610000000010000001' WHERE Name='EmbdBlob' AND SubId=0",
                "UPDATE be_Prop SET Data=zeroblob(17000000) WHERE Name='EmbdBlob' AND SubId=1",
                "UPDATE be_Prop SET Data=x'ff' WHERE Name='EmbdBlob' AND SubId=1",
                "UPDATE be_Prop SET Data='text' WHERE Name='EmbdBlob' AND SubId=1"
            })
    void damageIsReportedAndLeavesNoFile(String sql) {
        edit(writer -> embed(writer, "doc", HELLO, true));
        DoctoredFile.change(file, sql);
        Path target = folder.resolve("out");
        try (SnapshotDb db = SnapshotDb.open(file)) {
            assertFails(Status.BE_SQLITE_CORRUPT, () -> db.embeddedFiles().extract("doc", target));
        }
        assertThat(target).doesNotExist();
    }

    @Test
    void anyDamagedByteEndsInContentOrOurException() {
        byte[] content = new byte[30_000];
        new Random(4).nextBytes(content);
        Arrays.fill(content, 9_000, 30_000, (byte) 3);
        edit(writer -> embed(writer, "doc", content, true));
        Random random = new Random(20_260_701);
        for (int round = 0; round < 60; round++) {
            int at = 1 + random.nextInt(9_500);
            String other = String.format(java.util.Locale.ROOT, "%02x", random.nextInt(256));
            DoctoredFile.change(
                    file,
                    "UPDATE be_Prop SET Data=substr(Data,1," + (at - 1) + ")||x'" + other + "'||substr(Data," + (at + 1)
                            + ") WHERE Name='EmbdBlob' AND SubId=1");
            try (SnapshotDb db = SnapshotDb.open(file)) {
                Throwable failure = org.assertj.core.api.Assertions.catchThrowable(
                        () -> db.embeddedFiles().extract("doc", new ByteArrayOutputStream()));
                if (failure != null) {
                    assertThat(failure).as("round %s", round).isInstanceOf(IModelException.class);
                }
            }
        }
    }

    @Test
    void aDateThatIsNoneReadsAsTheEpoch() {
        edit(writer -> embed(writer, "doc", HELLO, true));
        for (String date : new String[] {"NULL", "'soon'", "1e300", "-1e300"}) {
            DoctoredFile.change(file, "UPDATE be_EmbedFile SET LastModified=" + date);
            try (SnapshotDb db = SnapshotDb.open(file)) {
                assertThatCode(() -> assertThat(db.embeddedFiles().all())
                                .extracting(EmbeddedFile::lastModified)
                                .containsExactly(Instant.EPOCH))
                        .doesNotThrowAnyException();
            }
        }
    }
}
