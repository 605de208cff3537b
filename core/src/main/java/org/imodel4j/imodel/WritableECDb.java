package org.imodel4j.imodel;

import java.nio.file.Path;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ecsql.run.ECSqlEngine;
import org.imodel4j.ecsql.run.ECSqlWrite;
import org.imodel4j.ecsql.run.QueryArguments;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.ecsql.run.WriteConnection;
import org.imodel4j.ecsql.run.WriteResult;
import org.imodel4j.error.IModelException;
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
        WriteTransaction transaction = WriteTransaction.open(driver, request);
        try {
            FileFacts facts = FileFacts.read(transaction.database(), false);
            facts.profiles().checkWritable();
            return new WritableECDb(request.file(), facts, transaction);
        } catch (RuntimeException e) {
            transaction.close();
            throw e instanceof IModelException known && !known.context().containsKey("file")
                    ? known.with("file", request.file())
                    : e;
        }
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
