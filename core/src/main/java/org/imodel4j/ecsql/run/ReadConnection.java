package org.imodel4j.ecsql.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.imodel4j.ecsql.functions.ECSqlFunctions;
import org.imodel4j.ecsql.parse.Statement;
import org.imodel4j.ecsql.resolve.ECSqlFailure;
import org.imodel4j.error.IModelException;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache;
import org.jspecify.annotations.Nullable;

/**
 * A connection that runs ECSQL. Used by one thread at a time; only {@link #interrupt()} may be called from any thread. Several
 * cursors may be open at once.
 */
public final class ReadConnection implements AutoCloseable {
    private static final int KEPT_STATEMENTS = 64;
    private static final int LONGEST_KEPT = 100_000;
    private static final int PROGRESS_STEPS = 5000;

    private final ECSqlEngine engine;
    private final SqliteDatabase database;
    private final StatementCache statements;
    private final PragmaRows pragmas;
    private volatile boolean stopped;
    private boolean hasFunctions;

    ReadConnection(ECSqlEngine engine, SqliteDatabase database) {
        this.engine = engine;
        this.database = database;
        this.statements = new StatementCache(database, KEPT_STATEMENTS);
        this.pragmas = new PragmaRows(this);
        new InstanceFunctions(this).register(database);
    }

    public ECSqlEngine engine() {
        return engine;
    }

    /** The connection below, for those who read tables by SQL. */
    public SqliteDatabase database() {
        return database;
    }

    /** Prepared SQL statements of this connection. */
    public StatementCache statements() {
        return statements;
    }

    /** Compiles for {@link Door#READER} and runs without arguments. */
    public ECSqlCursor query(String ecsql) {
        return query(ecsql, QueryArguments.NONE);
    }

    /** Compiles for {@link Door#READER} and runs. */
    public ECSqlCursor query(String ecsql, QueryArguments arguments) {
        return query(compile(ecsql, Door.READER), arguments);
    }

    /** Compiles with what this connection can learn of the file; otherwise as {@link ECSqlEngine#compile}. */
    public CompiledQuery compile(String ecsql, Door door) {
        return engine.compile(ecsql, door, database);
    }

    /**
     * Starts a statement. The cursor stands before the first row; the caller closes it.
     *
     * @throws IModelException number 1 when SQLite does not know a function of the statement, or an argument does not fit
     */
    public ECSqlCursor query(CompiledQuery query, QueryArguments arguments) {
        Statement.Pragma pragma = query.pragma();
        String sql = pragma == null ? query.translation().sql() : pragmas.sql(pragma);
        return start(query, sql, arguments, -1, 0);
    }

    /**
     * Starts a statement for a part of its rows; a LIMIT of the statement itself counts first.
     *
     * @param count how many rows, negative for all
     * @param offset how many rows to leave out at the start
     */
    public ECSqlCursor query(CompiledQuery query, QueryArguments arguments, long count, long offset) {
        if (count < 0 && offset <= 0) {
            return query(query, arguments);
        }
        Statement.Pragma pragma = query.pragma();
        if (pragma != null) {
            String part =
                    "SELECT * FROM (" + pragmas.sql(pragma) + ") LIMIT " + count + " OFFSET " + Math.max(0, offset);
            return start(query, part, arguments, -1, 0);
        }
        return start(query, query.limitedSql(), arguments, count, Math.max(0, offset));
    }

    /**
     * How SQLite will run a statement, in the words of its {@code EXPLAIN QUERY PLAN}. Parents come before their children.
     *
     * @throws IModelException number 1 when SQLite does not know a function of the statement
     */
    public List<PlanStep> plan(CompiledQuery query) {
        Statement.Pragma pragma = query.pragma();
        String sql = pragma == null ? query.translation().sql() : pragmas.sql(pragma);
        List<PlanStep> steps = new ArrayList<>();
        try (StatementCache.Lease lease = acquire("EXPLAIN QUERY PLAN " + sql)) {
            SqliteStatement row = lease.statement();
            while (row.step()) {
                String detail = row.columnText(3);
                steps.add(new PlanStep((int) row.columnLong(0), (int) row.columnLong(1), detail == null ? "" : detail));
            }
        }
        return steps;
    }

    /** The functions of ECSQL are many and most statements need none, so they come with the first statement that does. */
    StatementCache.Lease acquire(String sql) {
        StatementCache cache = sql.length() > LONGEST_KEPT ? new StatementCache(database, 0) : statements;
        if (hasFunctions) {
            return cache.acquire(sql);
        }
        try {
            return cache.acquire(sql);
        } catch (IModelException e) {
            if (!e.text().contains("no such function")) {
                throw e;
            }
            ECSqlFunctions.register(database, engine.schemas());
            hasFunctions = true;
            return cache.acquire(sql);
        }
    }

    private ECSqlCursor start(CompiledQuery query, String sql, QueryArguments arguments, long count, long offset) {
        stopped = false;
        StatementCache.Lease lease;
        try {
            lease = acquire(sql);
        } catch (IModelException failure) {
            throw new IModelException(
                    ECSqlFailure.NUMBER,
                    failure.kind(),
                    "Preparing the ECSQL '" + query.ecsql()
                            + "' failed. Underlying SQLite statement failed to prepare: BE_SQLITE_ERROR "
                            + failure.text() + " (BE_SQLITE_ERROR) [SQL: " + sql + ']',
                    failure);
        }
        try {
            int slots = query.translation().parameters().size();
            Binder.bind(query, arguments, lease.statement());
            if (sql.equals(query.limitedSql())) {
                lease.statement().bindLong(slots + 1, count);
                lease.statement().bindLong(slots + 2, offset);
            }
            return new ECSqlCursor(this, query, lease);
        } catch (IModelException failure) {
            lease.close();
            throw failure;
        }
    }

    /**
     * Asks {@code abort} every few thousand steps of SQLite while a statement runs; the statement fails with BE_SQLITE_INTERRUPT
     * when the answer is true. This is how deadlines and quotas stop statements, endless ones too. Null takes it away.
     */
    public void onProgress(@Nullable BooleanSupplier abort) {
        if (abort == null) {
            database.onProgress(PROGRESS_STEPS, null);
            return;
        }
        database.onProgress(PROGRESS_STEPS, () -> {
            boolean stop = abort.getAsBoolean();
            stopped |= stop;
            return stop;
        });
    }

    /** Stops what runs on this connection now, from any thread. */
    public void interrupt() {
        stopped = true;
        database.interrupt();
    }

    /** A statement failed because somebody stopped it, even if a function in it was what failed. */
    boolean wasStopped() {
        return stopped;
    }

    /** Closes the connection and all its statements. */
    @Override
    public void close() {
        statements.close();
        database.close();
    }
}
