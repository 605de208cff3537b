package org.imodel4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.JsonWriter;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqlFunction;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteDriver;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every driver promises. A driver's own test extends this class. */
public abstract class SqliteDriverContract {
    @TempDir
    protected Path folder;

    private Path file;
    private SqliteDatabase database;

    /** The driver under test. */
    protected abstract SqliteDriver driver();

    @SuppressWarnings("NullAway.Init")
    protected SqliteDriverContract() {}

    @BeforeEach
    void openDatabase() {
        file = folder.resolve("a.db");
        database = driver().open(new OpenRequest(file, OpenRequest.Mode.CREATE, Duration.ofMillis(50)));
        database.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, i, r, s TEXT, b BLOB, n)");
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    private static void assertFails(Status status, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(IModelException.class, e -> assertThat(e.errorNumber())
                .as(e.getMessage())
                .isEqualTo(status.number()));
    }

    private void insertRow() {
        try (SqliteStatement insert = database.prepare("INSERT INTO t VALUES(?,?,?,?,?,?)")) {
            insert.bindLong(1, 7);
            insert.bindLong(2, Long.MIN_VALUE);
            insert.bindDouble(3, 0.1);
            insert.bindText(4, "naïve \"€😀\"\n");
            insert.bindBlob(5, new byte[] {0, 1, (byte) 0xff});
            insert.bindNull(6);
            assertThat(insert.step()).isFalse();
        }
    }

    private long count(String sql) {
        try (SqliteStatement statement = database.prepare(sql)) {
            assertThat(statement.step()).isTrue();
            return statement.columnLong(0);
        }
    }

    @Test
    void valuesOfAllTypesComeBackAsTheyWereBound() {
        insertRow();
        assertThat(database.changes()).isEqualTo(1);
        try (SqliteStatement select = database.prepare("SELECT i,r,s,b,n FROM t")) {
            assertThat(select.columnCount()).isEqualTo(5);
            assertThat(select.columnName(2)).isEqualTo("s");
            assertThat(select.step()).isTrue();
            assertThat(select.columnType(0)).isEqualTo(SqliteStatement.INTEGER);
            assertThat(select.columnType(1)).isEqualTo(SqliteStatement.REAL);
            assertThat(select.columnType(2)).isEqualTo(SqliteStatement.TEXT);
            assertThat(select.columnType(3)).isEqualTo(SqliteStatement.BLOB);
            assertThat(select.columnType(4)).isEqualTo(SqliteStatement.NULL);
            assertThat(select.columnLong(0)).isEqualTo(Long.MIN_VALUE);
            assertThat(select.columnDouble(1)).isEqualTo(0.1);
            assertThat(select.columnText(2)).isEqualTo("naïve \"€😀\"\n");
            assertThat(select.columnBlob(3)).containsExactly(0, 1, 0xff);
            assertThat(select.columnText(4)).isNull();
            assertThat(select.columnBlob(4)).isNull();
            assertThat(select.columnLong(4)).isZero();
            assertThat(select.step()).isFalse();
        }
    }

    @Test
    void textIsWrittenAsAJsonString() {
        insertRow();
        try (SqliteStatement select = database.prepare("SELECT s,n,i,'' FROM t")) {
            select.step();
            JsonWriter out = new JsonWriter();
            out.beginArray();
            for (int column = 0; column < 4; column++) {
                select.writeText(column, out);
            }
            out.endArray();
            assertThat(new String(out.bytes(), StandardCharsets.UTF_8))
                    .isEqualTo("[\"naïve \\\"€😀\\\"\\n\",null,\"-9223372036854775808\",\"\"]");
        }
    }

    @Test
    void emptyTextAndEmptyBlobAreNotNull() {
        try (SqliteStatement select = database.prepare("SELECT '', x'', ?, ?")) {
            select.bindText(1, "");
            select.bindBlob(2, new byte[0]);
            select.step();
            assertThat(select.columnText(0)).isEmpty();
            assertThat(select.columnBlob(1)).isEmpty();
            assertThat(select.columnText(2)).isEmpty();
            assertThat(select.columnType(3)).isEqualTo(SqliteStatement.BLOB);
        }
    }

