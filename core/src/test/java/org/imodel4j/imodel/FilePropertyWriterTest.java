package org.imodel4j.imodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDrivers;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.WriteTransaction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is stored, compared with what iTwin.js 5.7.3 stored for the same calls of {@code saveFileProperty}. */
class FilePropertyWriterTest {
    private static final FileProperty NOTE = FileProperty.of("app", "note");

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void copy() throws IOException {
        file = DoctoredFile.copy("empty.bim", folder);
    }

    private void write(Consumer<WriteTransaction> work) {
        try (WriteTransaction transaction = WriteTransaction.open(SqliteDrivers.best(), OpenRequest.readWrite(file))) {
            work.accept(transaction);
        }
    }

    private void edit(Consumer<FilePropertyWriter> work) {
        write(transaction -> {
            work.accept(new FilePropertyWriter(transaction));
            transaction.save();
        });
    }

    private String stored() {
        StringBuilder found = new StringBuilder();
        write(transaction -> {
            try (SqliteStatement row = transaction
                    .database()
                    .prepare(
                            "SELECT Id,SubId,TxnMode,quote(StrData),quote(RawSize),quote(substr(Data,1,2)),length(Data)"
                                    + " FROM be_Prop WHERE Namespace='app' AND Name='note' ORDER BY Id")) {
                while (row.step()) {
                    for (int i = 0; i < row.columnCount(); i++) {
                        found.append(i == 0 ? "" : " ").append(row.columnText(i));
                    }
                    found.append(';');
                }
            }
        });
        return found.toString();
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) 'A');
        return bytes;
    }

    @ParameterizedTest
    @CsvSource({
        "hello, -1, 0 0 0 'hello' NULL NULL null;",
        "'', -1, 0 0 0 '' NULL NULL null;",
        ", 100, 0 0 0 NULL NULL X'4141' 100;",
        ", 101, 0 0 0 NULL 101 X'785E' 12;",
        "'', 5, 0 0 0 '' NULL X'4141' 5;",
        "txt, 300, 0 0 0 'txt' 300 X'785E' 14;",
        "x, 0, 0 0 0 'x' NULL NULL null;",
        ", 0, ''",
        ", -1, ''"
    })
    void columnsAreThoseOfTheOriginal(String text, int size, String columns) {
        edit(writer -> writer.save(NOTE, "before", bytes(7)));
        edit(writer -> writer.save(NOTE, text, size < 0 ? null : bytes(size)));
        assertThat(stored()).isEqualTo(columns);
    }

    @Test
    void bytesThatDoNotBecomeSmallerStayAsTheyAre() {
        byte[] noise = new byte[500];
        new Random(1).nextBytes(noise);
        edit(writer -> writer.save(NOTE, null, noise));
        assertThat(stored()).startsWith("0 0 0 NULL NULL").endsWith(" 500;");
    }

    @Test
    void whatIsNotSavedYetIsReadByTheWriterOnly() {
        byte[] large = bytes(3_000_000);
        write(transaction -> {
            FilePropertyWriter writer = new FilePropertyWriter(transaction);
            writer.save(NOTE, "text", large);
            writer.save(new FileProperty("app", "note", 7, 3), "other", null);
            assertThat(writer.properties().tryText(NOTE)).isEqualTo("text");
            assertThat(writer.properties().tryBytes(NOTE)).isEqualTo(large);
            assertThat(writer.properties().nextId("app", "note")).isEqualTo(8);
            try (SnapshotDb db = SnapshotDb.open(file)) {
                assertThat(db.fileProperties().tryText(NOTE)).isNull();
            }
            transaction.save();
            writer.delete(NOTE);
            transaction.abandon();
        });
        try (SnapshotDb db = SnapshotDb.open(file)) {
            assertThat(db.fileProperties().tryBytes(NOTE)).isEqualTo(large);
            assertThat(db.fileProperties().tryText(new FileProperty("app", "note", 7, 3)))
                    .isEqualTo("other");
        }
    }

    @Test
    void deletingWhatIsNotThereDoesNothing() {
        edit(writer -> writer.delete(NOTE));
        edit(writer -> writer.save(NOTE, "x", null));
        edit(writer -> writer.delete(FileProperty.of("app", "NOTE")));
        assertThat(stored()).isNotEmpty();
        edit(writer -> writer.delete(NOTE));
        assertThat(stored()).isEmpty();
    }

    private static void assertRefused(FilePropertyWriter writer, FileProperty property, String text) {
        assertThatThrownBy(() -> writer.save(property, text, null))
                .isInstanceOfSatisfying(IModelException.class, failure -> assertThat(failure.errorNumber())
                        .isEqualTo(Status.BAD_ARG.number()));
    }

    @Test
    void whatWouldRuinTheFileOrLoseCharactersIsRefused() {
        edit(writer -> {
            assertRefused(writer, new FileProperty("app", "note", -1, 0), "x");
            assertRefused(writer, new FileProperty("app", "note", 0, -1), "x");
            assertRefused(writer, FileProperty.of("app", "no\0te"), "x");
            assertRefused(writer, FileProperty.of("a\0pp", "note"), "x");
            assertRefused(writer, NOTE, "a\0b");
            assertRefused(writer, FileProperty.of("be_Db", "SchemaVersion"), "{}");
            assertRefused(writer, FileProperty.of("be_Db", "DbGuid"), "{}");
            assertRefused(writer, new FileProperty("be_Db", "EmbdBlob", 1, 0), "{}");
            assertThatThrownBy(() -> writer.delete(FileProperty.of("ec_Db", "SchemaVersion")))
                    .isInstanceOf(IModelException.class);
        });
        assertThat(stored()).isEmpty();
    }
}
