package org.imodel4j.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import org.imodel4j.ecsql.run.CompiledQuery;
import org.imodel4j.ecsql.run.QueryArguments;
import org.jspecify.annotations.Nullable;

/** Runs ECSQL, one statement at a time: executing closes the results of the execution before. */
sealed class JdbcStatement extends RefusingStatement permits ParameterSetters {
    private final JdbcConnection connection;
    private @Nullable JdbcResultSet results;
    private volatile @Nullable Execution execution;
    private volatile boolean closed;
    private boolean closeOnCompletion;
    private boolean escapeProcessing = true;
    private boolean poolable;
    private long maxRows;
    private int timeout;
    private int fetchSize;

    JdbcStatement(JdbcConnection connection) {
        this.connection = connection;
    }

    @Override
    final void requireOpen() throws SQLException {
        if (closed) {
            connection.requireOpen();
            throw SqlState.CLOSED.exception("The statement is closed");
        }
    }

    static int notNegative(int value, String what) throws SQLException {
        if (value < 0) {
            throw SqlState.INVALID_ARGUMENT.exception("The " + what + " can not be negative: " + value);
        }
        return value;
    }

    final JdbcConnection connection() {
        return connection;
    }

    final JdbcResultSet run(CompiledQuery query, QueryArguments arguments) throws SQLException {
        requireOpen();
        closeResults();
        List<ResultColumn> columns = ResultColumn.of(query, connection.url().composites());
        Execution started = connection.start(query, columns, arguments, maxRows, timeout);
        execution = started;
        try {
            started.start();
        } catch (SQLException e) {
            execution = null;
            throw e;
        }
        results = new JdbcResultSet(this, started);
        return results;
    }

    private CompiledQuery compile(String sql) throws SQLException {
        requireOpen();
        return connection.compile(sql, escapeProcessing);
    }

    @Override
    public ResultSet executeQuery(String sql) throws SQLException {
        return run(compile(sql), QueryArguments.NONE);
    }

    @Override
    public boolean execute(String sql) throws SQLException {
        run(compile(sql), QueryArguments.NONE);
        return true;
    }

    @Override
    final SQLException updating(String sql) throws SQLException {
        compile(sql);
        return SqlState.READ_ONLY.exception("The statement gives rows and changes nothing");
    }

    @Override
    public void cancel() throws SQLException {
        requireOpen();
        Execution running = execution;
        if (running != null) {
            running.cancel();
        }
    }

    private void closeResults() throws SQLException {
        JdbcResultSet open = results;
        results = null;
        execution = null;
        if (open != null) {
            // Not by its own close, which may close this statement.
            boolean completes = closeOnCompletion;
            closeOnCompletion = false;
            try {
                open.close();
            } finally {
                closeOnCompletion = completes;
            }
        }
    }

    /** The open results were closed by their reader. */
    final void resultClosed() throws SQLException {
        if (closeOnCompletion) {
            close();
        }
    }

    @Override
    public void close() throws SQLException {
        if (!closed) {
            closed = true;
            connection.forget(this);
            closeResults();
        }
    }

    /** Also while another thread reads, which the connection has told to stop. */
    final void closeWithConnection() throws SQLException {
        closed = true;
        closeResults();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public @Nullable ResultSet getResultSet() throws SQLException {
        requireOpen();
        return results;
    }

    @Override
    public boolean getMoreResults() throws SQLException {
        return getMoreResults(CLOSE_CURRENT_RESULT);
    }

    @Override
    public boolean getMoreResults(int current) throws SQLException {
        requireOpen();
        switch (current) {
            case CLOSE_CURRENT_RESULT, CLOSE_ALL_RESULTS -> closeResults();
            case KEEP_CURRENT_RESULT -> throw SqlState.notSupported("Several open results");
            default -> throw SqlState.INVALID_ARGUMENT.exception("There is no such constant: " + current);
        }
        return false;
    }

    @Override
    public int getUpdateCount() throws SQLException {
        requireOpen();
        return -1;
    }

    @Override
    public long getLargeUpdateCount() throws SQLException {
        requireOpen();
        return -1;
    }

    @Override
    public int getMaxRows() throws SQLException {
        return (int) Math.min(Integer.MAX_VALUE, getLargeMaxRows());
    }

    @Override
    public void setMaxRows(int most) throws SQLException {
        setLargeMaxRows(most);
    }

    @Override
    public long getLargeMaxRows() throws SQLException {
        requireOpen();
        return maxRows;
    }

    @Override
    public void setLargeMaxRows(long most) throws SQLException {
        requireOpen();
        if (most < 0) {
            throw SqlState.INVALID_ARGUMENT.exception("The number of rows can not be negative: " + most);
        }
        maxRows = most;
    }

    @Override
    public int getQueryTimeout() throws SQLException {
        requireOpen();
        return timeout;
    }

    /** Bounds the time that the engine needs for an execution and all its rows. */
    @Override
    public void setQueryTimeout(int seconds) throws SQLException {
        requireOpen();
        timeout = notNegative(seconds, "timeout");
    }

    @Override
    public int getFetchSize() throws SQLException {
        requireOpen();
        return fetchSize;
    }

    /** A hint without effect: rows are read one by one, and nothing waits for the next. */
    @Override
    public void setFetchSize(int count) throws SQLException {
        requireOpen();
        fetchSize = notNegative(count, "fetch size");
    }

    @Override
    public int getFetchDirection() throws SQLException {
        requireOpen();
        return ResultSet.FETCH_FORWARD;
    }

    @Override
    public void setFetchDirection(int direction) throws SQLException {
        requireOpen();
        if (direction != ResultSet.FETCH_FORWARD) {
            throw SqlState.notSupported("Another direction than FETCH_FORWARD");
        }
    }

    @Override
    public int getMaxFieldSize() throws SQLException {
        requireOpen();
        return 0;
    }

    /** Without effect but a warning: values are never cut. */
    @Override
    public void setMaxFieldSize(int most) throws SQLException {
        requireOpen();
        if (notNegative(most, "size of a field") > 0) {
            connection.warn("Values are given whole");
        }
    }

    /** Off means that the text is ECSQL and reaches the engine as it is. */
    @Override
    public void setEscapeProcessing(boolean on) throws SQLException {
        requireOpen();
        escapeProcessing = on;
    }

    @Override
    public int getResultSetType() throws SQLException {
        requireOpen();
        return ResultSet.TYPE_FORWARD_ONLY;
    }

    @Override
    public int getResultSetConcurrency() throws SQLException {
        requireOpen();
        return ResultSet.CONCUR_READ_ONLY;
    }

    @Override
    public int getResultSetHoldability() throws SQLException {
        requireOpen();
        return ResultSet.HOLD_CURSORS_OVER_COMMIT;
    }

    @Override
    public void closeOnCompletion() throws SQLException {
        requireOpen();
        closeOnCompletion = true;
    }

    @Override
    public boolean isCloseOnCompletion() throws SQLException {
        requireOpen();
        return closeOnCompletion;
    }

    @Override
    public boolean isPoolable() throws SQLException {
        requireOpen();
        return poolable;
    }

    @Override
    public void setPoolable(boolean on) throws SQLException {
        requireOpen();
        poolable = on;
    }

    @Override
    public Connection getConnection() throws SQLException {
        requireOpen();
        return connection;
    }

    @Override
    public @Nullable SQLWarning getWarnings() throws SQLException {
        requireOpen();
        return null;
    }

    @Override
    public void clearWarnings() throws SQLException {
        requireOpen();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        requireOpen();
        return Wrapped.unwrap(this, type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
