package org.imodel4j.imodel;

import java.nio.file.Path;
import java.time.Duration;
import org.imodel4j.sqlite.SqliteDrivers;
import org.jspecify.annotations.Nullable;

/** An iModel that belongs to no iTwin, open for reading. Safe for use by several threads. */
public final class StandaloneDb extends IModelDb {
    private StandaloneDb(OpenFile file, SnapshotOpenOptions options) {
        super(file, options.key());
    }

    /** As {@link #createEmpty(Path, CreateIModelProps, boolean, Path)} without a folder for empty files. */
    public static StandaloneDb createEmpty(Path file, CreateIModelProps props, boolean enableTransactions) {
        return createEmpty(file, props, enableTransactions, null);
    }

    /**
     * Makes an iModel with the schemas BisCore and Generic and the elements that every iModel has, and opens it.
     *
     * @param enableTransactions whether applications may change the iModel when they have it open
     * @param cacheDir where the finished empty file is kept, so that other processes need not make it; null for nowhere
     * @throws org.imodel4j.error.IModelException as {@link SnapshotDb#createEmpty(Path, CreateIModelProps)}
     */
    public static StandaloneDb createEmpty(
            Path file, CreateIModelProps props, boolean enableTransactions, @Nullable Path cacheDir) {
        Creation.iModel(file, props, enableTransactions ? Creation.EDITABLE : "", cacheDir);
        return open(file, SnapshotOpenOptions.DEFAULT);
    }

    /** Opens an iModel, as {@link SnapshotDb#open(Path, SnapshotOpenOptions)} does. */
    public static StandaloneDb open(Path file, SnapshotOpenOptions options) {
        return new StandaloneDb(OpenFile.open(file, options, SqliteDrivers.best(), true), options);
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
