package org.imodel4j.imodel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.imodel4j.bis.ConnectionSource;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.ec.schema.StoredSchemas;
import org.imodel4j.ecsql.run.ECSqlEngine;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteDriver;
import org.imodel4j.sqlite.SqliteHeader;
import org.imodel4j.sqlite.StatementCache;
import org.jspecify.annotations.Nullable;

/** The room that iModels and ECDb files share: one file that is open for reading. Safe for use by several threads. */
final class OpenFile implements ConnectionSource, StatementSource, AutoCloseable {
    private final Path path;
    private final SqliteDriver driver;
    private final OpenRequest request;
    private final FileFacts facts;
    private final ConnectionPool pool;
    private final ECSchemas schemas = new ECSchemas(this::connect);
    private final ECSqlEngine engine = new ECSqlEngine(schemas);
    private final ReentrantLock modelTurn = new ReentrantLock();
    private volatile @Nullable SchemaSet schemaModel;

    private OpenFile(
            Path path,
            SqliteDriver driver,
            OpenRequest request,
            FileFacts facts,
            SqliteDatabase first,
            int connections) {
        this.path = path;
        this.driver = driver;
        this.request = request;
        this.facts = facts;
        this.pool = new ConnectionPool(
                connections, () -> new FileConnection(connect(), engine), new FileConnection(first, engine));
    }

    /**
     * Opens a file, checks its profiles and reads its facts.
     *
     * @param asIModel the file must be an iModel, not only hold EC data
     */
    static OpenFile open(Path file, SnapshotOpenOptions options, SqliteDriver driver, boolean asIModel) {
        Path path = file.toAbsolutePath().normalize();
        OpenRequest normal = new OpenRequest(path, OpenRequest.Mode.READ_ONLY, options.busyTimeout());
        OpenRequest immutable = OpenRequest.immutable(path);
        OpenRequest request = options.immutable() ? immutable : normal;
        SqliteDatabase database;
        try {
            database = openRecovered(driver, request);
        } catch (IModelException e) {
            if (options.immutable() || !isForLackOfSideFiles(e)) {
                throw e;
            }
            checkNothingBeside(path, e);
            request = immutable;
            database = driver.open(immutable);
        }
        try {
            FileFacts facts = FileFacts.read(database, asIModel);
            facts.profiles().checkReadable();
            return new OpenFile(path, driver, request, facts, database, options.connections());
        } catch (RuntimeException e) {
            database.close();
            throw e instanceof IModelException known && !known.context().containsKey("file")
                    ? known.with("file", path)
                    : e;
        }
    }

    /** A writer that died has left its journal behind, and who only reads may not play it back. */
    private static SqliteDatabase openRecovered(SqliteDriver driver, OpenRequest request) {
        try {
            return driver.open(request);
        } catch (IModelException e) {
            if (e.errorNumber() != Status.BE_SQLITE_READONLY_ROLLBACK.number()) {
                throw e;
            }
            driver.open(new OpenRequest(request.file(), OpenRequest.Mode.READ_WRITE, request.busyTimeout()))
                    .close();
            return driver.open(request);
        }
    }

    /** A file in WAL mode is read through two files beside it, which can not be made in a folder that is read-only. */
    private static boolean isForLackOfSideFiles(IModelException failure) {
        int family = failure.errorNumber() & 0xff;
        return family == Status.BE_SQLITE_CANTOPEN.number() || family == Status.BE_SQLITE_READONLY.number();
    }

    /** Without a write-ahead log, or with an empty one, the file itself holds everything and can be read alone. */
    private static void checkNothingBeside(Path path, IModelException failure) {
        if (!SqliteHeader.read(path).writeAheadLog()) {
            throw failure;
        }
        Path log = path.resolveSibling(path.getFileName() + "-wal");
        try {
            if (Files.exists(log) && Files.size(log) > 0) {
                throw new IModelException(
                                Status.BE_SQLITE_CANTOPEN,
                                "The file has changes in a write-ahead log that can not be read in a read-only folder",
                                failure)
                        .with("file", path)
                        .with("log", log);
            }
        } catch (IOException e) {
            throw failure;
        }
    }

    Path path() {
        return path;
    }

    FileFacts facts() {
        return facts;
    }

    boolean isImmutable() {
        return request.mode() == OpenRequest.Mode.IMMUTABLE;
    }

    String driverName() {
        return driver.name();
    }

    /** A further connection of the same kind; the caller closes it. */
    SqliteDatabase connect() {
        return driver.open(request);
    }

    @Override
    public <T extends @Nullable Object> T statements(Function<StatementCache, T> work) {
        return pool.read(connection -> work.apply(connection.statements()));
    }

    /** Lends a connection able to run ECSQL. */
    @Override
    public <T extends @Nullable Object> T read(Function<ReadConnection, T> work) {
        return pool.read(connection -> work.apply(connection.reader()));
    }

    ECSchemas schemas() {
        return schemas;
    }

    /** Read at the first question and kept. */
    SchemaSet schemaModel() {
        SchemaSet known = schemaModel;
        if (known == null) {
            modelTurn.lock();
            try {
                known = schemaModel == null ? pool.read(OpenFile::readSchemas) : schemaModel;
                schemaModel = known;
            } finally {
                modelTurn.unlock();
            }
        }
        return known;
    }

    private static SchemaSet readSchemas(FileConnection connection) {
        try (StoredSchemas stored = new StoredSchemas(connection.database())) {
            return stored.readAll();
        }
    }

    ECSqlEngine ecsql() {
        return engine;
    }

    int openConnections() {
        return pool.size();
    }

    @Override
    public void close() {
        pool.close();
        schemas.close();
    }
}
