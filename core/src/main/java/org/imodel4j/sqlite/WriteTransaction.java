package org.imodel4j.sqlite;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/**
 * The one writer of a file. From opening to closing it holds SQLite's write lock, except for the moment between the end of one
 * transaction and the start of the next; others may read the file meanwhile, and see what was saved. What was not saved when it closes,
 * or when the process dies, never happened. The journal mode of the file stays as it is.
 *
 * <p>Used by its owner, the thread that opened it or the one that took it over last; every call from another thread fails.
 */
public final class WriteTransaction implements AutoCloseable {
    private final SqliteDatabase database;
    private final List<Participant> participants = new ArrayList<>();
    private final SqliteStatement savepoint;
    private final SqliteStatement release;
    private volatile Thread owner = Thread.currentThread();
    private boolean begun;
    private boolean closed;

    private WriteTransaction(SqliteDatabase database) {
        this.database = database;
        this.savepoint = database.prepare("SAVEPOINT step");
        this.release = database.prepare("RELEASE step");
    }

    /** Someone who keeps in memory what belongs to the transaction. */
    public interface Participant {
        /** Writes what is only in memory; the transaction is still open. */
        void beforeSave();

        /** Forgets what it knows of the file; others may have written between two transactions. */
        void afterEnd();
    }

    /**
     * Opens a connection and takes the write lock.
     *
     * @throws IModelException BE_SQLITE_BUSY when another writer holds the lock longer than the request waits, BE_SQLITE_READONLY when the
     *     file can not be written, else as {@link SqliteDriver#open}; nothing stays open then
     */
    public static WriteTransaction open(SqliteDriver driver, OpenRequest request) {
        SqliteDatabase database = driver.open(request);
        try {
            WriteTransaction transaction = new WriteTransaction(database);
            transaction.begin();
            return transaction;
        } catch (IModelException e) {
            database.close();
            throw e.with("file", request.file());
        }
    }

    /** The connection; it is closed with this object, and by nobody else. What is written there is part of the transaction. */
    public SqliteDatabase database() {
        return database;
    }

    /** Participants write in the order in which they joined. */
    public void join(Participant participant) {
        participants.add(participant);
    }

    /**
     * Makes sure that this writer holds the lock; whoever writes to {@link #database()} calls it first.
     *
     * @throws IModelException BE_SQLITE_BUSY when another writer came in after the last transaction ended; BadArg from a thread that is not
     *     the owner; NotOpen when it is closed
     */
    public void begin() {
        checkOwner();
        if (!begun) {
            database.execute("BEGIN IMMEDIATE");
            begun = true;
        }
    }

    /**
     * Makes all changes since the last save permanent, and starts a new transaction.
     *
     * @throws IModelException when they can not be written; they stay unsaved then
     */
    public void save() {
        begin();
        participants.forEach(Participant::beforeSave);
        database.execute("COMMIT");
        end();
    }

    /** Takes all changes since the last save back, and starts a new transaction. */
    public void abandon() {
        checkOwner();
        if (begun) {
            rollback();
            end();
        }
    }

    private void rollback() {
        try {
            database.execute("ROLLBACK");
        } catch (IModelException e) {
            // A full disk and a few other failures roll back by themselves; then there is nothing left to do.
            if (!database.isAutoCommit()) {
                throw e;
            }
        }
    }

    private void end() {
        begun = false;
        participants.forEach(Participant::afterEnd);
        try {
            begin();
        } catch (IModelException e) {
            // What ended has ended well. If the other writer is still there at the next write, that one says so.
            if ((e.errorNumber() & 0xff) != Status.BE_SQLITE_BUSY.number()) {
                throw e;
            }
        }
    }

    /** Runs work that either happens as a whole or, when it throws, not at all; changes before it stay. May stand inside of other such work. */
    public void atomically(Runnable work) {
        begin();
        run(savepoint);
        try {
            work.run();
        } catch (RuntimeException | StackOverflowError e) {
            undo(e);
            throw e;
        }
        run(release);
    }

    private void undo(Throwable reason) {
        try {
            database.execute("ROLLBACK TO step;RELEASE step");
        } catch (IModelException e) {
            reason.addSuppressed(e);
        }
    }

    private static void run(SqliteStatement statement) {
        statement.step();
        statement.reset();
    }

    /** Makes the calling thread the owner. Nobody may be inside a call of the owner so far. */
    public void takeOver() {
        owner = Thread.currentThread();
    }

    /** @throws IModelException BadArg from a thread that is not the owner, NotOpen when it is closed */
    public void checkOwner() {
        if (closed) {
            throw new IModelException(Status.NOT_OPEN, "The file is closed");
        }
        if (Thread.currentThread() != owner) {
            throw new IModelException(Status.BAD_ARG, "The file is written by another thread")
                    .with("owner", owner.getName());
        }
    }

    /** Abandons what was not saved and gives the file free. From any thread; calling it again does nothing. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            database.close();
        }
    }
}
