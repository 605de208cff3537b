package org.imodel4j.bis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ecsql.run.ECSqlEngine;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteDrivers;
import org.imodel4j.sqlite.SqliteStatement;

/** One connection to a file, lent to whoever asks; the tests use one thread. */
final class FixtureModel implements ConnectionSource, AutoCloseable {
    final SqliteDatabase database;
    final ECSchemas schemas;
    final ReadConnection connection;

    FixtureModel(String fixture) {
        this(file(fixture));
    }

    FixtureModel(Path file) {
        this.database = SqliteDrivers.best().open(OpenRequest.immutable(file));
        this.schemas = new ECSchemas(() -> SqliteDrivers.best().open(OpenRequest.immutable(file)));
        this.connection = new ECSqlEngine(schemas).connect(database);
    }

    static Path file(String fixture) {
        return Path.of(System.getProperty("imodel4j.fixtures"), fixture);
    }

    static JsonObject recorded(String fixture) {
        try {
            return (JsonObject) Json.parse(Files.readAllBytes(file(fixture)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Byte arrays as the records have them. */
    static final BinaryFormat RECORDED =
            (out, bytes) -> out.beginObject().name("$bytes").base64("", bytes).endObject();

    @Override
    public <T> T read(Function<ReadConnection, T> work) {
        return work.apply(connection);
    }

    List<Long> longs(String sql) {
        List<Long> values = new ArrayList<>();
        try (SqliteStatement statement = database.prepare(sql)) {
            while (statement.step()) {
                values.add(statement.columnLong(0));
            }
        }
        return values;
    }

    /** A value in which integral numbers look alike, however they are spelled, and members are in order. */
    static JsonValue normal(JsonValue value) {
        return switch (value) {
            case JsonObject object -> {
                JsonObject.Builder sorted = JsonObject.builder();
                new TreeMap<>(object.members()).forEach((name, member) -> sorted.put(name, normal(member)));
                yield sorted.build();
            }
            case JsonArray array ->
                new JsonArray(array.items().stream().map(FixtureModel::normal).toList());
            case JsonValue.Number number -> JsonValue.of(number.value());
            default -> value;
        };
    }

    @Override
    public void close() {
        connection.close();
        schemas.close();
    }
}