    @Test
    void gettersConvertAsSqliteDoes() {
        try (SqliteStatement select = database.prepare("SELECT 12, '3.5x', 2.75, x'41'")) {
            select.step();
            assertThat(select.columnText(0)).isEqualTo("12");
            assertThat(select.columnDouble(1)).isEqualTo(3.5);
            assertThat(select.columnLong(2)).isEqualTo(2);
            assertThat(select.columnText(3)).isEqualTo("A");
        }
    }

    @Test
    void textWithAZeroCharacterKeepsItsLength() {
        try (SqliteStatement select = database.prepare("SELECT ?, length(CAST(?1 AS BLOB))")) {
            select.bindText(1, "a\u0000b");
            select.step();
            assertThat(select.columnText(0)).isEqualTo("a\u0000b");
            assertThat(select.columnLong(1)).isEqualTo(3);
        }
    }

    @Test
    void statementsRunAgainWithOldOrNewBindings() {
        try (SqliteStatement select = database.prepare("SELECT ?1 UNION ALL SELECT ?2")) {
            for (int round = 0; round < 3; round++) {
                select.bindLong(1, round);
                select.bindText(2, "x" + round);
                assertThat(select.step()).isTrue();
                assertThat(select.columnLong(0)).isEqualTo(round);
                assertThat(select.step()).isTrue();
                assertThat(select.columnText(0)).isEqualTo("x" + round);
                assertThat(select.step()).isFalse();
                assertThat(select.step()).isFalse();
                select.reset();
            }
            select.step();
            assertThat(select.columnLong(0)).isEqualTo(2);
            select.reset();
            select.clearBindings();
            select.step();
            assertThat(select.columnType(0)).isEqualTo(SqliteStatement.NULL);
        }
    }

    @Test
    void parametersHaveTheirNames() {
        try (SqliteStatement select =
                database.prepare("SELECT :a, ?, '?', \":x\", @b, :a -- ?\n, $c /* :d */, ?9 FROM (SELECT 1 AS ':x')")) {
            assertThat(select.parameterCount()).isEqualTo(9);
            assertThat(select.parameterName(1)).isEqualTo(":a");
            assertThat(select.parameterName(2)).isNull();
            assertThat(select.parameterName(3)).isEqualTo("@b");
            assertThat(select.parameterName(4)).isEqualTo("$c");
            assertThat(select.parameterName(9)).isEqualTo("?9");
            assertThat(select.parameterName(8)).isNull();
        }
    }

    @Test
    void mistakesOfTheCallerAreReportedAndHarmless() {
        assertFails(Status.BE_SQLITE_ERROR, () -> database.prepare("SELECT nothing"));
        for (String nothing : List.of("", " ", "-- only a comment", "/* and", ";SELECT 1", "\u0000")) {
            assertThatThrownBy(() -> database.prepare(nothing)).hasMessage("There is no statement in the text");
        }
        assertThatThrownBy(() -> database.prepare("SELECT * FROM no_such")).hasMessage("no such table: no_such");
        try (SqliteStatement select = database.prepare("SELECT ?")) {
            assertFails(Status.BE_SQLITE_RANGE, () -> select.bindLong(2, 1));
            assertFails(Status.BE_SQLITE_RANGE, () -> select.bindLong(0, 1));
            assertFails(Status.BE_SQLITE_MISUSE, () -> select.columnLong(0));
            select.step();
            assertFails(Status.BE_SQLITE_RANGE, () -> select.columnLong(1));
            assertFails(Status.BE_SQLITE_RANGE, () -> select.columnType(-1));
            assertFails(Status.BE_SQLITE_MISUSE, () -> select.bindLong(1, 1));
            select.step();
            assertFails(Status.BE_SQLITE_MISUSE, () -> select.columnLong(0));
        }
    }

    @Test
    void whatIsClosedCanNotBeUsed() {
        SqliteStatement select = database.prepare("SELECT 1");
        SqliteStatement open = database.prepare("SELECT 2");
        select.step();
        select.close();
        select.close();
        assertFails(Status.BE_SQLITE_MISUSE, () -> select.columnLong(0));
        assertFails(Status.BE_SQLITE_MISUSE, select::step);
        open.step();
        database.close();
        database.close();
        database.interrupt();
        assertFails(Status.BE_SQLITE_MISUSE, () -> open.columnLong(0));
        assertFails(Status.BE_SQLITE_MISUSE, open::reset);
        assertFails(Status.BE_SQLITE_MISUSE, () -> database.prepare("SELECT 1"));
        assertFails(Status.BE_SQLITE_MISUSE, () -> database.execute("SELECT 1"));
        open.close();
    }

