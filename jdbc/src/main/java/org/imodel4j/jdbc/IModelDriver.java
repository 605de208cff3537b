package org.imodel4j.jdbc;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The driver of {@code jdbc:imodel:<file>[?key=value{&key=value}]}. {@link DriverManager} finds it by itself; {@link #getPropertyInfo}
 * lists the keys. Safe for use by several threads.
 *
 * <p>A connection reads one iModel or ECDb file and speaks ECSQL. Schemas are EC schemas, tables are entity and relationship classes,
 * columns are properties; {@code SELECT} covers subclasses, as ECSQL does.
 */
public final class IModelDriver implements Driver {
    static final int MAJOR = 0;
    static final int MINOR = 1;

    static {
        try {
            DriverManager.registerDriver(new IModelDriver());
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final OpenFiles files = new OpenFiles();

    /** Null for URLs of other drivers. */
    @Override
    public @Nullable Connection connect(@Nullable String url, @Nullable Properties info) throws SQLException {
        if (url == null) {
            throw SqlState.CAN_NOT_CONNECT.exception("There is no URL");
        }
        return ConnectionUrl.accepts(url) ? JdbcConnection.open(files, ConnectionUrl.parse(url, info)) : null;
    }

    @Override
    public boolean acceptsURL(@Nullable String url) {
        return ConnectionUrl.accepts(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(@Nullable String url, @Nullable Properties info) throws SQLException {
        return ConnectionUrl.describe(url, info);
    }

    @Override
    public int getMajorVersion() {
        return MAJOR;
    }

    @Override
    public int getMinorVersion() {
        return MINOR;
    }

    /** False: the tests of the standard ask for statements that write. */
    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    /** Where the log goes when it is written by {@code java.util.logging}, as in the jar for tools. */
    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("org.imodel4j");
    }
}
