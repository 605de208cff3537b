package org.imodel4j.imodel.create;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Guid;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteDriver;
import org.imodel4j.sqlite.SqliteStatement;
import org.jspecify.annotations.Nullable;

/** Makes files. Safe for use by several threads and processes. */
public final class NewFiles {
    private static final String PRAGMAS =
            "PRAGMA page_size=4096;PRAGMA encoding='UTF-8';PRAGMA journal_mode=MEMORY;PRAGMA synchronous=OFF;PRAGMA application_id="
                    + EmptyECDb.APPLICATION_ID + ";PRAGMA user_version=" + EmptyECDb.FORMAT_VERSION;

    /** Where the header of a file tells whether it has a write-ahead log; without one beside it that is all there is to the mode. */
    private static final int JOURNAL_VERSIONS = 18;

    private static final byte[] WAL = {2, 2};

    private static final int FIRST_BRIEFCASE = 2;
    private static final int LAST_BRIEFCASE = (1 << 24) - 11;

    private final SqliteDriver driver;
    private final EmptyFileCache cache;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** @param cacheDir where finished empty files are kept for other processes, null for nowhere */
    public NewFiles(SqliteDriver driver, @Nullable Path cacheDir, Clock clock) {
        this.driver = driver;
        this.cache = new EmptyFileCache(cacheDir == null ? null : cacheDir.resolve("empty"));
        this.clock = clock;
    }

    private enum Kind {
        ECDB,
        IMODEL;

        void fill(SqliteDatabase database) {
            if (this == ECDB) {
                EmptyECDb.fill(database, SystemSchemas.first());
            } else {
                EmptyIModel.fill(database, SystemSchemas.first());
            }
        }
    }

    /**
     * Makes a file with the schemas of the profile and no data.
     *
     * @throws IModelException BE_SQLITE_ERROR_FILE_EXISTS, BE_SQLITE_CANTOPEN for a folder that is not there or can not be written
     */
    public void createECDb(Path file, Guid id) {
        create(file, Kind.ECDB, database -> EmptyECDb.blob(database, "be_Db", "DbGuid", id.toBytes()));
    }

    /**
     * Makes an iModel without elements but those that every iModel has, in WAL mode.
     *
     * @throws IModelException as {@link #createECDb}
     */
    public void createIModel(Path file, NewIModelValues values) {
        create(file, Kind.IMODEL, database -> apply(database, values));
    }

    /**
     * Copies an iModel, as it is at this moment, to a file that is a snapshot: under an id of its own unless the source is a briefcase, without
     * changes that wait to be pushed.
     *
     * @param source stays the caller's
     * @param briefcaseId of the source
     * @throws IModelException as {@link #createECDb}
     */
    public void copyAsSnapshot(SqliteDatabase source, int briefcaseId, Path file) {
        Path path = file.toAbsolutePath().normalize();
        reserve(path);
        boolean done = false;
        try {
            source.backupTo(path);
            finish(path, Kind.IMODEL, database -> {
                if (briefcaseId < FIRST_BRIEFCASE || briefcaseId > LAST_BRIEFCASE) {
                    EmptyECDb.blob(
                            database, "be_Db", "DbGuid", Guid.random(random).toBytes());
                }
                database.execute("DELETE FROM be_Local WHERE Name='StandaloneEdit'");
                EmptyECDb.local(database, "be_repositoryid", "x'0000000000000000'");
                try (SqliteStatement recorded =
                        database.prepare("SELECT 1 FROM sqlite_master WHERE name='dgn_Txns' COLLATE NOCASE")) {
                    if (recorded.step()) {
                        database.execute("DELETE FROM dgn_Txns");
                    }
                }
            });
            done = true;
        } catch (IOException e) {
            throw new IModelException(Status.BE_SQLITE_CANTOPEN, "The file can not be written", e).with("file", path);
        } finally {
            if (!done) {
                delete(path);
            }
        }
    }

