package org.imodel4j.ecsql.run;

import org.imodel4j.ecsql.resolve.ECSqlFailure;
import org.imodel4j.sqlite.LocalSequence;
import org.imodel4j.sqlite.WriteTransaction;
import org.jspecify.annotations.Nullable;

/**
 * The connection that changes a file by ECSQL, and sees its own changes before they are saved. Used by the owner of its transaction, which
 * says when changes become permanent; closing this object closes the transaction, and what was not saved is gone.
 */
public final class WriteConnection implements AutoCloseable {
    /** Why ECSQL can not write elements, models, aspects and the links between them: their rules would not be kept. */
    public static final String NO_TOKEN = "Cannot modify EC data without ECCrudWriteToken.";

    private final WriteTransaction transaction;
    private final LocalSequence instanceIds;
    private final @Nullable String refusal;
    private ReadConnection reader;

    /**
     * @param engine over the schemas of the same file
     * @param instanceIds gives ids to new instances
     * @param refusal why statements that write are refused once they are compiled; null when they are not
     */
    public WriteConnection(
            ECSqlEngine engine, WriteTransaction transaction, LocalSequence instanceIds, @Nullable String refusal) {
        this.transaction = transaction;
        this.instanceIds = instanceIds;
        this.refusal = refusal;
        this.reader = engine.connect(transaction.database());
    }

    /** Queries that see what was changed and not yet saved. Closed with this object. */
    public ReadConnection reader() {
        transaction.checkOwner();
        return reader;
    }

    public WriteTransaction transaction() {
        return transaction;
    }

    /** Gives ids to instances that are no elements. */
    public LocalSequence instanceIds() {
        return instanceIds;
    }

    /** From now on statements mean the classes of another engine, because the schemas of the file have changed. */
    public void use(ECSqlEngine engine) {
        transaction.checkOwner();
        reader.statements().close();
        reader = engine.connect(transaction.database());
    }

    /**
     * Compiles an INSERT, UPDATE or DELETE. It can be run many times; the caller closes it.
     *
     * @throws org.imodel4j.error.IModelException number 1 when the text is no such statement, names what does not exist, or means what can
     *     not be written
     */
    public ECSqlWrite prepare(String ecsql) {
        transaction.checkOwner();
        CompiledWrite write = reader.engine().compileWrite(ecsql, reader.database());
        if (refusal != null) {
            throw ECSqlFailure.of(refusal);
        }
        return new ECSqlWrite(this, write);
    }

    /**
     * Compiles and runs once.
     *
     * @throws org.imodel4j.error.IModelException as {@link #prepare}, and number 1 for arguments that do not fit
     */
    public WriteResult write(String ecsql, QueryArguments arguments) {
        try (ECSqlWrite statement = prepare(ecsql)) {
            return statement.bind(arguments).step();
        }
    }

    @Override
    public void close() {
        reader.statements().close();
        transaction.close();
    }
}
