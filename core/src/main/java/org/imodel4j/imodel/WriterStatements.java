package org.imodel4j.imodel;

import java.util.function.Function;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache;
import org.imodel4j.sqlite.WriteTransaction;
import org.jspecify.annotations.Nullable;

/** The prepared statements of a writer. They see what is not saved yet. Used by the owner of the transaction, closed with it. */
final class WriterStatements implements StatementSource {
    private static final int KEPT_STATEMENTS = 16;

    private final WriteTransaction transaction;
    private final StatementCache cache;

    WriterStatements(WriteTransaction transaction) {
        this.transaction = transaction;
        this.cache = new StatementCache(transaction.database(), KEPT_STATEMENTS);
    }

    @Override
    public <T extends @Nullable Object> T statements(Function<StatementCache, T> work) {
        transaction.checkOwner();
        return work.apply(cache);
    }

    WriteTransaction transaction() {
        return transaction;
    }

    /** What a statement needs before it runs. */
    interface Bindings {
        void bind(SqliteStatement statement);
    }

    /** Runs a statement that changes rows. Answers their number. */
    long change(String sql, Bindings bindings) {
        transaction.begin();
        try (StatementCache.Lease lease = cache.acquire(sql)) {
            bindings.bind(lease.statement());
            lease.statement().step();
        }
        return transaction.database().changes();
    }
}
