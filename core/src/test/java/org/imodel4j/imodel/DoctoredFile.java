package org.imodel4j.imodel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteDrivers;

/** Copies of fixtures that were changed behind imodel4j's back. */
final class DoctoredFile {
    private DoctoredFile() {}

    static Path copy(String fixture, Path folder) throws IOException {
        Path from = Path.of(System.getProperty("imodel4j.fixtures", "."), fixture);
        Path copy = folder.resolve(from.getFileName());
        return Files.write(copy, Files.readAllBytes(from));
    }

    /** Runs SQL on a file and leaves nothing beside it. */
    static Path change(Path file, String sql) {
        try (SqliteDatabase database =
                SqliteDrivers.best().open(new OpenRequest(file, OpenRequest.Mode.READ_WRITE, Duration.ofSeconds(1)))) {
            database.execute("PRAGMA foreign_keys=OFF");
            database.execute(sql);
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        return file;
    }

    static String version(String profile, int major, int minor, int sub1, int sub2) {
        return "UPDATE be_Prop SET StrData='{\"major\":" + major + ",\"minor\":" + minor + ",\"sub1\":" + sub1
                + ",\"sub2\":" + sub2 + "}' WHERE Namespace='" + profile + "' AND Name='SchemaVersion';";
    }
}
