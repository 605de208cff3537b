package org.imodel4j.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.ecsql.run.RowFormat;
import org.imodel4j.ecsql.run.RowOptions;
import org.imodel4j.imodel.SnapshotDb;
import org.imodel4j.json.JsonWriter;
import org.imodel4j.sqlite.SqliteStatement;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What a row of fifteen columns costs: stepped alone, with its columns read, and written as JSON. The figures are for one row of
 * five hundred.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(RowStepping.ROWS)
public class RowStepping {
    static final int ROWS = 500;

    private static final String ECSQL =
            "SELECT ECInstanceId, CodeValue, UserLabel, Model.Id, Category.Id, pStr, pInt, pLong, pDbl, pBool, pDate, pPt, "
                    + "pKind, pOwner.Id, LastMod FROM PerfDomain.PerfBase";

    private final Path file = copy();
    private final SnapshotDb db = SnapshotDb.open(file);
    private final JsonWriter json = new JsonWriter();

    private static Path copy() {
        try {
            Path file = Files.createTempFile("benchmark", ".bim");
            Files.write(
                    file, Files.readAllBytes(Path.of(System.getProperty("imodel4j.fixtures"), "perf", "small.bim")));
            return file;
        } catch (IOException e) {
            throw new IllegalStateException("The sample can not be opened", e);
        }
    }

    @TearDown
    public void close() throws IOException {
        db.close();
        Files.delete(file);
    }

    @Benchmark
    public int step() {
        return db.read(connection -> {
            int rows = 0;
            try (ECSqlCursor row = connection.query(ECSQL)) {
                while (row.step()) {
                    rows++;
                }
            }
            return rows;
        });
    }

    /** The same columns as numbers and bytes, through the interface below ECSQL. */
    @Benchmark
    public void columns(Blackhole sink) {
        db.<Integer>read(connection -> {
            try (SqliteStatement row = connection
                    .database()
                    .prepare(connection.engine().compile(ECSQL).sql())) {
                int columns = row.columnCount();
                while (row.step()) {
                    for (int i = 0; i < columns; i++) {
                        if (row.columnType(i) == SqliteStatement.TEXT) {
                            sink.consume(row.columnBlob(i));
                        } else {
                            sink.consume(row.columnDouble(i));
                        }
                    }
                }
                return columns;
            }
        });
    }

    @Benchmark
    public long json() {
        return db.read(connection -> {
            json.reset();
            try (ECSqlCursor row = connection.query(ECSQL)) {
                while (row.step()) {
                    row.writeRowObject(json, RowFormat.JS, RowOptions.DEFAULT);
                }
            }
            return json.size();
        });
    }
}
