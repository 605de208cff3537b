package org.imodel4j.host.nativeapp;

import java.nio.file.Path;
import java.time.Duration;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteDrivers;

/** Makes the file that the table of settings is put into. */
@FunctionalInterface
interface NewSettingsFile {
    /** A database without EC schemas, which iTwin.js does not open. */
    NewSettingsFile PLAIN = file -> {
        try (SqliteDatabase made =
                SqliteDrivers.best().open(new OpenRequest(file, OpenRequest.Mode.CREATE, Duration.ofSeconds(5)))) {
            made.execute("PRAGMA user_version=0");
        }
    };

    /** Makes an empty file; there is none of that name. */
    void make(Path file);
}
