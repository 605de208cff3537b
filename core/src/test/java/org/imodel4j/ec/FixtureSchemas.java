package org.imodel4j.ec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteDrivers;
import org.imodel4j.sqlite.SqliteStatement;

/** Opens the schemas of fixture files; immutable, so that no side file appears beside them. */
final class FixtureSchemas {
    private FixtureSchemas() {}

    static Path file(String name) {
        return Path.of(System.getProperty("imodel4j.fixtures"), name);
    }

    static SqliteDatabase database(Path file) {
        return SqliteDrivers.best().open(OpenRequest.immutable(file));
    }

    static ECSchemas open(String name) {
        return open(file(name));
    }

    static ECSchemas open(Path file) {
        return new ECSchemas(() -> database(file));
    }

    static List<Long> longs(Path file, String sql) {
        try (SqliteDatabase database = database(file);
                SqliteStatement statement = database.prepare(sql)) {
            List<Long> values = new ArrayList<>();
            while (statement.step()) {
                values.add(statement.columnLong(0));
            }
            return values;
        }
    }
}
