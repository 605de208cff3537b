package org.imodel4j.imodel;

import java.nio.file.Path;
import org.imodel4j.sqlite.SqliteDriver;
import org.imodel4j.sqlite.SqliteDrivers;

/** An iModel file that is open for reading, whatever it was made to be. Safe for use by several threads. */
public final class SnapshotDb extends IModelDb {
    private SnapshotDb(OpenFile file, SnapshotOpenOptions options) {
        super(file, options.key());
    }

    /** As {@link #open(Path, SnapshotOpenOptions)} with the default options. */
    public static SnapshotDb open(Path file) {
        return open(file, SnapshotOpenOptions.DEFAULT);
    }

    /**
     * Opens an iModel. Nothing of its EC model is loaded, so many schemas make it no slower. Other processes may write the file
     * meanwhile: each read sees one consistent state.
     *
     * @throws org.imodel4j.error.IModelException with the numbers of the reference: BE_SQLITE_ERROR_FILE_NOT_FOUND,
     *     BE_SQLITE_NOTADB, BE_SQLITE_CORRUPT, BE_SQLITE_BUSY, BE_SQLITE_CANTOPEN for a file that can not be read at all;
     *     BE_SQLITE_ERROR_NO_PROPERTY_TABLE or _INVALID_PROFILE_VERSION for one that is no iModel;
     *     _PROFILE_TOO_NEW or _PROFILE_TOO_OLD for one that needs other software
     */
    public static SnapshotDb open(Path file, SnapshotOpenOptions options) {
        return open(file, options, SqliteDrivers.best());
    }

    static SnapshotDb open(Path file, SnapshotOpenOptions options, SqliteDriver driver) {
        return new SnapshotDb(OpenFile.open(file, options, driver, true), options);
    }
}
