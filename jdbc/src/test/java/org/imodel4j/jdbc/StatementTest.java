package org.imodel4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imodel4j.jdbc.SampleFiles.assertState;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.assertj.core.api.Assertions;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementTest {
    private static final String ENDLESS =
            "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM c) SELECT COUNT(*) FROM c";
    private static final String ENDLESS_ROWS =
            "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM c) SELECT n FROM c";

    @TempDir
    private Path folder;

    private Connection connection;
    private Statement statement;

    @BeforeEach
    void open() throws SQLException {
        connection = new SampleFiles(folder).connect("building.bim");
        statement = connection.createStatement();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void executeGivesOneResult() throws SQLException {
        assertThat(statement.execute("SELECT COUNT(*) FROM bis.Element")).isTrue();
        assertThat(statement.getUpdateCount()).isEqualTo(-1);
        assertThat(statement.getLargeUpdateCount()).isEqualTo(-1);
        ResultSet results = statement.getResultSet();
        assertThat(results.getStatement()).isSameAs(statement);
        assertThat(SampleFiles.rows(results)).hasSize(1);
        assertThat(statement.getMoreResults()).isFalse();
        assertThat(statement.getResultSet()).isNull();
        assertState("0A000", () -> statement.getMoreResults(Statement.KEEP_CURRENT_RESULT));
        assertState("HY024", () -> statement.getMoreResults(17));
    }

    @Test
    void pragmasGiveRows() throws SQLException {
        assertThat(statement.execute("PRAGMA ecdb_ver")).isTrue();
        assertThat(statement.getResultSet().getMetaData().getColumnCount()).isEqualTo(2);
    }

    @Test
    void failuresOfStatementsHaveTheStatesOfTheStandard() {
        assertState("42000", () -> statement.executeQuery("SELEKT 1"));
        assertState("42000", () -> statement.executeQuery(""));
        assertState("42000", () -> statement.executeQuery("SELECT nonesuch(1)"));
        assertState("42000", () -> statement.executeQuery("SELECT CodeValue FROM bis.Element WHERE CodeValue='open"));
        assertState("42000", () -> statement.executeQuery("CREATE TABLE a(b INTEGER)"));
        assertState("42S02", () -> statement.executeQuery("SELECT 1 FROM bis.Nothing"));
        assertState("42S02", () -> statement.executeQuery("SELECT 1 FROM nothing.Element"));
        assertState("42S02", () -> statement.executeQuery("SELECT 1 FROM Element"));
        assertState("42S22", () -> statement.executeQuery("SELECT Nothing FROM bis.Element"));
        assertState("42S22", () -> statement.executeQuery("SELECT 1 FROM bis.Element e WHERE e.Nothing=1"));
    }

    @Test
    void failuresCarryTheNumberOfTheEngine() {
        Assertions.assertThatThrownBy(() -> statement.executeQuery("SELECT Nothing FROM bis.Element"))
                .isInstanceOfSatisfying(SQLException.class, e -> {
                    assertThat(e.getErrorCode()).isEqualTo(1);
                    assertThat((Throwable) e)
                            .hasMessageContaining("Nothing")
                            .hasCauseInstanceOf(RuntimeException.class);
                });
    }

    @Test
    void statementsThatWriteAreRefusedHoweverTheyAreExecuted() {
        String insert = "INSERT INTO bis.CodeSpec(Name) VALUES('a')";
        assertState("25006", () -> statement.execute(insert));
        assertState("25006", () -> statement.executeQuery(insert));
        assertState("25006", () -> statement.executeUpdate(insert));
        assertState("25006", () -> statement.executeLargeUpdate("UPDATE bis.CodeSpec SET Name='a'"));
        assertState("25006", () -> statement.executeUpdate("DELETE FROM bis.CodeSpec", Statement.NO_GENERATED_KEYS));
        assertState("25006", () -> statement.executeUpdate("SELECT 1"));
        assertState("25006", () -> connection.prepareStatement(insert));
        assertState("0A000", () -> statement.executeUpdate(insert, Statement.RETURN_GENERATED_KEYS));
        assertState("0A000", () -> statement.execute(insert, new int[] {1}));
        assertState("0A000", statement::getGeneratedKeys);
        assertState("0A000", () -> statement.addBatch(insert));
        assertState("0A000", statement::executeBatch);
        assertState("0A000", statement::executeLargeBatch);
    }

    @Test
    void executingAgainClosesTheResultsBefore() throws SQLException {
        ResultSet first = statement.executeQuery("SELECT 1");
        ResultSet second = statement.executeQuery("SELECT 2");

        assertThat(first.isClosed()).isTrue();
        assertState("HY010", first::next);
        assertThat(second.next()).isTrue();
    }

    @Test
    void closedStatementsRefuseEverythingButToBeClosed() throws SQLException {
        ResultSet results = statement.executeQuery("SELECT 1");
        statement.close();
        statement.close();

        assertThat(statement.isClosed()).isTrue();
        assertThat(results.isClosed()).isTrue();
        assertState("HY010", () -> statement.executeQuery("SELECT 1"));
        assertState("HY010", () -> statement.execute("SELECT 1"));
        assertState("HY010", () -> statement.executeUpdate("SELECT 1"));
        assertState("HY010", statement::getResultSet);
        assertState("HY010", statement::getMaxRows);
        assertState("HY010", () -> statement.setMaxRows(1));
        assertState("HY010", () -> statement.setQueryTimeout(1));
        assertState("HY010", statement::cancel);
        assertState("HY010", statement::getConnection);
        assertState("HY010", statement::getWarnings);
        assertState("HY010", statement::closeOnCompletion);
    }

    @Test
    void rowsAreBounded() throws SQLException {
        statement.setMaxRows(3);
        assertThat(SampleFiles.rows(statement.executeQuery("SELECT ECInstanceId FROM bis.Element")))
                .hasSize(3);
        assertThat(SampleFiles.rows(statement.executeQuery(ENDLESS_ROWS))).hasSize(3);
        statement.setLargeMaxRows(0);
        assertThat(SampleFiles.rows(statement.executeQuery("SELECT ECInstanceId FROM bis.Element")))
                .hasSize(274);
        assertState("HY024", () -> statement.setMaxRows(-1));
    }

    @Test
    void hintsAreKeptAndChecked() throws SQLException {
        statement.setFetchSize(100);
        assertThat(statement.getFetchSize()).isEqualTo(100);
        assertState("HY024", () -> statement.setFetchSize(-1));
        statement.setFetchDirection(ResultSet.FETCH_FORWARD);
        assertState("0A000", () -> statement.setFetchDirection(ResultSet.FETCH_REVERSE));
        statement.setPoolable(true);
        assertThat(statement.isPoolable()).isTrue();
        statement.setCursorName("any");
        statement.setMaxFieldSize(10);
        assertThat(statement.getMaxFieldSize()).isZero();
        assertThat((Object) connection.getWarnings()).isNotNull();
        statement.setQueryTimeout(9);
        assertThat(statement.getQueryTimeout()).isEqualTo(9);
        assertState("HY024", () -> statement.setQueryTimeout(-1));
        assertThat(statement.enquoteIdentifier("a b", false)).isEqualTo("\"a b\"");
    }

    @Test
    void statementsCloseOnCompletionWhenTheyAreTold() throws SQLException {
        statement.executeQuery("SELECT 1").close();
        assertThat(statement.isClosed()).isFalse();
        statement.closeOnCompletion();
        assertThat(statement.isCloseOnCompletion()).isTrue();
        statement.executeQuery("SELECT 1");
        ResultSet again = statement.executeQuery("SELECT 2");
        assertThat(statement.isClosed()).isFalse();
        again.close();
        assertThat(statement.isClosed()).isTrue();
    }

    @Test
    void statementsEndAtTheirTimeout() throws SQLException {
        statement.setQueryTimeout(1);

        assertState("HYT00", () -> statement.executeQuery(ENDLESS));
        Assertions.assertThatThrownBy(() -> statement.executeQuery(ENDLESS)).isInstanceOf(SQLTimeoutException.class);
        statement.setQueryTimeout(0);
        assertThat(SampleFiles.rows(statement.executeQuery("SELECT 1"))).hasSize(1);
    }

    @Test
    void endlessRowsEndAtTheTimeoutToo() throws SQLException {
        statement.setQueryTimeout(1);
        ResultSet results = statement.executeQuery(ENDLESS_ROWS);

        assertState("HYT00", () -> {
            while (results.next()) {
                results.getLong(1);
            }
        });
    }

    @Test
    void aRunningStatementIsCancelledFromAnotherThread() throws Exception {
        ResultSet open = connection.createStatement().executeQuery("SELECT ECInstanceId FROM bis.Element");
        open.next();
        assertState("57014", () -> whileRunning(() -> statement.executeQuery(ENDLESS), statement::cancel));

        assertThat(open.next()).as("other statements go on").isTrue();
        assertThat(SampleFiles.rows(statement.executeQuery("SELECT 1"))).hasSize(1);
    }

    @Test
    void closingTheConnectionStopsWhatRuns() {
        assertState("08003", () -> whileRunning(() -> statement.executeQuery(ENDLESS), connection::close));
    }

    @Test
    void cancellingBetweenRowsEndsThem() throws SQLException {
        ResultSet results = statement.executeQuery("SELECT ECInstanceId FROM bis.Element");
        results.next();
        statement.cancel();

        assertState("57014", results::next);
        assertThat(statement.executeQuery("SELECT 1").next()).isTrue();
    }

    @Test
    void cancellingNothingDoesNothing() throws SQLException {
        statement.cancel();

        assertThat(statement.executeQuery("SELECT 1").next()).isTrue();
    }

    @Test
    void ecsqlReachesTheEngineAsItIsWhenEscapesAreOff() throws SQLException {
        statement.setEscapeProcessing(false);

        assertState("42S22", () -> statement.executeQuery("SELECT \"Model.Id\" FROM bis.Element"));
        assertThat(statement.executeQuery("SELECT Model.Id FROM bis.Element").next())
                .isTrue();
    }

    @Test
    void resultsLeadToTheCursorBelow() throws SQLException {
        ResultSet results = statement.executeQuery("SELECT 1");

        assertThat(results.unwrap(ECSqlCursor.class).query().sql()).isEqualTo("SELECT 1");
        assertThat(results.isWrapperFor(ECSqlCursor.class)).isTrue();
        assertThat(statement.unwrap(Statement.class)).isSameAs(statement);
    }

    private interface Action {
        void run() throws Exception;
    }

    /** Runs work in another thread, and the action again and again until the work ends; throws what the work throws. */
    private static void whileRunning(Callable<?> work, Action action) throws Throwable {
        CountDownLatch started = new CountDownLatch(1);
        FutureTask<Object> task = new FutureTask<>(() -> {
            started.countDown();
            return work.call();
        });
        Thread thread = new Thread(task);
        thread.start();
        started.await();
        while (!task.isDone()) {
            Thread.sleep(20);
            action.run();
        }
        try {
            task.get();
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }
}
