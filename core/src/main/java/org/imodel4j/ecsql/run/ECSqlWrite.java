package org.imodel4j.ecsql.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.imodel4j.ecsql.resolve.ECSqlFailure;
import org.imodel4j.ecsql.translate.WriteTranslation;
import org.imodel4j.ecsql.translate.WriteTranslation.InstanceId;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache;
import org.jspecify.annotations.Nullable;

/**
 * A prepared INSERT, UPDATE or DELETE: bind, step, bind, step. Arguments stay bound until others take their place. Used by the owner of the
 * connection, and closed before it.
 *
 * <p>A statement on several tables either changes all of them or none.
 */
public final class ECSqlWrite implements AutoCloseable {
    private final WriteConnection connection;
    private final CompiledWrite write;
    private final List<StatementCache.Lease> leases = new ArrayList<>();
    private final WriteArguments arguments;
    private final @Nullable SqliteStatement ids;
    private final SqliteStatement[] steps;
    private final int[] idParameters;
    private final @Nullable SqliteStatement lastId;
    private boolean closed;

    ECSqlWrite(WriteConnection connection, CompiledWrite write) {
        this.connection = connection;
        this.write = write;
        WriteTranslation translation = write.translation();
        try {
            this.ids =
                    translation.ids() == null ? null : lease(translation.ids().sql());
            this.steps = new SqliteStatement[translation.steps().size()];
            this.idParameters = new int[steps.length];
            for (int i = 0; i < steps.length; i++) {
                WriteTranslation.Step step = translation.steps().get(i);
                steps[i] = lease(step.sql());
                idParameters[i] = step.takesIds() ? step.idParameter() : 0;
            }
            this.arguments = new WriteArguments(
                    write, leases.stream().map(StatementCache.Lease::statement).collect(Collectors.toList()));
            this.lastId = translation.insert() == null || translation.insert() instanceof InstanceId.Generated
                    ? null
                    : lease("SELECT last_insert_rowid()");
        } catch (IModelException failure) {
            close();
            throw failure;
        }
    }

    private SqliteStatement lease(String sql) {
        try {
            StatementCache.Lease lease = connection.reader().acquire(sql);
            leases.add(lease);
            return lease.statement();
        } catch (IModelException failure) {
            throw new IModelException(
                    ECSqlFailure.NUMBER,
                    failure.kind(),
                    "Preparing the ECSQL '" + write.ecsql()
                            + "' failed. Underlying SQLite statement failed to prepare: BE_SQLITE_ERROR "
                            + failure.text() + " (BE_SQLITE_ERROR) [SQL: " + sql + ']',
                    failure);
        }
    }

    public CompiledWrite compiled() {
        return write;
    }

    /**
     * Binds one argument.
     *
     * @param index from 1
     * @throws IModelException number 1 when the statement has no such parameter, or the argument does not fit it
     */
    public ECSqlWrite bind(int index, QueryArgument argument) {
        arguments.bind(index, argument);
        return this;
    }

    /** As {@link #bind(int, QueryArgument)}, by the name without its colon. */
    public ECSqlWrite bind(String name, QueryArgument argument) {
        arguments.bind(arguments.index(name), argument);
        return this;
    }

    /** Binds all that are given; others keep what they have. */
    public ECSqlWrite bind(QueryArguments given) {
        arguments.bind(given);
        return this;
    }

    /** As {@link #bind(int, QueryArgument)} with a whole number or an id, and without an object for it. */
    public ECSqlWrite bindLong(int index, long value) {
        arguments.bindLong(index, value);
        return this;
    }

    /** As {@link #bind(int, QueryArgument)} with a real number, and without an object for it; what is not finite becomes NULL. */
    public ECSqlWrite bindDouble(int index, double value) {
        arguments.bindDouble(index, value);
        return this;
    }

    /** As {@link #bind(int, QueryArgument)} with a text, and without another object for it. */
    public ECSqlWrite bindText(int index, String value) {
        arguments.bindText(index, value);
        return this;
    }

    public ECSqlWrite bindNull(int index) {
        arguments.bind(index, QueryArgument.NULL);
        return this;
    }

    /** Makes all parameters NULL. */
    public ECSqlWrite clearBindings() {
        arguments.clear();
        return this;
    }

    /**
     * Runs once with the arguments that are bound. What SQLite refuses, such as a breach of a constraint, is an answer and no exception; the
     * statement can be used again.
     *
     * @throws IModelException NotOpen when it is closed, BadArg from a thread that is not the owner, or when another writer holds the file: BE_SQLITE_BUSY
     */
    public WriteResult step() {
        if (closed) {
            throw new IModelException(Status.NOT_OPEN, "The statement is closed");
        }
        connection.transaction().begin();
        try {
            return WriteResult.done(run());
        } catch (IModelException failure) {
            return WriteResult.failed(failure);
        }
    }

    private long run() {
        long id = newId();
        arguments.requireLengths();
        if (steps.length == 0) {
            return id;
        }
        if (write.isInsert()) {
            return insert(id);
        }
        if (ids == null && steps.length == 1) {
            return step(0, 0);
        }
        if (ids != null) {
            String found = found(ids);
            for (int i = 0; i < steps.length; i++) {
                steps[i].bindText(idParameters[i], found);
            }
        }
        connection.transaction().atomically(() -> {
            for (int i = 0; i < steps.length; i++) {
                step(i, 0);
            }
        });
        return 0;
    }

    /** A new row in the first table can be taken back by its id, so inserting needs no savepoint, which would cost as much as a row. */
    private long insert(long id) {
        long made = step(0, id);
        try {
            for (int i = 1; i < steps.length; i++) {
                step(i, made);
            }
        } catch (IModelException failure) {
            takeBack(made, failure);
            throw failure;
        }
        return made;
    }

    private void takeBack(long id, IModelException reason) {
        String undo = write.translation().undo();
        try (StatementCache.Lease lease = connection.reader().acquire(undo == null ? "SELECT ?" : undo)) {
            lease.statement().bindLong(1, id);
            lease.statement().step();
        } catch (IModelException e) {
            reason.addSuppressed(e);
        }
    }

    /** @return the id of the new instance, 0 when there is none */
    private long step(int i, long id) {
        boolean insert = write.isInsert();
        // 0 in the first step: the argument for the id is bound already, or SQLite computes it.
        if (insert && idParameters[i] > 0 && (i > 0 || lastId == null || arguments.idIsMissing())) {
            steps[i].bindLong(idParameters[i], id);
        }
        try {
            steps[i].step();
        } finally {
            steps[i].reset();
        }
        return insert && i == 0 && lastId != null ? lastId(lastId) : id;
    }

    private static long lastId(SqliteStatement statement) {
        statement.step();
        long id = statement.columnLong(0);
        statement.reset();
        return id;
    }

    /** The id for an instance that is given none. */
    private long newId() {
        return switch (write.translation().insert()) {
            case null -> 0;
            case InstanceId.Generated generated -> connection.instanceIds().next();
            case InstanceId.Given given ->
                arguments.idIsMissing() ? connection.instanceIds().next() : 0;
            case InstanceId.Computed computed -> 0;
        };
    }

    private static String found(SqliteStatement ids) {
        StringBuilder list = new StringBuilder("[");
        try {
            while (ids.step()) {
                list.append(list.length() == 1 ? "" : ",").append(ids.columnLong(0));
            }
        } finally {
            ids.reset();
        }
        return list.append(']').toString();
    }

    /** Gives the SQL statements back. Calling it again does nothing. */
    @Override
    public void close() {
        closed = true;
        leases.forEach(StatementCache.Lease::close);
        leases.clear();
    }
}
