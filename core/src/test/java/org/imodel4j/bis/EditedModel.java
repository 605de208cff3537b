package org.imodel4j.bis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.imodel4j.ec.ClassMap.Column;
import org.imodel4j.ec.ECClass;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteDrivers;

/** A copy of a fixture that a test changes by SQL before it is read. */
final class EditedModel {
    private final Path file;

    EditedModel(Path folder, String fixture) {
        this.file = folder.resolve("edited.bim");
        try {
            Files.copy(FixtureModel.file(fixture), file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void execute(String sql) {
        SqliteDatabase database = SqliteDrivers.best().open(OpenRequest.readWrite(file));
        database.execute("PRAGMA journal_mode=DELETE");
        database.execute("PRAGMA foreign_keys=OFF");
        database.execute(sql);
        database.close();
    }

    /** Sets the column of a leaf of one element, wherever its class has it. */
    void set(long elementId, String className, String accessString, String sqlValue) {
        String sql;
        try (FixtureModel model = open()) {
            ECClass ecClass = model.schemas.getClass(className);
            Column column = model.schemas.mapOf(ecClass).tryColumn(accessString);
            if (column == null) {
                throw new IllegalArgumentException(accessString);
            }
            sql = "UPDATE [" + column.table().name() + "] SET [" + column.name() + "]=" + sqlValue + " WHERE ["
                    + column.table().primaryKey() + "]=" + elementId;
        }
        execute(sql);
    }

    FixtureModel open() {
        return new FixtureModel(file);
    }
}
