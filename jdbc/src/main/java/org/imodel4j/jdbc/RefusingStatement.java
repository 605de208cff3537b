package org.imodel4j.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** The part of a statement that a driver which only reads refuses, and the doors that lead to others. */
abstract class RefusingStatement implements Statement {
    abstract void requireOpen() throws SQLException;

    /** Runs a statement that must change something; always fails. */
    abstract SQLException updating(String sql) throws SQLException;

    private SQLException refusing(String what) throws SQLException {
        requireOpen();
        return SqlState.notSupported(what);
    }

    private void requireNoKeys(int generatedKeys) throws SQLException {
        if (generatedKeys != NO_GENERATED_KEYS) {
            throw refusing("A generated key");
        }
    }

    @Override
    public int executeUpdate(String sql) throws SQLException {
        throw updating(sql);
    }

    @Override
    public long executeLargeUpdate(String sql) throws SQLException {
        throw updating(sql);
    }

    @Override
    public int executeUpdate(String sql, int generatedKeys) throws SQLException {
        requireNoKeys(generatedKeys);
        throw updating(sql);
    }

    @Override
    public long executeLargeUpdate(String sql, int generatedKeys) throws SQLException {
        requireNoKeys(generatedKeys);
        throw updating(sql);
    }

    @Override
    public int executeUpdate(String sql, int[] keyColumns) throws SQLException {
        throw refusing("A generated key");
    }

    @Override
    public int executeUpdate(String sql, String[] keyColumns) throws SQLException {
        throw refusing("A generated key");
    }

    @Override
    public long executeLargeUpdate(String sql, int[] keyColumns) throws SQLException {
        throw refusing("A generated key");
    }

    @Override
    public long executeLargeUpdate(String sql, String[] keyColumns) throws SQLException {
        throw refusing("A generated key");
    }

    @Override
    public boolean execute(String sql, int generatedKeys) throws SQLException {
        requireNoKeys(generatedKeys);
        return execute(sql);
    }

    @Override
    public boolean execute(String sql, int[] keyColumns) throws SQLException {
        throw refusing("A generated key");
    }

    @Override
    public boolean execute(String sql, String[] keyColumns) throws SQLException {
        throw refusing("A generated key");
    }

    @Override
    public ResultSet getGeneratedKeys() throws SQLException {
        throw refusing("A generated key");
    }

    @Override
    public void addBatch(String sql) throws SQLException {
        throw refusing("A batch");
    }

    @Override
    public void clearBatch() throws SQLException {
        throw refusing("A batch");
    }

    @Override
    public int[] executeBatch() throws SQLException {
        throw refusing("A batch");
    }

    @Override
    public long[] executeLargeBatch() throws SQLException {
        throw refusing("A batch");
    }

    /** Without effect, as the standard wants it where there are no positioned updates. */
    @Override
    public void setCursorName(@Nullable String name) throws SQLException {
        requireOpen();
    }
}
