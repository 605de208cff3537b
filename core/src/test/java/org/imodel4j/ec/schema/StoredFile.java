package org.imodel4j.ec.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteDrivers;
import org.imodel4j.sqlite.SqliteStatement;

/** Fixture files and the schemas stored in them. */
public final class StoredFile {
    private StoredFile() {}

    /** Immutable, so that no side file appears beside it. */
    public static SqliteDatabase open(String name) {
        return SqliteDrivers.best().open(OpenRequest.immutable(path(name)));
    }

    public static SchemaSet schemas(String name) {
        try (SqliteDatabase database = open(name);
                StoredSchemas stored = new StoredSchemas(database)) {
            return stored.readAll();
        }
    }

    /** The first column of all rows. */
    public static List<String> texts(SqliteDatabase database, String sql) {
        try (SqliteStatement statement = database.prepare(sql)) {
            List<String> texts = new ArrayList<>();
            while (statement.step()) {
                texts.add(statement.columnText(0));
            }
            return texts;
        }
    }

    public static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    public static Path path(String name) {
        return Path.of(System.getProperty("imodel4j.fixtures"), name);
    }
}