    private void create(Path file, Kind kind, Consumer<SqliteDatabase> values) {
        Path path = file.toAbsolutePath().normalize();
        reserve(path);
        boolean done = false;
        try {
            byte[] empty = cache.tryRead(cacheName(kind));
            if (empty == null) {
                make(path, kind);
            } else {
                Files.write(path, empty);
            }
            finish(path, kind, values);
            done = true;
        } catch (IOException e) {
            throw new IModelException(Status.BE_SQLITE_CANTOPEN, "The file can not be written", e).with("file", path);
        } finally {
            if (!done) {
                delete(path);
            }
        }
    }

    private static void reserve(Path path) {
        try {
            Files.createFile(path);
        } catch (FileAlreadyExistsException e) {
            throw new IModelException(Status.BE_SQLITE_ERROR_FILE_EXISTS, "There is a file of that name already", e)
                    .with("file", path);
        } catch (IOException e) {
            throw new IModelException(Status.BE_SQLITE_CANTOPEN, "The file can not be made", e).with("file", path);
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new IModelException(Status.WRITE_ERROR, "An unfinished file can not be deleted", e)
                    .with("file", path);
        }
    }

    private void make(Path path, Kind kind) throws IOException {
        try (SqliteDatabase database = open(path)) {
            database.execute(PRAGMAS);
            database.execute("BEGIN IMMEDIATE;PRAGMA defer_foreign_keys=ON");
            kind.fill(database);
            database.execute("COMMIT");
        }
        cache.keep(cacheName(kind), Files.readAllBytes(path));
    }

    private void finish(Path path, Kind kind, Consumer<SqliteDatabase> values) throws IOException {
        try (SqliteDatabase database = open(path)) {
            database.execute("PRAGMA journal_mode=MEMORY;PRAGMA synchronous=OFF;BEGIN IMMEDIATE");
            values.accept(database);
            database.execute("COMMIT");
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            if (kind == Kind.IMODEL) {
                channel.write(ByteBuffer.wrap(WAL), JOURNAL_VERSIONS);
            }
            channel.force(true);
        }
    }

    private SqliteDatabase open(Path path) {
        return driver.open(new OpenRequest(path, OpenRequest.Mode.CREATE, Duration.ofSeconds(5)));
    }

    private static String cacheName(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT) + "-" + SystemSchemas.fingerprint();
    }

    private void apply(SqliteDatabase database, NewIModelValues values) {
        EmptyECDb.blob(database, "be_Db", "DbGuid", values.id().toBytes());
        EmptyECDb.property(database, "be_Db", "BeSQLiteBuild", "imodel4j");
        EmptyECDb.property(
                database,
                "be_Db",
                "CreationDate",
                DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                        .withZone(ZoneOffset.UTC)
                        .format(clock.instant()));
        EmptyECDb.property(database, "dgn_Db", "Client", values.client());
        EmptyECDb.property(database, "dgn_Db", "Extents", values.extents());
        EmptyECDb.property(database, "dgn_Db", "Units", values.units());
        if (values.standaloneEdit() != null) {
            EmptyECDb.blob(database, "be_Db", "ProjectGuid", new byte[16]);
            if (!values.standaloneEdit().isEmpty()) {
                try (SqliteStatement insert =
                        database.prepare("INSERT OR REPLACE INTO be_Local(Name,Val) VALUES('StandaloneEdit',?)")) {
                    insert.bindText(1, values.standaloneEdit());
                    insert.step();
                }
            }
        }
        nameSubject(database, values);
    }

    private void nameSubject(SqliteDatabase database, NewIModelValues values) {
        try (SqliteStatement update = database.prepare(
                "UPDATE bis_Element SET FederationGuid=?2,LastMod=julianday('now'),CodeValue=coalesce(?3,CodeValue) WHERE Id=?1")) {
            for (long id : new long[] {1, 14, 16}) {
                update.bindLong(1, id);
                update.bindBlob(2, Guid.random(random).toBytes());
                if (id == 1) {
                    update.bindText(3, values.rootSubject());
                } else {
                    update.bindNull(3);
                }
                update.step();
                update.reset();
            }
        }
        try (SqliteStatement update =
                database.prepare("UPDATE bis_InformationReferenceElement SET js1=? WHERE ElementId=1")) {
            update.bindText(1, values.description());
            update.step();
        }
    }
}
