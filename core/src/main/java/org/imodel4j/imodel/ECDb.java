package org.imodel4j.imodel;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.function.Function;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.ecsql.run.ECSqlEngine;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Guid;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDrivers;
import org.jspecify.annotations.Nullable;

/** A file with EC data that need not be an iModel, open for reading. Safe for use by several threads. */
public final class ECDb implements AutoCloseable {
    private final OpenFile file;
    private final FileProperties properties;

    private ECDb(OpenFile file) {
        this.file = file;
        this.properties = new FileProperties(file);
    }

    /** As {@link #open(Path, SnapshotOpenOptions)} with the default options. */
    public static ECDb open(Path file) {
        return open(file, SnapshotOpenOptions.DEFAULT);
    }

    /**
     * Opens a file; the key of the options is not used.
     *
     * @throws IModelException as {@link SnapshotDb#open(Path, SnapshotOpenOptions)}, but BE_SQLITE_NOTFOUND for a missing file
     */
    public static ECDb open(Path file, SnapshotOpenOptions options) {
        try {
            return new ECDb(OpenFile.open(file, options, SqliteDrivers.best(), false));
        } catch (IModelException e) {
            throw missing(e, file);
        }
    }

    /** As {@link #create(Path, Path)} without a folder for empty files. */
    public static WritableECDb create(Path file) {
        return create(file, null);
    }

    /**
     * Makes a file that holds the schemas of the profile and no data, and opens it for the calling thread.
     *
     * @param cacheDir where the finished empty file is kept, so that other processes need not make it; null for nowhere
     * @throws IModelException BE_SQLITE_ERROR_FILE_EXISTS; BE_SQLITE_CANTOPEN for a folder that is not there or can not be written
     */
    public static WritableECDb create(Path file, @Nullable Path cacheDir) {
        Creation.files(cacheDir).createECDb(file, Guid.random(new SecureRandom()));
        return openForWrite(file);
    }

    /** As {@link #openForWrite(Path, Duration)}, waiting five seconds. */
    public static WritableECDb openForWrite(Path file) {
        return openForWrite(file, Duration.ofSeconds(5));
    }

    /**
     * Opens a file for its one writer, the calling thread.
     *
     * @param busyTimeout how long another writer is waited for, now and at the start of each further transaction
     * @throws IModelException as {@link #open(Path)}; BE_SQLITE_BUSY when another writer has the file; BE_SQLITE_READONLY when it can not be
     *     written; BE_SQLITE_ERROR_PROFILE_TOO_NEW_FOR_READ_WRITE or _PROFILE_TOO_OLD_FOR_READ_WRITE
     */
    public static WritableECDb openForWrite(Path file, Duration busyTimeout) {
        Path path = file.toAbsolutePath().normalize();
        try {
            return WritableECDb.open(
                    new OpenRequest(path, OpenRequest.Mode.READ_WRITE, busyTimeout), SqliteDrivers.best());
        } catch (IModelException e) {
            throw missing(e, file);
        }
    }

    private static IModelException missing(IModelException e, Path file) {
        return e.errorNumber() == Status.BE_SQLITE_ERROR_FILE_NOT_FOUND.number()
                ? new IModelException(Status.BE_SQLITE_NOTFOUND, e.text(), e).with("file", file)
                : e;
    }

    public Path path() {
        return file.path();
    }

    /** The identity of the file. */
    public Guid id() {
        return file.facts().dbGuid();
    }

    /** The versions of the profiles; {@code dgn} is null also when the file is an iModel. */
    public ProfileVersions profileVersions() {
        return file.facts().profiles();
    }

    public FileProperties fileProperties() {
        return properties;
    }

    /** Whether the file can not change while it is open. */
    public boolean isImmutable() {
        return file.isImmutable();
    }

    /** Name and version of the engine that reads the file. */
    public String driverName() {
        return file.driverName();
    }

    /** The EC model of the file, with ids and read piece by piece. */
    public ECSchemas schemas() {
        return file.schemas();
    }

    /** As {@link IModelDb#schemaModel}. */
    public SchemaSet schemaModel() {
        return file.schemaModel();
    }

    /** Compiles ECSQL for this file. */
    public ECSqlEngine ecsql() {
        return file.ecsql();
    }

    /** As {@link IModelDb#read}. */
    public <T extends @Nullable Object> T read(Function<ReadConnection, T> work) {
        return file.read(work);
    }

    /**
     * Opens a connection for someone who keeps cursors open between calls. It is none of those that {@link #read} lends; the caller
     * closes it before this object.
     */
    public ReadConnection connect() {
        return file.ecsql().connect(file.connect());
    }

    /** Closes the file and stops what runs. Calling it again does nothing. */
    @Override
    public void close() {
        file.close();
    }
}
