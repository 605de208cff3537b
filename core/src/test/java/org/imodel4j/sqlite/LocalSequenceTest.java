package org.imodel4j.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSequenceTest {
    private static final String NAME = "ec_instanceidsequence";

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private WriteTransaction transaction;

    private static WriteTransaction open(Path file) {
        return WriteTransaction.open(
                SqliteDrivers.best(), new OpenRequest(file, OpenRequest.Mode.CREATE, java.time.Duration.ZERO));
    }

    @BeforeEach
    void create() {
        transaction = open(folder.resolve("sequence.db"));
        transaction
                .database()
                .execute("CREATE TABLE be_Local(Name CHAR NOT NULL COLLATE NOCASE UNIQUE,Val BLOB);"
                        + "INSERT INTO be_Local VALUES('" + NAME + "',32)");
        transaction.save();
    }

    @AfterEach
    void close() {
        transaction.close();
    }

    private long stored() {
        try (SqliteStatement row = transaction.database().prepare("SELECT Val FROM be_Local")) {
            row.step();
            return row.columnLong(0);
        }
    }

    private void store(String value) {
        transaction.database().execute("UPDATE be_Local SET Val=" + value);
    }

    @Test
    void numbersAreWrittenWhenTheTransactionIsSaved() {
        LocalSequence sequence = new LocalSequence(transaction, NAME, 0);
        assertThat(sequence.next()).isEqualTo(33);
        assertThat(sequence.next()).isEqualTo(34);
        assertThat(stored()).isEqualTo(32);
        transaction.save();
        assertThat(stored()).isEqualTo(34);
        assertThat(sequence.next()).isEqualTo(35);
    }

    @Test
    void abandonedNumbersComeAgain() {
        LocalSequence sequence = new LocalSequence(transaction, NAME, 0);
        sequence.next();
        transaction.abandon();
        assertThat(sequence.next()).isEqualTo(33);
    }

    @Test
    void theLastNumberOfACopyIsTheEndOfItsRange() {
        store("(1<<40)-2");
        LocalSequence sequence = new LocalSequence(transaction, NAME, 0);
        assertThat(sequence.next()).isEqualTo((1L << 40) - 1);
        assertFails(sequence, Status.BE_SQLITE_TOOBIG);
        assertFails(sequence, Status.BE_SQLITE_TOOBIG);
    }

    @Test
    void theRangeIsThatOfTheBriefcase() {
        store("(6<<40)-1");
        assertFails(new LocalSequence(transaction, NAME, 5), Status.BE_SQLITE_TOOBIG);
        assertThat(new LocalSequence(transaction, NAME, 6).next()).isEqualTo(6L << 40);
    }

    @Test
    void aNegativeNumberIsNoPlaceToGoOnFrom() {
        store("-5");
        assertFails(new LocalSequence(transaction, NAME, 0), Status.BE_SQLITE_TOOBIG);
    }

    @Test
    void aLostCounterIsAnError() {
        transaction.database().execute("DELETE FROM be_Local");
        assertFails(new LocalSequence(transaction, NAME, 0), Status.BE_SQLITE_ERROR);
    }

    private static void assertFails(LocalSequence sequence, Status status) {
        assertThatThrownBy(sequence::next)
                .isInstanceOfSatisfying(IModelException.class, failure -> assertThat(failure.errorNumber())
                        .isEqualTo(status.number()));
    }
}
