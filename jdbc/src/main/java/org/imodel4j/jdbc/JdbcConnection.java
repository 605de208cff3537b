package org.imodel4j.jdbc;

import java.sql.Array;
import java.sql.ClientInfoStatus;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.sql.Struct;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Executor;
import org.imodel4j.ecsql.run.CompiledQuery;
import org.imodel4j.ecsql.run.Door;
import org.imodel4j.ecsql.run.QueryArguments;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.error.IModelException;
import org.imodel4j.imodel.ECDb;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection to one file, for reading. Threads may share it; what it does with the file, it does for one of them at a time.
 *
 * <p>There are no transactions to speak of: each statement sees one consistent state of the file from its first row to its last.
 * Auto-commit can be switched off, and commit and rollback then do nothing.
 */
final class JdbcConnection extends RefusingConnection {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcConnection.class);

    private final ConnectionUrl url;
    private final OpenFiles.SharedFile file;
    private final ReadConnection reader;
    private final ConnectionLock lock = new ConnectionLock();
    private final Set<JdbcStatement> statements = Collections.newSetFromMap(new IdentityHashMap<>());
    private @Nullable SQLWarning warnings;
    private boolean autoCommit = true;
    private volatile boolean closed;

    private JdbcConnection(ConnectionUrl url, OpenFiles.SharedFile file, ReadConnection reader) {
        this.url = url;
        this.file = file;
        this.reader = reader;
        reader.onProgress(lock::mustStop);
    }

    static JdbcConnection open(OpenFiles files, ConnectionUrl url) throws SQLException {
        OpenFiles.SharedFile file = files.acquire(url);
        try {
            return new JdbcConnection(url, file, file.db().connect());
        } catch (IModelException e) {
            file.close();
            throw SqlState.ofOpening(e);
        }
    }

    @Override
    void requireOpen() throws SQLException {
        if (closed) {
            throw SqlState.CONNECTION_CLOSED.exception("The connection is closed");
        }
    }

    ConnectionUrl url() {
        return url;
    }

    ECDb db() {
        return file.db();
    }

    Keys keys() {
        return file.keys();
    }

    /** @param rewrite what tools send in the SQL of the standard becomes ECSQL */
    CompiledQuery compile(String sql, boolean rewrite) throws SQLException {
        String ecsql = rewrite ? StandardSql.toECSql(sql) : sql;
        lock.enter(null);
        try {
            requireOpen();
            return reader.compile(ecsql, Door.STATEMENT);
        } catch (IModelException e) {
            throw SqlState.of(e);
        } finally {
            lock.leave();
        }
    }

    /** Starts a statement that has been compiled; the caller closes the answer. */
    Execution start(
            CompiledQuery query, List<ResultColumn> columns, QueryArguments arguments, long maxRows, int timeout)
            throws SQLException {
        lock.enter(null);
        try {
            requireOpen();
            return new Execution(lock, reader.query(query, arguments), columns, url.composites(), maxRows, timeout);
        } catch (IModelException e) {
            throw SqlState.of(e);
        } finally {
            lock.leave();
        }
    }

    private <S extends JdbcStatement> S register(S statement) throws SQLException {
        synchronized (statements) {
            requireOpen();
            statements.add(statement);
        }
        return statement;
    }

    void forget(JdbcStatement statement) {
        synchronized (statements) {
            statements.remove(statement);
        }
    }

    void warn(String text) {
        SQLWarning warning = new SQLWarning(text, "01S02");
        synchronized (statements) {
            if (warnings == null) {
                warnings = warning;
            } else {
                warnings.setNextWarning(warning);
            }
        }
    }

    @Override
    public Statement createStatement() throws SQLException {
        return register(new JdbcStatement(this));
    }

    @Override
    public Statement createStatement(int type, int concurrency) throws SQLException {
        warnOfOtherResults(type, concurrency, ResultSet.HOLD_CURSORS_OVER_COMMIT);
        return createStatement();
    }

    @Override
    public Statement createStatement(int type, int concurrency, int holdability) throws SQLException {
        warnOfOtherResults(type, concurrency, holdability);
        return createStatement();
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        requireOpen();
        return register(new JdbcPreparedStatement(this, compile(sql, true)));
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency) throws SQLException {
        warnOfOtherResults(type, concurrency, ResultSet.HOLD_CURSORS_OVER_COMMIT);
        return prepareStatement(sql);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
            throws SQLException {
        warnOfOtherResults(type, concurrency, holdability);
        return prepareStatement(sql);
    }

    /** The standard lets a driver give what it can, with a warning. */
    private void warnOfOtherResults(int type, int concurrency, int holdability) throws SQLException {
        requireOpen();
        if (type != ResultSet.TYPE_FORWARD_ONLY
                || concurrency != ResultSet.CONCUR_READ_ONLY
                || holdability != ResultSet.HOLD_CURSORS_OVER_COMMIT) {
            warn("Results are forward-only, read-only and held over commit");
        }
    }

    @Override
    public String nativeSQL(String sql) throws SQLException {
        requireOpen();
        return StandardSql.toECSql(sql);
    }

    @Override
    public void setAutoCommit(boolean on) throws SQLException {
        requireOpen();
        autoCommit = on;
    }

    @Override
    public boolean getAutoCommit() throws SQLException {
        requireOpen();
        return autoCommit;
    }

    @Override
    public void commit() throws SQLException {
        requireTransaction();
    }

    @Override
    public void rollback() throws SQLException {
        requireTransaction();
    }

    private void requireTransaction() throws SQLException {
        requireOpen();
        if (autoCommit) {
            throw SqlState.NO_TRANSACTION.exception("Each statement stands alone while auto-commit is on");
        }
    }

    @Override
    public void close() throws SQLException {
        List<JdbcStatement> open;
        lock.startClosing();
        synchronized (statements) {
            if (closed) {
                return;
            }
            closed = true;
            open = new ArrayList<>(statements);
            statements.clear();
        }
        lock.enter(null);
        try {
            for (JdbcStatement statement : open) {
                statement.closeWithConnection();
            }
            reader.close();
        } catch (IModelException e) {
            throw SqlState.of(e);
        } finally {
            lock.leave();
            file.close();
        }
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    /** As {@link #close}, which never takes long: what runs is stopped. */
    @Override
    public void abort(@Nullable Executor executor) throws SQLException {
        if (executor == null) {
            throw SqlState.INVALID_ARGUMENT.exception("There is no executor");
        }
        lock.startClosing();
        executor.execute(() -> {
            try {
                close();
            } catch (SQLException e) {
                // Nobody waits for the answer; what could be given back was.
                LOG.debug("A connection that was aborted did not close cleanly", e);
            }
        });
    }

    /** Reads a row of the file, within the given time. */
    @Override
    public boolean isValid(int timeoutSeconds) throws SQLException {
        JdbcStatement.notNegative(timeoutSeconds, "timeout");
        if (closed) {
            return false;
        }
        try (Statement probe = createStatement()) {
            probe.setQueryTimeout(timeoutSeconds);
            try (ResultSet row = probe.executeQuery("PRAGMA ecdb_ver")) {
                return row.next();
            }
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public DatabaseMetaData getMetaData() throws SQLException {
        requireOpen();
        return new JdbcDatabaseMetaData(this);
    }

    @Override
    public void setReadOnly(boolean readOnly) throws SQLException {
        requireOpen();
        if (!readOnly) {
            throw SqlState.notSupported("setReadOnly(false)");
        }
    }

    @Override
    public boolean isReadOnly() throws SQLException {
        requireOpen();
        return true;
    }

    /** Without effect: a file is one catalog, and that has no name. */
    @Override
    public void setCatalog(@Nullable String catalog) throws SQLException {
        requireOpen();
    }

    @Override
    public @Nullable String getCatalog() throws SQLException {
        requireOpen();
        return null;
    }

    /** Without effect: classes are always written with their schema. */
    @Override
    public void setSchema(@Nullable String schema) throws SQLException {
        requireOpen();
    }

    @Override
    public @Nullable String getSchema() throws SQLException {
        requireOpen();
        return null;
    }

    @Override
    public void setTransactionIsolation(int level) throws SQLException {
        requireOpen();
        if (level != Connection.TRANSACTION_NONE) {
            throw SqlState.notSupported("A transaction");
        }
    }

    @Override
    public int getTransactionIsolation() throws SQLException {
        requireOpen();
        return Connection.TRANSACTION_NONE;
    }

    @Override
    public void setHoldability(int holdability) throws SQLException {
        requireOpen();
        if (holdability != ResultSet.HOLD_CURSORS_OVER_COMMIT) {
            throw SqlState.notSupported("Another holdability than HOLD_CURSORS_OVER_COMMIT");
        }
    }

    @Override
    public int getHoldability() throws SQLException {
        requireOpen();
        return ResultSet.HOLD_CURSORS_OVER_COMMIT;
    }

    @Override
    public @Nullable SQLWarning getWarnings() throws SQLException {
        requireOpen();
        synchronized (statements) {
            return warnings;
        }
    }

    @Override
    public void clearWarnings() throws SQLException {
        requireOpen();
        synchronized (statements) {
            warnings = null;
        }
    }

    /** {@code typeName} as in {@code DatabaseMetaData.getTypeInfo}, {@code id} or a struct; an array of ids is a set of ids. */
    @Override
    public Array createArrayOf(String typeName, @Nullable Object @Nullable [] elements) throws SQLException {
        requireOpen();
        SqlType item = new SqlType(java.sql.Types.OTHER, typeName.toUpperCase(Locale.ROOT), 0, 0);
        for (SqlType simple : SqlType.SIMPLE) {
            item = simple.name().equalsIgnoreCase(typeName) ? simple : item;
        }
        return new JdbcArray(item, elements == null ? new Object[0] : elements, null);
    }

    /** A point ({@code Point2d}, {@code Point3d}), a navigation value ({@code Navigation}) or {@code Schema.Struct}. */
    @Override
    public Struct createStruct(String typeName, @Nullable Object[] attributes) throws SQLException {
        requireOpen();
        return new JdbcStruct(typeName, attributes, null);
    }

    @Override
    public void setClientInfo(String name, @Nullable String value) throws SQLClientInfoException {
        if (closed) {
            throw new SQLClientInfoException(Map.of(name, ClientInfoStatus.REASON_UNKNOWN));
        }
        warn("There is no client information " + name);
    }

    @Override
    public void setClientInfo(@Nullable Properties properties) throws SQLClientInfoException {
        if (properties != null) {
            for (String name : properties.stringPropertyNames()) {
                setClientInfo(name, properties.getProperty(name));
            }
        }
    }

    @Override
    public @Nullable String getClientInfo(String name) throws SQLException {
        requireOpen();
        return null;
    }

    @Override
    public Properties getClientInfo() throws SQLException {
        requireOpen();
        return new Properties();
    }

    /** {@link ECDb} and {@link ReadConnection}, besides the connection itself. */
    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        requireOpen();
        if (type.isInstance(reader)) {
            return type.cast(reader);
        }
        return type.isInstance(db()) ? type.cast(db()) : Wrapped.unwrap(this, type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this) || type.isInstance(reader) || type.isInstance(db());
    }
}
