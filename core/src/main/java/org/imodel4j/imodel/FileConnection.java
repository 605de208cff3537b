package org.imodel4j.imodel;

import org.imodel4j.ecsql.run.ECSqlEngine;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.StatementCache;
import org.jspecify.annotations.Nullable;

/**
 * One read connection of an open file with its prepared statements. Used by one thread at a time. What ECSQL needs is added when it is
 * needed first, since opening a file does not.
 */
final class FileConnection implements AutoCloseable {
    private static final int KEPT_STATEMENTS = 64;

    private final SqliteDatabase database;
    private final ECSqlEngine engine;
    private final StatementCache statements;
    private @Nullable ReadConnection reader;

    FileConnection(SqliteDatabase database, ECSqlEngine engine) {
        this.database = database;
        this.engine = engine;
        this.statements = new StatementCache(database, KEPT_STATEMENTS);
    }

    SqliteDatabase database() {
        return database;
    }

    StatementCache statements() {
        return statements;
    }

    ReadConnection reader() {
        ReadConnection known = reader;
        if (known == null) {
            known = engine.connect(database);
            reader = known;
        }
        return known;
    }

    /** Whether somebody left a statement open, which would hold on to an old state of the file. */
    boolean isInUse() {
        return statements.leased() > 0 || (reader != null && reader.statements().leased() > 0);
    }

    @Override
    public void close() {
        statements.close();
        if (reader != null) {
            reader.close();
        } else {
            database.close();
        }
    }
}