    @Test
    void constraintsFailWithTheirExtendedNumbers() {
        database.execute(
                "CREATE TABLE p(id INTEGER PRIMARY KEY); CREATE TABLE c(p REFERENCES p, u UNIQUE, n NOT NULL)");
        assertFails(Status.BE_SQLITE_CONSTRAINT_FOREIGNKEY, () -> database.execute("INSERT INTO c VALUES(1,1,1)"));
        assertFails(Status.BE_SQLITE_CONSTRAINT_NOTNULL, () -> database.execute("INSERT INTO c VALUES(null,1,null)"));
        database.execute("INSERT INTO c VALUES(null,1,1)");
        try (SqliteStatement insert = database.prepare("INSERT INTO c VALUES(null,?,1)")) {
            insert.bindLong(1, 1);
            assertFails(Status.BE_SQLITE_CONSTRAINT_UNIQUE, insert::step);
            insert.reset();
            insert.bindLong(1, 2);
            assertThat(insert.step()).isFalse();
        }
        assertThat(count("SELECT count(*) FROM c")).isEqualTo(2);
    }

    @Test
    void aStatementThatFailedOnceRunsAgain() {
        try (SqliteStatement select = database.prepare("SELECT abs(?)")) {
            select.bindLong(1, Long.MIN_VALUE);
            assertThatThrownBy(select::step).hasMessage("integer overflow");
            select.reset();
            select.bindLong(1, -5);
            assertThat(select.step()).isTrue();
            assertThat(select.columnLong(0)).isEqualTo(5);
        }
    }

    @Test
    void transactionsAreTheCallers() {
        assertThat(database.isAutoCommit()).isTrue();
        database.execute("BEGIN");
        insertRow();
        assertThat(database.isAutoCommit()).isFalse();
        database.execute("ROLLBACK");
        assertThat(database.isAutoCommit()).isTrue();
        assertThat(count("SELECT count(*) FROM t")).isZero();
    }

