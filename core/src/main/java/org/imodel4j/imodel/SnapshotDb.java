package org.imodel4j.imodel;

import java.nio.file.Path;
import java.time.Duration;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteDriver;
import org.imodel4j.sqlite.SqliteDrivers;
import org.jspecify.annotations.Nullable;

/** An iModel file that is open for reading, whatever it was made to be. Safe for use by several threads. */
public final class SnapshotDb extends IModelDb {
    private SnapshotDb(OpenFile file, SnapshotOpenOptions options) {
        super(file, options.key());
    }

    /** As {@link #createEmpty(Path, CreateIModelProps, Path)} without a folder for empty files. */
    public static SnapshotDb createEmpty(Path file, CreateIModelProps props) {
        return createEmpty(file, props, null);
    }

    /**
     * Makes an iModel with the schemas BisCore and Generic and the elements that every iModel has, and opens it.
     *
     * @param cacheDir where the finished empty file is kept, so that other processes need not make it; null for nowhere
     * @throws org.imodel4j.error.IModelException BE_SQLITE_ERROR_FILE_EXISTS; BE_SQLITE_CANTOPEN for a folder that is not there or can not be
     *     written
     */
    public static SnapshotDb createEmpty(Path file, CreateIModelProps props, @Nullable Path cacheDir) {
        Creation.iModel(file, props, null, cacheDir);
        return open(file);
    }

    /**
     * Copies an iModel as it is at this moment, and opens the copy. It gets an id of its own unless the source is a briefcase, and is no
     * standalone iModel even if the source is one.
     *
     * @throws org.imodel4j.error.IModelException as {@link #createEmpty(Path, CreateIModelProps, Path)}
     */
    public static SnapshotDb createFrom(IModelDb source, Path file) {
        try (SqliteDatabase database = source.file().connect()) {
            Creation.files(null).copyAsSnapshot(database, source.briefcaseId(), file);
        }
        return open(file);
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

    /**
     * Opens an iModel for its one writer, the calling thread; others may read it meanwhile. Waits five seconds for another writer.
     *
     * @throws org.imodel4j.error.IModelException as {@link ECDb#openForWrite(Path, java.time.Duration)}; READ_ONLY for a briefcase
     */
    public static WritableIModelDb openForWrite(Path file) {
        return WritableIModelDb.open(file, Duration.ofSeconds(5));
    }
}
