package org.imodel4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imodel4j.jdbc.SampleFiles.assertState;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.Assertions;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.imodel.ECDb;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionTest {
    @TempDir
    private Path folder;

    private SampleFiles files;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        files = new SampleFiles(folder);
        connection = files.connect("building.bim");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void connectionsAreReadOnlyAndStaySo() throws SQLException {
        assertThat(connection.isReadOnly()).isTrue();
        connection.setReadOnly(true);

        Assertions.assertThatThrownBy(() -> connection.setReadOnly(false))
                .isInstanceOf(SQLFeatureNotSupportedException.class);
    }

    @Test
    void transactionsDoNothingAndAreRefusedWhileEachStatementStandsAlone() throws SQLException {
        assertThat(connection.getAutoCommit()).isTrue();
        assertState("25000", connection::commit);
        assertState("25000", connection::rollback);
        connection.setAutoCommit(false);
        connection.commit();
        connection.rollback();

        assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_NONE);
        connection.setTransactionIsolation(Connection.TRANSACTION_NONE);
        assertState("0A000", () -> connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE));
        assertState("0A000", connection::setSavepoint);
    }

    @Test
    void whatTheDriverDoesNotHaveIsRefused() {
        assertState("0A000", () -> connection.prepareCall("{call a}"));
        assertState("0A000", () -> connection.prepareStatement("SELECT 1", Statement.RETURN_GENERATED_KEYS));
        assertState("0A000", () -> connection.prepareStatement("SELECT 1", new int[] {1}));
        assertState("0A000", () -> connection.prepareStatement("SELECT 1", new String[] {"ECInstanceId"}));
        assertState("0A000", connection::createBlob);
        assertState("0A000", connection::createClob);
        assertState("0A000", connection::createNClob);
        assertState("0A000", connection::createSQLXML);
        assertState("0A000", () -> connection.setTypeMap(Map.of("a", String.class)));
        assertState("0A000", () -> connection.setNetworkTimeout(Runnable::run, 1));
        assertState("0A000", () -> connection.setHoldability(ResultSet.CLOSE_CURSORS_AT_COMMIT));
    }

    @Test
    void resultsOfAnotherKindAreReplacedWithAWarning() throws SQLException {
        assertThat((Object) connection.getWarnings()).isNull();
        try (Statement statement =
                        connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE);
                PreparedStatement prepared = connection.prepareStatement(
                        "SELECT 1", ResultSet.TYPE_SCROLL_SENSITIVE, ResultSet.CONCUR_READ_ONLY)) {
            assertThat(statement.getResultSetType()).isEqualTo(ResultSet.TYPE_FORWARD_ONLY);
            assertThat(prepared.getResultSetConcurrency()).isEqualTo(ResultSet.CONCUR_READ_ONLY);
        }
        assertThat(connection.getWarnings().getSQLState()).isEqualTo("01S02");
        assertThat((Object) connection.getWarnings().getNextWarning()).isNotNull();
        connection.clearWarnings();
        assertThat((Object) connection.getWarnings()).isNull();
        connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        assertThat((Object) connection.getWarnings()).isNull();
    }

    @Test
    void settingsThatMeanNothingHereAreTakenSilently() throws SQLException {
        connection.setCatalog("any");
        connection.setSchema("any");
        connection.setTypeMap(Map.of());
        connection.setClientInfo("ApplicationName", "test");

        assertThat(connection.getCatalog()).isNull();
        assertThat(connection.getSchema()).isNull();
        assertThat(connection.getClientInfo()).isEmpty();
        assertThat(connection.getClientInfo("ApplicationName")).isNull();
        assertThat((Object) connection.getWarnings())
                .as("the client information is warned of")
                .isNotNull();
        assertThat(connection.getNetworkTimeout()).isZero();
    }

    @Test
    void closedConnectionsSaySo() throws SQLException {
        Statement statement = connection.createStatement();
        ResultSet results = statement.executeQuery("SELECT ECInstanceId FROM bis.Element");
        results.next();
        connection.close();
        connection.close();

        assertThat(connection.isClosed()).isTrue();
        assertThat(connection.isValid(1)).isFalse();
        assertThat(statement.isClosed()).isTrue();
        assertThat(results.isClosed()).isTrue();
        assertState("08003", connection::createStatement);
        assertState("08003", () -> connection.prepareStatement("SELECT 1"));
        assertState("08003", connection::getMetaData);
        assertState("08003", connection::getAutoCommit);
        assertState("08003", () -> connection.nativeSQL("SELECT 1"));
        assertState("08003", () -> statement.executeQuery("SELECT 1"));
        assertState("HY010", () -> results.getLong(1));
        Assertions.assertThatThrownBy(() -> connection.setClientInfo("a", "b"))
                .isInstanceOf(SQLClientInfoException.class);
    }

    @Test
    void abortClosesTheConnection() throws SQLException {
        connection.abort(Runnable::run);

        assertThat(connection.isClosed()).isTrue();
        assertState("HY024", () -> connection.abort(null));
    }

    @Test
    void whatIsInsideCanBeReached() throws SQLException {
        assertThat(connection.unwrap(ECDb.class).path()).hasFileName("building.bim");
        assertThat(connection.unwrap(ReadConnection.class).engine()).isNotNull();
        assertThat(connection.unwrap(Connection.class)).isSameAs(connection);
        assertThat(connection.isWrapperFor(ECDb.class)).isTrue();
        assertThat(connection.isWrapperFor(String.class)).isFalse();
        assertState("HY024", () -> connection.unwrap(String.class));
    }

    @Test
    void connectionsToOneFileShareItUntilTheLastOneCloses() throws SQLException {
        try (Connection second = files.connect("building.bim")) {
            assertThat(second.unwrap(ECDb.class)).isSameAs(connection.unwrap(ECDb.class));
            connection.close();
            assertThat(SampleFiles.rows(second, "SELECT COUNT(*) FROM bis.Element"))
                    .hasSize(1);
        }
        try (Connection third = files.connect("building.bim")) {
            assertThat(third.isValid(0)).isTrue();
        }
    }

    @Test
    void severalStatementsOfAConnectionAreOpenAtOnce() throws SQLException {
        try (Statement first = connection.createStatement();
                Statement second = connection.createStatement()) {
            ResultSet elements = first.executeQuery("SELECT ECInstanceId FROM bis.Element ORDER BY ECInstanceId");
            ResultSet models = second.executeQuery("SELECT ECInstanceId FROM bis.Model ORDER BY ECInstanceId");
            elements.next();
            models.next();
            assertThat(elements.getLong(1)).isEqualTo(1);
            assertThat(models.getLong(1)).isEqualTo(1);
            elements.next();
            assertThat(models.getLong(1)).isEqualTo(1);
        }
    }

    @Test
    void threadsMayShareAConnection() throws Exception {
        List<List<String>> expected =
                SampleFiles.rows(connection, "SELECT ECInstanceId, CodeValue FROM bis.Element ORDER BY ECInstanceId");
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<List<List<String>>>> answers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                answers.add(threads.submit(() -> SampleFiles.rows(
                        connection, "SELECT ECInstanceId, CodeValue FROM bis.Element ORDER BY ECInstanceId")));
            }
            for (Future<List<List<String>>> answer : answers) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        }
    }

    @Test
    void connectionsLeaveNothingBehind() throws SQLException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        OpenFiles open = new OpenFiles();
        ConnectionUrl url = ConnectionUrl.parse(files.url("all-types.bim"), null);
        for (int i = 0; i < 50; i++) {
            try (Connection each = JdbcConnection.open(open, url);
                    Connection other = JdbcConnection.open(open, url)) {
                each.createStatement()
                        .executeQuery("SELECT ECInstanceId FROM bis.Element")
                        .next();
                other.prepareStatement("SELECT ECInstanceId FROM bis.Element").executeQuery();
                assertThat(open.count()).isEqualTo(1);
            }
        }
        assertThat(open.count()).isZero();
        assertThat(Thread.getAllStackTraces().keySet()).isSubsetOf(before);
    }
}
