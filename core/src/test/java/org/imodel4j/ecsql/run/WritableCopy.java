package org.imodel4j.ecsql.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonWriter;
import org.imodel4j.sqlite.LocalSequence;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDrivers;
import org.imodel4j.sqlite.WriteTransaction;

/** A copy of a fixture, open for writing. */
record WritableCopy(Path file, ECSchemas schemas, WriteConnection connection) implements AutoCloseable {
    /** @param fixture its path below the fixtures, such as {@code ecsql/plain.ecdb} */
    static WritableCopy of(String fixture, Path folder) {
        Path copy = folder.resolve(fixture.substring(fixture.lastIndexOf('/') + 1));
        try {
            Files.write(
                    copy,
                    Files.readAllBytes(
                            Path.of(System.getProperty("imodel4j.fixtures")).resolve(fixture)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return open(copy);
    }

    static WritableCopy open(Path file) {
        WriteTransaction transaction = WriteTransaction.open(
                SqliteDrivers.best(), new OpenRequest(file, OpenRequest.Mode.READ_WRITE, Duration.ZERO));
        ECSchemas schemas = ECSchemas.over(transaction.database());
        LocalSequence ids = new LocalSequence(transaction, "ec_instanceidsequence", 0);
        return new WritableCopy(file, schemas, new WriteConnection(new ECSqlEngine(schemas), transaction, ids, null));
    }

    WriteResult write(String ecsql, QueryArgument... arguments) {
        return connection.write(ecsql, QueryArguments.of(arguments));
    }

    /** The rows of a query by the names of ECSQL. */
    JsonArray rows(String ecsql) {
        JsonWriter out = new JsonWriter();
        out.beginArray();
        ReadConnection reader = connection.reader();
        try (ECSqlCursor cursor = reader.query(reader.compile(ecsql, Door.STATEMENT), QueryArguments.NONE)) {
            while (cursor.step()) {
                cursor.writeRowObject(out, RowFormat.ECSQL, RowOptions.DEFAULT);
            }
        }
        out.endArray();
        return (JsonArray) Json.parse(out.bytes());
    }

    /** The rows as JSON. */
    String text(String ecsql) {
        return Json.write(rows(ecsql));
    }

    @Override
    public void close() {
        schemas.close();
        connection.close();
    }
}
