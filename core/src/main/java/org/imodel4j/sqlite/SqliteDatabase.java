package org.imodel4j.sqlite;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One connection to one file. Used by one thread at a time; only {@link #interrupt()} may be called from any thread.
 * Failures are {@code IModelException}s that carry the (extended) SQLite result code.
 */
public interface SqliteDatabase extends AutoCloseable {
    /** Compiles one statement; the caller closes it. */
    SqliteStatement prepare(String sql);

    /** Runs statements that return nothing. */
    void execute(String sql);

    /** Number of rows that the last INSERT, UPDATE or DELETE changed. */
    long changes();

    /** True outside a transaction. */
    boolean isAutoCommit();

    /** Makes a scalar or aggregate function known to this connection. */
    void addFunction(SqlFunction function);

    /**
     * Calls {@code abort} about every {@code instructions} steps of SQLite's virtual machine while a statement runs;
     * the statement fails with BE_SQLITE_INTERRUPT when it answers true. Null takes the handler away.
     */
    void onProgress(int instructions, @Nullable BooleanSupplier abort);

    /** Stops the statement that runs on this connection now, from any thread. */
    void interrupt();

    /** Copies the whole database into {@code target}, which is replaced. */
    void backupTo(Path target);

    /** Reads a range of one blob or text cell; fewer bytes when the cell ends before. */
    byte[] readBlob(String table, String column, long rowId, long offset, int length);

    /** Closes the connection and every statement that is still open. */
    @Override
    void close();
}
