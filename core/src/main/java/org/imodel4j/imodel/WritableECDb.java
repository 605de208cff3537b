package org.imodel4j.imodel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ec.map.FileRules;
import org.imodel4j.ec.xml.SchemaInput;
import org.imodel4j.ecsql.run.ECSqlEngine;
import org.imodel4j.ecsql.run.ECSqlWrite;
import org.imodel4j.ecsql.run.QueryArguments;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.ecsql.run.WriteConnection;
import org.imodel4j.ecsql.run.WriteResult;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Guid;
import org.imodel4j.sqlite.LocalSequence;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDriver;
import org.imodel4j.sqlite.WriteTransaction;

/**
 * A file with EC data, open for writing. Used by its owner, the thread that opened it or took it over last; calls from others fail.
 *
 * <p>Changes become permanent with {@link #saveChanges()}, all together; what was not saved is gone after {@link #abandonChanges()}, after
 * closing, and when the process dies. One writer at a time: a second one, in this process or another, gets BE_SQLITE_BUSY. Readers see the
 * state of the last save. Whether the file uses a write-ahead log or a rollback journal stays as it is.
 */
public final class WritableECDb implements AutoCloseable {
    private static final String INSTANCE_IDS = "ec_instanceidsequence";

    private final Path path;
    private final FileFacts facts;
    private final WriteTransaction transaction;
    private final WriteConnection connection;
    private ECSchemas schemas;
    private boolean schemasChanged;

    private WritableECDb(Path path, FileFacts facts, WriteTransaction transaction) {
        this.path = path;
        this.facts = facts;
        this.transaction = transaction;
        this.schemas = ECSchemas.over(transaction.database());
        this.connection = new WriteConnection(
                new ECSqlEngine(schemas),
                transaction,
                new LocalSequence(transaction, INSTANCE_IDS, facts.briefcaseId()),
                facts.isIModel() ? WriteConnection.NO_TOKEN : null);
    }

    static WritableECDb open(OpenRequest request, SqliteDriver driver) {
        return open(request, driver, false);
    }

    /** @param asIModel the file must be an iModel, not only hold EC data */
    static WritableECDb open(OpenRequest request, SqliteDriver driver, boolean asIModel) {
        WriteTransaction transaction = WriteTransaction.open(driver, request);
        try {
            FileFacts facts = FileFacts.read(transaction.database(), asIModel);
            facts.profiles().checkWritable();
            return new WritableECDb(request.file(), facts, transaction);
        } catch (RuntimeException e) {
            transaction.close();
            throw e instanceof IModelException known && !known.context().containsKey("file")
                    ? known.with("file", request.file())
                    : e;
        }
    }

    FileFacts facts() {
        return facts;
    }

    public Path path() {
        return path;
    }

    /** The identity of the file. */
    public Guid id() {
        return facts.dbGuid();
    }

    /** The versions of the profiles; {@code dgn} is null also when the file is an iModel. */
    public ProfileVersions profileVersions() {
        return facts.profiles();
    }

    /** The EC model of the file as the writer sees it. */
    public ECSchemas schemas() {
        transaction.checkOwner();
        return schemas;
    }

    /** Queries that see what was changed and not yet saved. Closed with this object. */
    public ReadConnection reader() {
        return connection.reader();
    }

    /** The connection below: for those who change tables by SQL within the same transaction, such as an import of schemas. */
    public WriteConnection connection() {
        return connection;
    }

    /**
     * Compiles an INSERT, UPDATE or DELETE. It can be run many times; the caller closes it.
     *
     * @throws IModelException number 1 when the text is no such statement, names what does not exist, or means what can not be written, as
     *     all that an iModel holds
     */
    public ECSqlWrite prepare(String ecsql) {
        return connection.prepare(ecsql);
    }

    /**
     * Compiles an INSERT, UPDATE or DELETE and runs it once.
     *
     * @throws IModelException as {@link #prepare}, and number 1 for arguments that do not fit
     */
    public WriteResult write(String ecsql, QueryArguments arguments) {
        return connection.write(ecsql, arguments);
    }

    /** As {@link #importSchemas(List, List)} from files, without further folders. */
    public ImportedSchemas importSchemas(Path... files) {
        return importSchemas(Arrays.stream(files).map(SchemaInput.File::new).collect(Collectors.toList()), List.of());
    }

    /**
     * Imports schemas, in any order, with all that they refer to: new ones, and newer versions of those that the file has. What they refer to is
     * looked for among them, in the folders of those that are files, in the file, among those that are part of this program, and in the
     * given folders. Happens as a whole or, when it fails, not at all; other changes that are not saved yet stay. Becomes permanent with
     * {@link #saveChanges()}.
     *
     * @param folders such as those of {@code appAssetsDir}
     * @throws IModelException with the numbers of iTwin.js: FileNotFound (65561); BE_SQLITE_ERROR (1) for a document that can not be read, breaks
     *     a rule of EC or refers to what is nowhere, with file, line, item and rule; SchemaUpgradeFailed for what the file can not store or a
     *     change that it can not take; BE_SQLITE_ERROR_SCHEMA_LOCK_FAILED for a briefcase; SchemaTooNew and SchemaTooOld for versions that break with the stored one
     */
    public ImportedSchemas importSchemas(List<SchemaInput> schemas, List<Path> folders) {
        if (facts.isIModel() && facts.briefcaseId() != 0) {
            throw new IModelException(
                            Status.BE_SQLITE_ERROR_SCHEMA_LOCK_FAILED,
                            "Schemas can not be imported into a briefcase without recording it for its iModel")
                    .with("file", path);
        }
        List<ImportedSchemas> done = new ArrayList<>(1);
        transaction.atomically(() -> done.add(
                new SchemaImporter(transaction.database(), facts.isIModel() ? FileRules.IMODEL : FileRules.ECDB)
                        .run(schemas, folders)));
        if (!done.get(0).schemas().isEmpty()) {
            schemasChanged();
        }
        return done.get(0);
    }

    /** Makes all changes since the last call permanent. */
    public void saveChanges() {
        transaction.save();
        schemasChanged = false;
    }

    /** Takes all changes since the last save back. Ids that they used may be given out again. */
    public void abandonChanges() {
        transaction.abandon();
        if (schemasChanged) {
            reload();
            schemasChanged = false;
        }
    }

    /** To be called after the {@code ec_*} tables have changed: what was read of them is read anew when it is needed. */
    public void schemasChanged() {
        transaction.checkOwner();
        schemasChanged = true;
        reload();
    }

    private void reload() {
        schemas.close();
        schemas = ECSchemas.over(transaction.database());
        connection.use(new ECSqlEngine(schemas));
    }

    /** Makes the calling thread the owner. Nobody may be inside a call of the owner so far. */
    public void takeOver() {
        transaction.takeOver();
    }

    /** Abandons what was not saved and gives the file free. Calling it again does nothing. */
    @Override
    public void close() {
        schemas.close();
        connection.close();
    }
}
