package org.imodel4j.host.nativeapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteDrivers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsStoreTest {
    @TempDir
    Path dir;

    private Path folder = Path.of("");
    private SettingsStores stores = new SettingsStores(folder, folder);

    @BeforeEach
    void open() {
        folder = dir.resolve("appSettings");
        stores = new SettingsStores(folder, dir);
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private Path reference() throws IOException {
        Files.createDirectories(folder);
        return Files.copy(
                Path.of(System.getProperty("imodel4j.fixtures", "."), "reference.settings-db"),
                folder.resolve("reference.settings-db"));
    }

    private SqliteDatabase other(Path file) {
        return SqliteDrivers.best().open(new OpenRequest(file, OpenRequest.Mode.READ_WRITE, Duration.ZERO));
    }

    private static void fails(Status status, String text, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        IModelException.class, e -> assertThat(e.errorNumber()).isEqualTo(status.number()))
                .hasMessageContaining(text);
    }

    @Test
    void everyTypeComesBack() {
        SettingsStore store = stores.open("app");
        store.setString("s", "héllo 🏠");
        store.setNumber("i", 42);
        store.setNumber("d", 1.5);
        store.setNumber("huge", 1e300);
        store.setBoolean("t", true);
        store.setBytes("b", new byte[] {1, 2, -1});
        store.setBytes("none", new byte[0]);
        store.setNull("null");
        stores.close();

        stores = new SettingsStores(folder, dir);
        store = stores.open("app");
        assertThat(store.tryString("s")).isEqualTo("héllo 🏠");
        assertThat(store.tryNumber("i")).isEqualTo(42);
        assertThat(store.tryNumber("d")).isEqualTo(1.5);
        assertThat(store.tryNumber("huge")).isEqualTo(1e300);
        assertThat(store.tryBoolean("t")).isTrue();
        assertThat(store.tryBytes("b")).containsExactly(1, 2, -1);
        assertThat(store.tryBytes("none")).isEmpty();
        assertThat(store.tryType("null")).isEqualTo("null");
        assertThat(store.tryData("null")).isNull();
        assertThat(store.keys()).containsExactlyInAnyOrder("s", "i", "d", "huge", "t", "b", "none", "null");
        assertThat(stores.names()).containsExactly("app.settings-db");
    }

    @Test
    void aValueReplacesOneOfAnotherTypeAndCanBeTakenAway() {
        SettingsStore store = stores.open("app");
        store.setString("k", "1");
        store.setBoolean("k", false);
        assertThat(store.tryString("k")).isNull();
        assertThat(store.tryBoolean("k")).isFalse();
        store.setNumber("other", 1);
        store.remove("k");
        assertThat(store.tryType("k")).isNull();
        store.removeAll();
        assertThat(store.keys()).isEmpty();
    }

    @Test
    void filesOfTheReferenceAreReadAndWritten() throws IOException {
        Path file = reference();
        SettingsStore store = stores.open("reference");
        assertThat(store.tryNumber("integer")).isEqualTo(42);
        assertThat(store.tryNumber("fraction")).isEqualTo(1.5);
        assertThat(store.tryString("string")).isEqualTo("héllo 🏠");
        assertThat(store.tryString("empty")).isEmpty();
        assertThat(store.tryBoolean("true")).isTrue();
        assertThat(store.tryBoolean("false")).isFalse();
        assertThat(store.tryBytes("bytes")).containsExactly(1, 2, -1);
        assertThat(store.tryBytes("no bytes")).isEmpty();
        assertThat(store.tryType("null")).isEqualTo("null");
        assertThat(store.tryNumber("not a number")).isZero();
        assertThat(store.tryNumber("infinite")).isInfinite();
        assertThat(store.tryType("removed")).isNull();
        store.setNumber("integer", 43);
        store.setBoolean("true", false);
        try (SqliteDatabase db = other(file);
                var row = db.prepare("SELECT group_concat(type||' '||typeof(val)||' '||val) FROM app_setting"
                        + " WHERE key IN('integer','true') ORDER BY key")) {
            assertThat(row.step()).isTrue();
            assertThat(row.columnText(0)).isEqualTo("number integer 43,boolean integer 0");
        }
    }

    @Test
    void aNameIsNoPath() {
        for (String name : List.of("a/b", "../a", "..", ".", "a\\b", "/etc/x")) {
            fails(Status.BAD_ARG, "Storage name should not be a path", () -> stores.open(name));
        }
        for (String name : List.of("a\0b", "a\nb")) {
            fails(Status.BAD_ARG, "Storage name contains illegal characters", () -> stores.open(name));
        }
        fails(Status.BAD_ARG, "Storage name is too long", () -> stores.open("x".repeat(201)));
        assertThat(stores.open("a b ö.settings-db").file()).hasFileName("a b ö.settings-db.settings-db");
    }

    @Test
    void whatIsNoFileOfSettingsIsLeftAlone() throws IOException {
        Files.createDirectories(folder);
        Path text = Files.writeString(folder.resolve("text.settings-db"), "no database at all");
        fails(Status.BE_SQLITE_NOTADB, "not a database", () -> stores.open("text"));
        Files.createFile(folder.resolve("empty.settings-db"));
        fails(Status.BE_SQLITE_NOTADB, "not a database", () -> stores.open("empty"));
        Files.createDirectory(folder.resolve("folder.settings-db"));
        fails(Status.BE_SQLITE_NOTADB, "not a database", () -> stores.open("folder"));
        Path other = reference();
        try (SqliteDatabase db = other(other)) {
            db.execute("DROP TABLE app_setting");
        }
        fails(Status.BE_SQLITE_ERROR_BAD_DB_PROFILE, "holds no settings", () -> stores.open("reference"));
        assertThat(text).hasContent("no database at all");
    }

    @Test
    void aDamagedFileIsAnErrorAndNoOtherValue() throws IOException {
        Path file = reference();
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(4096);
            bytes.write(new byte[(int) bytes.length() - 4096]);
        }
        assertThatThrownBy(() -> stores.open("reference").tryData("integer")).isInstanceOf(IModelException.class);
    }

    @Test
    void valuesOfUnknownTypeAndNumbersThatAreNoneAreRefused() throws IOException {
        Path file = reference();
        try (SqliteDatabase db = other(file)) {
            db.execute("INSERT INTO app_setting VALUES('date','Date','2020'),(NULL,'string','x')");
        }
        SettingsStore store = stores.open("reference");
        fails(Status.BE_SQLITE_ERROR, "type that nobody knows", () -> store.tryData("date"));
        assertThat(store.keys()).contains("date").doesNotContainNull();
        for (double number : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            fails(Status.BAD_ARG, "finite", () -> store.setNumber("n", number));
        }
    }

    @Test
    void twoHostsSeeEachOthersChanges() {
        SettingsStore one = stores.open("app");
        try (SettingsStores second = new SettingsStores(folder, dir)) {
            SettingsStore two = second.open("app");
            one.setString("k", "one");
            assertThat(two.tryString("k")).isEqualTo("one");
            two.setString("k", "two");
            assertThat(one.tryString("k")).isEqualTo("two");
        }
        assertThat(one.tryString("k")).isEqualTo("two");
    }

    @Test
    void hostsThatMakeTheSameSettingsAtTheSameTimeShareThem() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<SettingsStores>> made = new java.util.ArrayList<>();
            for (int i = 0; i < 8; i++) {
                int number = i;
                made.add(threads.submit(() -> {
                    SettingsStores own = new SettingsStores(folder, dir);
                    own.open("app").setNumber("k" + number, number);
                    return own;
                }));
            }
            for (Future<SettingsStores> each : made) {
                each.get().close();
            }
        }
        assertThat(stores.open("app").keys()).hasSize(8);
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aFileThatSomebodyHoldsOnToIsBusy() throws IOException {
        Path file = reference();
        SettingsStore store = stores.open("reference");
        try (SqliteDatabase db = other(file)) {
            db.execute("BEGIN EXCLUSIVE");
            fails(Status.BE_SQLITE_BUSY, "", () -> store.setNumber("k", 1));
            db.execute("ROLLBACK");
        }
        store.setNumber("k", 1);
        assertThat(store.tryNumber("k")).isEqualTo(1);
    }

    @Test
    void closedSettingsSaySo() {
        SettingsStore store = stores.open("app");
        assertThat(stores.open("app")).isSameAs(store);
        stores.close("app.settings-db", true);
        fails(Status.FILE_NOT_FOUND, "Storage ID not open", () -> store.keys());
        fails(Status.FILE_NOT_FOUND, "Storage ID not open", () -> stores.find("app.settings-db"));
        assertThat(stores.names()).isEmpty();
        stores.close();
        fails(Status.NOT_OPEN, "the host has shut down", () -> stores.open("app"));
    }

    @Test
    void theNumberOfOpenSettingsIsBounded() {
        fails(Status.BAD_REQUEST, "too many settings are open", () -> {
            for (int i = 0; i < 1000; i++) {
                stores.open("s" + i);
            }
        });
    }
}
