package org.imodel4j.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import org.imodel4j.error.IModelException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.SQLiteOpenMode;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * The driver over the {@code sqlite-jdbc} library. It goes beneath JDBC to the library's {@code DB} class, whose methods
 * take the raw statement and hand out primitives.
 */
final class XerialDriver implements SqliteDriver {
    /**
     * Pages that one connection keeps in memory, in KiB; the operating system keeps the rest. Files are not mapped: that
     * gains a tenth of a scan at most, counts the whole file as memory of the process, and a file that somebody cuts off
     * while it is mapped ends the process.
     */
    private static final int CACHE_KIB = 8192;

    XerialDriver() {
        XerialLibrary.load();
    }

    @Override
    public String name() {
        return "sqlite-jdbc " + SQLiteJDBCLoader.getVersion();
    }

    @Override
    public int preference() {
        return 0;
    }

    @Override
    public SqliteDatabase open(OpenRequest request) {
        Path file = request.file().toAbsolutePath();
        boolean exists = request.mode() != OpenRequest.Mode.CREATE || Files.exists(file);
        boolean utf8 = !exists
                || isNewAndEmpty(request, file)
                || SqliteHeader.read(file).utf8();
        JDBC4Connection connection;
        try {
            connection = new JDBC4Connection("jdbc:sqlite:", location(request, file), properties(request));
        } catch (SQLException e) {
            throw XerialErrors.translate(e, "The database can not be opened").with("file", file);
        }
        XerialDatabase database = new XerialDatabase(connection, utf8);
        try {
            database.execute(settings(request.mode()));
        } catch (IModelException e) {
            database.close();
            throw e.with("file", file);
        }
        return database;
    }

    /** An empty file is a database without tables to SQLite, and what a writer who makes files has just made. */
    private static boolean isNewAndEmpty(OpenRequest request, Path file) {
        return request.mode() == OpenRequest.Mode.CREATE && file.toFile().length() == 0;
    }

    /** A URI, because only there a file can be called immutable; {@code toUri} escapes what a URI can not hold. */
    private static String location(OpenRequest request, Path file) {
        String uri = file.toUri().toASCIIString();
        return request.mode() == OpenRequest.Mode.IMMUTABLE ? uri + "?immutable=1" : uri;
    }

    private static Properties properties(OpenRequest request) {
        SQLiteConfig config = new SQLiteConfig();
        // The library's own methods are synchronized, so SQLite's mutexes would be taken twice.
        config.setOpenMode(SQLiteOpenMode.NOMUTEX);
        config.setBusyTimeout(
                (int) Math.min(Integer.MAX_VALUE, request.busyTimeout().toMillis()));
        switch (request.mode()) {
            case READ_ONLY, IMMUTABLE -> config.setReadOnly(true);
            case READ_WRITE -> config.resetOpenMode(SQLiteOpenMode.CREATE);
            case CREATE -> config.setOpenMode(SQLiteOpenMode.CREATE);
        }
        Properties properties = config.toProperties();
        // Polymorphic queries over hundreds of tables become long statements.
        properties.setProperty(SQLiteConfig.Pragma.LIMIT_SQL_LENGTH.pragmaName, "50000000");
        return properties;
    }

    /** The last statement reads the file, so that a damaged or locked one is found now and not at the first query. */
    private static String settings(OpenRequest.Mode mode) {
        return switch (mode) {
            case READ_ONLY, IMMUTABLE ->
                "PRAGMA cache_size=-" + CACHE_KIB + ";PRAGMA trusted_schema=OFF;PRAGMA schema_version";
            case READ_WRITE, CREATE ->
                "PRAGMA cache_size=-" + CACHE_KIB + ";PRAGMA foreign_keys=ON;PRAGMA schema_version";
        };
    }
}
