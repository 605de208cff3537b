package org.imodel4j.jdbc;

import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The part of a connection that a driver which only reads refuses, as the standard wants it to be refused. */
abstract class RefusingConnection implements Connection {
    abstract void requireOpen() throws SQLException;

    private SQLException refusing(String what) throws SQLException {
        requireOpen();
        return SqlState.notSupported(what);
    }

    @Override
    public CallableStatement prepareCall(String sql) throws SQLException {
        throw refusing("A stored procedure");
    }

    @Override
    public CallableStatement prepareCall(String sql, int type, int concurrency) throws SQLException {
        throw refusing("A stored procedure");
    }

    @Override
    public CallableStatement prepareCall(String sql, int type, int concurrency, int holdability) throws SQLException {
        throw refusing("A stored procedure");
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int generatedKeys) throws SQLException {
        if (generatedKeys == Statement.NO_GENERATED_KEYS) {
            return prepareStatement(sql);
        }
        throw refusing("A generated key");
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int[] keyColumns) throws SQLException {
        throw refusing("A generated key");
    }

    @Override
    public PreparedStatement prepareStatement(String sql, String[] keyColumns) throws SQLException {
        throw refusing("A generated key");
    }

    @Override
    public Savepoint setSavepoint() throws SQLException {
        throw refusing("A savepoint");
    }

    @Override
    public Savepoint setSavepoint(String name) throws SQLException {
        throw refusing("A savepoint");
    }

    @Override
    public void rollback(Savepoint savepoint) throws SQLException {
        throw refusing("A savepoint");
    }

    @Override
    public void releaseSavepoint(Savepoint savepoint) throws SQLException {
        throw refusing("A savepoint");
    }

    @Override
    public Blob createBlob() throws SQLException {
        throw refusing("A blob to be filled");
    }

    @Override
    public Clob createClob() throws SQLException {
        throw refusing("A clob to be filled");
    }

    @Override
    public NClob createNClob() throws SQLException {
        throw refusing("A clob to be filled");
    }

    @Override
    public SQLXML createSQLXML() throws SQLException {
        throw refusing("XML");
    }

    @Override
    public Map<String, Class<?>> getTypeMap() throws SQLException {
        requireOpen();
        return Map.of();
    }

    @Override
    public void setTypeMap(@Nullable Map<String, Class<?>> map) throws SQLException {
        requireOpen();
        JdbcStruct.requireNoMapping(map);
    }

    /** There is no network. */
    @Override
    public int getNetworkTimeout() throws SQLException {
        requireOpen();
        return 0;
    }

    @Override
    public void setNetworkTimeout(@Nullable Executor executor, int milliseconds) throws SQLException {
        throw refusing("A network timeout");
    }
}
