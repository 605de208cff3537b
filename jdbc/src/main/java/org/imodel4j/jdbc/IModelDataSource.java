package org.imodel4j.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections to one file. A bean: set {@code url} (as for {@link IModelDriver}) before the first connection. Connections that are
 * open at the same time share schemas and compiled statements. Safe for use by several threads once it is set up.
 */
public final class IModelDataSource implements DataSource {
    private final OpenFiles files = new OpenFiles();
    private volatile @Nullable String url;
    private volatile @Nullable PrintWriter logWriter;
    private volatile int loginTimeout;

    /** Without a URL, which is then set. */
    public IModelDataSource() {}

    public IModelDataSource(String url) {
        this.url = url;
    }

    public @Nullable String getUrl() {
        return url;
    }

    public void setUrl(String url) {
        this.url = url;
    }

    @Override
    public Connection getConnection() throws SQLException {
        String known = url;
        if (known == null) {
            throw SqlState.CAN_NOT_CONNECT.exception("The data source has no URL");
        }
        return JdbcConnection.open(files, ConnectionUrl.parse(known, new Properties()));
    }

    /** As {@link #getConnection()}: files know no users. */
    @Override
    public Connection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
        return getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return logWriter;
    }

    /** Kept, and not written to: the log goes to where the application sends it. */
    @Override
    public void setLogWriter(@Nullable PrintWriter out) {
        logWriter = out;
    }

    @Override
    public int getLoginTimeout() {
        return loginTimeout;
    }

    /** Kept, and without effect: {@code busyTimeout} in the URL bounds how long a locked file is waited for. */
    @Override
    public void setLoginTimeout(int seconds) {
        loginTimeout = seconds;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("org.imodel4j");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return Wrapped.unwrap(this, type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
