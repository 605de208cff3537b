package org.imodel4j.imodel;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.imodel4j.ec.schema.SchemaVersion;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.imodel.UpgradedFile.UpgradedSchema;
import org.imodel4j.imodel.create.ProfileTables;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteDriver;
import org.imodel4j.sqlite.SqliteDrivers;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.WriteTransaction;

/**
 * Brings a file up to the profiles and the system schemas of this program. Data, other schemas and ids stay as they are, and so do
 * descriptions of system schemas, which the documents of this program have not. Nothing of it is recorded among the changes that can be undone or pushed.
 */
public final class FileUpgrade {
    private static final String COPY = ".before-upgrade";

    private final SqliteDatabase database;
    private final FileBacklog backlog;

    private FileUpgrade(SqliteDatabase database, FileBacklog backlog) {
        this.database = database;
        this.backlog = backlog;
    }

    /** Where the copy of a file goes unless the caller wants it elsewhere: beside it. */
    public static Path copyBeside(Path file) {
        return file.resolveSibling(file.getFileName() + COPY);
    }

    /**
     * Copies a file, then upgrades it in one transaction. A file that is up to date is neither copied nor changed. When this fails, the
     * file is as it was, and there is no copy.
     *
     * @param copy a file that is not there yet
     * @throws IModelException as {@link ECDb#openForWrite}, but with files that are old in the last two numbers of a profile accepted;
     *     BE_SQLITE_ERROR_FILE_EXISTS when there is something at the place of the copy; BE_SQLITE_ERROR_SCHEMA_LOCK_FAILED for a
     *     briefcase, which has to agree with others; BE_SQLITE_ERROR_PROFILE_UPGRADE_FAILED and those of
     *     {@link WritableECDb#importSchemas(List, List)} when the file holds what can not be upgraded
     */
    public static UpgradedFile run(Path file, Path copy) {
        Path path = file.toAbsolutePath().normalize();
        SqliteDriver driver = SqliteDrivers.best();
        try (OpenFile open = OpenFile.open(path, SnapshotOpenOptions.DEFAULT, driver, false);
                SqliteDatabase database = open.connect()) {
            FileBacklog backlog = FileBacklog.of(database);
            if (backlog.isEmpty()) {
                return UpgradedFile.unchanged(path, backlog.profiles());
            }
        } catch (IModelException e) {
            throw named(e, path);
        }
        try (WriteTransaction transaction = WriteTransaction.open(driver, OpenRequest.readWrite(path))) {
            return run(transaction, path, copy.toAbsolutePath().normalize());
        } catch (IModelException e) {
            throw named(e, path);
        }
    }

    private static UpgradedFile run(WriteTransaction transaction, Path path, Path copy) {
        // Only now can nobody else change the file, and somebody may have done so meanwhile.
        FileBacklog backlog = FileBacklog.of(transaction.database());
        if (backlog.isEmpty()) {
            return UpgradedFile.unchanged(path, backlog.profiles());
        }
        if (backlog.kind() == IModelKind.BRIEFCASE) {
            throw new IModelException(
                    Status.BE_SQLITE_ERROR_SCHEMA_LOCK_FAILED, "A briefcase is upgraded together with its iModel");
        }
        copy(path, copy);
        boolean done = false;
        try {
            List<UpgradedSchema> schemas = new FileUpgrade(transaction.database(), backlog).run();
            // From here on the copy may be the only file in its old state.
            done = true;
            transaction.save();
            return new UpgradedFile(
                    path, copy, backlog.profiles(), backlog.profiles().upgraded(), schemas);
        } finally {
            if (!done) {
                delete(copy);
            }
        }
    }

    private static IModelException named(IModelException e, Path path) {
        return e.context().containsKey("file") ? e : e.with("file", path);
    }

    /** By a connection of its own, because the one that holds the write lock can not be copied from. */
    private static void copy(Path path, Path copy) {
        try {
            Files.createFile(copy);
        } catch (FileAlreadyExistsException e) {
            throw new IModelException(Status.BE_SQLITE_ERROR_FILE_EXISTS, "There is a copy of that name already", e)
                    .with("file", copy);
        } catch (IOException e) {
            throw new IModelException(Status.BE_SQLITE_CANTOPEN, "The copy can not be made", e).with("file", copy);
        }
        boolean done = false;
        try (SqliteDatabase source = SqliteDrivers.best().open(OpenRequest.readOnly(path))) {
            source.backupTo(copy);
            try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            done = true;
        } catch (IOException e) {
            throw new IModelException(Status.WRITE_ERROR, "The copy can not be written", e).with("file", copy);
        } finally {
            if (!done) {
                delete(copy);
            }
        }
    }

    private static void delete(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            throw new IModelException(Status.WRITE_ERROR, "A needless copy can not be deleted", e).with("file", copy);
        }
    }

    private List<UpgradedSchema> run() {
        ProfileVersions old = backlog.profiles();
        Map<String, SchemaVersion> before = SystemSchemaUpgrade.versions(database);
        if (old.be().compareTo(ProfileVersions.SUPPORTED.be()) < 0) {
            upgradeBe();
        }
        new ECProfileUpgrade(database, backlog.rules()).run(old.ec());
        if (old.dgn() != null && !old.dgn().equals(old.upgraded().dgn())) {
            ProfileTables.DGN.createMissing(database);
        }
        saveVersions(old.upgraded());
        SystemSchemaUpgrade.run(database, backlog.rules(), backlog.schemas());
        List<UpgradedSchema> schemas = new ArrayList<>();
        SystemSchemaUpgrade.versions(database).forEach((name, version) -> {
            SchemaVersion past = before.get(name);
            if (!version.equals(past)) {
                schemas.add(new UpgradedSchema(name, past, version));
            }
        });
        return schemas;
    }

    /** The table of statistics has to be there before changes are recorded; what it holds is of no use to others. */
    private void upgradeBe() {
        ProfileTables.BE.createMissing(database);
        try (SqliteStatement statistics = database.prepare("SELECT 1 FROM sqlite_master WHERE name='sqlite_stat1'")) {
            if (statistics.step()) {
                return;
            }
        }
        database.execute("ANALYZE be_Local;DELETE FROM sqlite_stat1;DROP TABLE IF EXISTS sqlite_stat4");
    }

    private void saveVersions(ProfileVersions versions) {
        saveVersion("be_Db", versions.be());
        saveVersion("ec_Db", versions.ec());
        if (versions.dgn() != null) {
            saveVersion("dgn_Db", versions.dgn());
        }
    }

    private void saveVersion(String namespace, ProfileVersion version) {
        try (SqliteStatement update = database.prepare(
                "UPDATE be_Prop SET StrData=?2 WHERE Namespace=?1 AND Name='SchemaVersion' AND Id=0 AND SubId=0")) {
            update.bindText(1, namespace);
            update.bindText(2, version.toJson());
            update.step();
        }
    }
}
