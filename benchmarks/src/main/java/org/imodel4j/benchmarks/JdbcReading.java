package org.imodel4j.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.imodel4j.ecsql.run.CompiledQuery;
import org.imodel4j.ecsql.run.Door;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.ecsql.run.QueryArguments;
import org.imodel4j.ecsql.run.ReadConnection;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** What a row costs through the getters of a ResultSet, beside the bare cursor below it. One operation reads 274 rows. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class JdbcReading {
    private static final String ECSQL = "SELECT ECInstanceId, CodeValue, Model.Id FROM bis.Element";

    private final Sample sample = Sample.open();

    private record Sample(
            Path file, Connection connection, PreparedStatement statement, ReadConnection reader, CompiledQuery query) {
        static Sample open() {
            try {
                Path file = Files.createTempFile("benchmark", ".bim");
                Files.write(file, Files.readAllBytes(Path.of(System.getProperty("imodel4j.fixtures"), "building.bim")));
                Connection connection = DriverManager.getConnection("jdbc:imodel:" + file);
                ReadConnection reader = connection.unwrap(ReadConnection.class);
                return new Sample(
                        file,
                        connection,
                        connection.prepareStatement(ECSQL),
                        reader,
                        reader.compile(ECSQL, Door.STATEMENT));
            } catch (IOException | SQLException e) {
                throw new IllegalStateException("The sample can not be opened", e);
            }
        }
    }

    @TearDown
    public void close() throws IOException, SQLException {
        sample.connection().close();
        Files.delete(sample.file());
    }

    @Benchmark
    public void cursor(Blackhole sink) {
        try (ECSqlCursor row = sample.reader().query(sample.query(), QueryArguments.NONE)) {
            while (row.step()) {
                sink.consume(row.getLong(0));
                sink.consume(row.getString(1));
                sink.consume(row.getLong(2));
            }
        }
    }

    @Benchmark
    public void resultSet(Blackhole sink) throws SQLException {
        try (ResultSet row = sample.statement().executeQuery()) {
            while (row.next()) {
                sink.consume(row.getLong(1));
                sink.consume(row.getString(2));
                sink.consume(row.getLong(3));
            }
        }
    }
}
