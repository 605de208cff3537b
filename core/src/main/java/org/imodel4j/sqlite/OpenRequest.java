package org.imodel4j.sqlite;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How to open a file.
 *
 * @param file the database file
 * @param mode what may be done with it
 * @param busyTimeout how long a locked file is waited for before the call fails with BE_SQLITE_BUSY
 */
public record OpenRequest(Path file, Mode mode, Duration busyTimeout) {
    /** What may be done with a file. */
    public enum Mode {
        /** Read; other processes may write at the same time. */
        READ_ONLY,
        /** Read a file that nobody changes; no lock and no side file is made, so it works in a read-only folder. */
        IMMUTABLE,
        /** Read and write an existing file. */
        READ_WRITE,
        /** Read and write; the file is made if it does not exist. */
        CREATE
    }

    public static OpenRequest readOnly(Path file) {
        return new OpenRequest(file, Mode.READ_ONLY, Duration.ofSeconds(5));
    }

    public static OpenRequest immutable(Path file) {
        return new OpenRequest(file, Mode.IMMUTABLE, Duration.ZERO);
    }

    public static OpenRequest readWrite(Path file) {
        return new OpenRequest(file, Mode.READ_WRITE, Duration.ofSeconds(5));
    }
}
