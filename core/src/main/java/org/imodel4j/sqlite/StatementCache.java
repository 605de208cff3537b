package org.imodel4j.sqlite;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.imodel4j.error.IModelException;

/**
 * The prepared statements of one connection that are not in use now, the least recently used of them closed first. Used
 * by the thread that uses the connection.
 */
public final class StatementCache implements AutoCloseable {
    private final SqliteDatabase database;
    private final int capacity;
    private final Map<String, SqliteStatement> idle = new LinkedHashMap<>();
    private boolean closed;
    private int leased;

    public StatementCache(SqliteDatabase database, int capacity) {
        this.database = database;
        this.capacity = capacity;
    }

    /**
     * A statement of that text, compiled now or before, without bindings. One text can be leased several times at once.
     *
     * @throws IModelException when the text does not compile
     */
    public Lease acquire(String sql) {
        SqliteStatement statement = idle.remove(sql);
        Lease lease = new Lease(sql, statement == null ? database.prepare(sql) : statement);
        leased++;
        return lease;
    }

    private void giveBack(String sql, SqliteStatement statement) {
        if (closed || capacity == 0 || idle.containsKey(sql)) {
            statement.close();
            return;
        }
        try {
            statement.reset();
            statement.clearBindings();
        } catch (IModelException e) {
            // It failed in a way that it can not recover from; whoever used it was told then.
            statement.close();
            return;
        }
        if (idle.size() >= capacity) {
            Iterator<SqliteStatement> oldest = idle.values().iterator();
            oldest.next().close();
            oldest.remove();
        }
        idle.put(sql, statement);
    }

    /** Number of statements kept. */
    public int size() {
        return idle.size();
    }

    /** Number of statements on lease. */
    public int leased() {
        return leased;
    }

    /** Closes the statements that are kept; those on lease are closed when they come back. */
    @Override
    public void close() {
        closed = true;
        idle.values().forEach(SqliteStatement::close);
        idle.clear();
    }

    /** A statement on lease; closing it gives it back. */
    public final class Lease implements AutoCloseable {
        private final String sql;
        private final SqliteStatement statement;
        private boolean returned;

        private Lease(String sql, SqliteStatement statement) {
            this.sql = sql;
            this.statement = statement;
        }

        public SqliteStatement statement() {
            return statement;
        }

        /** Gives the statement back when nothing went wrong with it. */
        @Override
        public void close() {
            if (!returned) {
                returned = true;
                leased--;
                giveBack(sql, statement);
            }
        }
    }
}