    @Test
    void scalarFunctionsGetAndGiveAllTypes() {
        database.addFunction(new SqlFunction.Scalar("describe", -1, true, (arguments, result) -> {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < arguments.count(); i++) {
                text.append(arguments.type(i))
                        .append(':')
                        .append(arguments.textAt(i))
                        .append(' ');
            }
            result.set(text.toString());
        }));
        database.addFunction(new SqlFunction.Scalar("twice", 1, true, (arguments, result) -> {
            switch (arguments.type(0)) {
                case SqliteStatement.INTEGER -> result.set(2 * arguments.longAt(0));
                case SqliteStatement.REAL -> result.set(2 * arguments.doubleAt(0));
                case SqliteStatement.BLOB -> {
                    byte[] blob = arguments.blobAt(0);
                    result.set(new byte[blob == null ? 0 : 2 * blob.length]);
                }
                case SqliteStatement.NULL -> result.set((String) null);
                default -> result.set(arguments.textAt(0) + arguments.textAt(0));
            }
        }));
        try (SqliteStatement select = database.prepare(
                "SELECT DESCRIBE(1,2.5,'é',x'41',null), twice(21), twice(1.25), twice('é'), twice(x'0102'), twice(null)")) {
            select.step();
            assertThat(select.columnText(0)).isEqualTo("1:1 2:2.5 3:é 4:A 5:null ");
            assertThat(select.columnLong(1)).isEqualTo(42);
            assertThat(select.columnDouble(2)).isEqualTo(2.5);
            assertThat(select.columnText(3)).isEqualTo("éé");
            assertThat(select.columnBlob(4)).hasSize(4);
            assertThat(select.columnType(5)).isEqualTo(SqliteStatement.NULL);
        }
    }

    @Test
    void aFunctionThatSetsNothingGivesNull() {
        database.addFunction(new SqlFunction.Scalar("gives_nothing", 0, false, (arguments, result) -> {}));
        assertThat(count("SELECT gives_nothing() IS NULL")).isEqualTo(1);
    }

    @Test
    void aFunctionThatThrowsFailsTheStatementWithItsMessage() {
        database.addFunction(new SqlFunction.Scalar("broken", 1, true, (arguments, result) -> {
            if (arguments.longAt(0) == 3) {
                throw new IllegalArgumentException("three is too many");
            }
            result.set(arguments.longAt(0));
        }));
        try (SqliteStatement select = database.prepare("SELECT broken(column1) FROM (VALUES(1),(3))")) {
            assertThat(select.step()).isTrue();
            assertThatThrownBy(select::step)
                    .isInstanceOf(IModelException.class)
                    .hasMessageContaining("three is too many");
        }
        database.addFunction(
                new SqlFunction.Scalar("greedy", 0, true, (arguments, result) -> result.set(arguments.longAt(0))));
        assertThatThrownBy(() -> count("SELECT greedy()")).isInstanceOf(IModelException.class);
    }

    @Test
    void aggregatesKeepTheirGroupsApart() {
        database.addFunction(new SqlFunction.Aggregate("joined", 1, true, () -> new SqlFunction.Accumulator() {
            private final StringBuilder text = new StringBuilder();

            @Override
            public void add(SqlFunction.Arguments arguments) {
                text.append(arguments.textAt(0)).append(';');
            }

            @Override
            public void finish(SqlFunction.Result result) {
                result.set(text.toString());
            }
        }));
        List<String> groups = new ArrayList<>();
        try (SqliteStatement select = database.prepare("SELECT joined(column2), joined(column1) FROM"
                + " (VALUES(1,'a'),(2,'b'),(1,'c'),(2,'d')) GROUP BY column1 ORDER BY column1")) {
            while (select.step()) {
                groups.add(select.columnText(0) + select.columnText(1));
            }
        }
        assertThat(groups).containsExactly("a;c;1;1;", "b;d;2;2;");
        try (SqliteStatement select = database.prepare("SELECT joined(s) FROM t")) {
            select.step();
            assertThat(select.columnText(0)).isEmpty();
        }
    }

    private static final String ENDLESS =
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT sum(i) FROM n";

    @Test
    void theProgressHandlerStopsAStatement() {
        AtomicInteger calls = new AtomicInteger();
        database.onProgress(1000, () -> calls.incrementAndGet() == 3);
        try (SqliteStatement select = database.prepare(ENDLESS)) {
            assertFails(Status.BE_SQLITE_INTERRUPT, select::step);
        }
        database.onProgress(0, null);
        assertThat(calls).hasValue(3);
        assertThat(count("SELECT 1")).isEqualTo(1);
    }

    @Test
    void anotherThreadInterruptsAStatement() throws InterruptedException {
        AtomicInteger steps = new AtomicInteger();
        database.onProgress(1000, () -> {
            steps.incrementAndGet();
            return false;
        });
        Thread other = new Thread(() -> {
            while (steps.get() == 0) {
                Thread.onSpinWait();
            }
            database.interrupt();
        });
        other.start();
        try (SqliteStatement select = database.prepare(ENDLESS + " WHERE i <> ?")) {
            select.bindLong(1, -1);
            assertFails(Status.BE_SQLITE_INTERRUPT, select::step);
            other.join();
            select.reset();
        }
        assertThat(count("SELECT 1")).isEqualTo(1);
    }

    @Test
    void aLockedFileIsBusyAfterTheTimeout() {
        try (SqliteDatabase second =
                driver().open(new OpenRequest(file, OpenRequest.Mode.READ_WRITE, Duration.ofMillis(20)))) {
            database.execute("BEGIN IMMEDIATE");
            assertFails(Status.BE_SQLITE_BUSY, () -> second.execute("BEGIN IMMEDIATE"));
            database.execute("COMMIT");
            second.execute("BEGIN IMMEDIATE; COMMIT");
        }
    }

    @Test
    void anExclusivelyLockedFileCanNotBeOpened() {
        database.execute("BEGIN EXCLUSIVE");
        assertFails(Status.BE_SQLITE_BUSY, () -> driver().open(
                        new OpenRequest(file, OpenRequest.Mode.READ_ONLY, Duration.ofMillis(20))));
        database.execute("COMMIT");
    }

    @Test
    void aBackupHoldsEverythingAndReplacesItsTarget() throws IOException {
        insertRow();
        Path target = folder.resolve("copy of é.db");
        Files.writeString(target, "something else");
        database.backupTo(target);
        try (SqliteDatabase copy = driver().open(OpenRequest.readOnly(target));
                SqliteStatement select = copy.prepare("SELECT r FROM t")) {
            assertThat(select.step()).isTrue();
            assertThat(select.columnDouble(0)).isEqualTo(0.1);
        }
    }

    @Test
    void rangesOfACellAreRead() {
        insertRow();
        assertThat(database.readBlob("t", "b", 7, 1, 1)).containsExactly(1);
        assertThat(database.readBlob("t", "b", 7, 1, 100)).containsExactly(1, 0xff);
        assertThat(database.readBlob("t", "b", 7, 3, 1)).isEmpty();
        assertThat(database.readBlob("t", "s", 7, 0, 3)).containsExactly('n', 'a', 0xc3);
        assertFails(Status.BE_SQLITE_NOTFOUND, () -> database.readBlob("t", "b", 8, 0, 1));
        assertFails(Status.BE_SQLITE_NOTFOUND, () -> database.readBlob("t", "n", 7, 0, 1));
        assertFails(Status.BE_SQLITE_ERROR, () -> database.readBlob("no\"table", "b", 7, 0, 1));
    }

    @Test
    void writersEnforceForeignKeysAndReadersCanNotWrite() {
        insertRow();
        try (SqliteDatabase reader = driver().open(OpenRequest.readOnly(file))) {
            assertFails(Status.BE_SQLITE_READONLY, () -> reader.execute("DELETE FROM t"));
        }
        try (SqliteDatabase reader = driver().open(OpenRequest.immutable(file))) {
            assertFails(Status.BE_SQLITE_READONLY, () -> reader.execute("DELETE FROM t"));
        }
        assertThat(count("PRAGMA foreign_keys")).isEqualTo(1);
    }

    @Test
    void namesWithEveryKindOfCharacterOpenInEveryMode() {
        Path odd = folder.resolve("a %41?b#c;d&e='é😀'.db");
        try (SqliteDatabase maker = driver().open(new OpenRequest(odd, OpenRequest.Mode.CREATE, Duration.ZERO))) {
            maker.execute("CREATE TABLE x(a)");
        }
        try (SqliteDatabase writer = driver().open(OpenRequest.readWrite(odd))) {
            writer.execute("INSERT INTO x VALUES(1)");
        }
        assertThat(odd).exists();
        for (OpenRequest request : List.of(OpenRequest.readOnly(odd), OpenRequest.immutable(odd))) {
            try (SqliteDatabase reader = driver().open(request);
                    SqliteStatement select = reader.prepare("SELECT count(*) FROM x")) {
                assertThat(select.step()).isTrue();
            }
        }
    }

    @Test
    void immutableReadingLeavesNoFileBeside() throws IOException {
        database.execute("PRAGMA journal_mode=WAL");
        insertRow();
        database.close();
        try (SqliteDatabase reader = driver().open(OpenRequest.immutable(file));
                SqliteStatement select = reader.prepare("SELECT count(*) FROM t");
                var files = Files.list(folder)) {
            assertThat(select.step()).isTrue();
            assertThat(select.columnLong(0)).isEqualTo(1);
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void whatIsNoDatabaseIsRefusedWithAClearNumber() throws IOException {
        for (OpenRequest.Mode mode :
                List.of(OpenRequest.Mode.READ_ONLY, OpenRequest.Mode.IMMUTABLE, OpenRequest.Mode.READ_WRITE)) {
            Path missing = folder.resolve("missing.db");
            assertFails(Status.BE_SQLITE_ERROR_FILE_NOT_FOUND, () -> open(missing, mode));
            assertThat(missing).doesNotExist();
            assertFails(Status.BE_SQLITE_NOTADB, () -> open(folder, mode));
            assertFails(Status.BE_SQLITE_NOTADB, () -> open(fileOf(new byte[0]), mode));
            assertFails(
                    Status.BE_SQLITE_NOTADB,
                    () -> open(fileOf("hello world".repeat(1000).getBytes(StandardCharsets.UTF_8)), mode));
        }
    }

    @Test
    void damagedFilesAreRefusedWithAClearNumber() throws IOException {
        database.execute("INSERT INTO t(s) SELECT hex(randomblob(3000)) FROM (VALUES(1),(2),(3),(4),(5))");
        database.close();
        byte[] bytes = Files.readAllBytes(file);
        assertFails(
                Status.BE_SQLITE_CORRUPT,
                () -> open(fileOf(java.util.Arrays.copyOf(bytes, 16)), OpenRequest.Mode.READ_ONLY));
        assertFails(
                Status.BE_SQLITE_CORRUPT,
                () -> open(fileOf(java.util.Arrays.copyOf(bytes, 8192)), OpenRequest.Mode.READ_ONLY));
        byte[] badPage = bytes.clone();
        java.util.Arrays.fill(badPage, 100, 2000, (byte) 0x5a);
        assertThatThrownBy(() -> {
                    try (SqliteDatabase damaged = open(fileOf(badPage), OpenRequest.Mode.READ_ONLY)) {
                        damaged.prepare("SELECT * FROM t").close();
                    }
                })
                .isInstanceOfSatisfying(IModelException.class, e -> assertThat(e.errorNumber() & 0xff)
                        .isEqualTo(11));
    }

    private SqliteDatabase open(Path path, OpenRequest.Mode mode) {
        return driver().open(new OpenRequest(path, mode, Duration.ofMillis(20)));
    }

    private Path fileOf(byte[] content) throws IOException {
        return Files.write(folder.resolve("content.db"), content);
    }

    @Test
    void textStoredAsUtf16ComesBack() {
        Path wide = folder.resolve("wide.db");
        try (SqliteDatabase writer = driver().open(new OpenRequest(wide, OpenRequest.Mode.CREATE, Duration.ZERO))) {
            writer.execute("PRAGMA encoding='UTF-16le'; CREATE TABLE x(a); INSERT INTO x VALUES('é€')");
        }
        try (SqliteDatabase reader = driver().open(OpenRequest.readOnly(wide));
                SqliteStatement select = reader.prepare("SELECT a FROM x")) {
            select.step();
            JsonWriter out = new JsonWriter();
            select.writeText(0, out);
            assertThat(select.columnText(0)).isEqualTo("é€");
            assertThat(new String(out.bytes(), StandardCharsets.UTF_8)).isEqualTo("\"é€\"");
        }
    }

    @Test
    void aCacheHandsOutStatementsAgain() {
        try (StatementCache cache = new StatementCache(database, 2)) {
            SqliteStatement first;
            try (StatementCache.Lease lease = cache.acquire("SELECT ?")) {
                first = lease.statement();
                first.bindLong(1, 5);
                first.step();
            }
            try (StatementCache.Lease lease = cache.acquire("SELECT ?");
                    StatementCache.Lease second = cache.acquire("SELECT ?")) {
                assertThat(lease.statement()).isSameAs(first);
                assertThat(second.statement()).isNotSameAs(first);
                assertThat(first.step()).isTrue();
                assertThat(first.columnType(0)).isEqualTo(SqliteStatement.NULL);
            }
            assertThat(cache.size()).isEqualTo(1);
            cache.acquire("SELECT 1").close();
            cache.acquire("SELECT 2").close();
            assertThat(cache.size()).isEqualTo(2);
            assertFails(Status.BE_SQLITE_MISUSE, first::step);
        }
    }

    @Test
    void theEngineHasWhatIModelsNeed() {
        database.execute("CREATE VIRTUAL TABLE r USING rtree(id,a,b,c,d,e,f); CREATE VIRTUAL TABLE x USING fts5(t)");
        assertThat(count("SELECT json_extract('{\"a\":5}','$.a')")).isEqualTo(5);
        assertThat(count("SELECT floor(2.5)")).isEqualTo(2);
        assertThat(driver().name()).isNotBlank();
    }
}
