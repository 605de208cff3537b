package org.imodel4j.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;
import org.sqlite.ProgressHandler;
import org.sqlite.core.Codes;
import org.sqlite.core.DB;
import org.sqlite.jdbc4.JDBC4Connection;

/** One connection of {@code sqlite-jdbc}. */
final class XerialDatabase implements SqliteDatabase {
    private final JDBC4Connection connection;
    private final DB db;
    private final boolean utf8;
    private final Set<XerialStatement> statements = Collections.newSetFromMap(new IdentityHashMap<>());
    /** Guards {@code closed} against an interrupt from another thread; SQLite must not be called after the close. */
    private final Object lifeLock = new Object();

    private boolean closed;

    XerialDatabase(JDBC4Connection connection, boolean utf8) {
        this.connection = connection;
        this.db = connection.getDatabase();
        this.utf8 = utf8;
        // Otherwise the library tries a BEGIN and a COMMIT of its own after each statement that ends at its first step.
        connection.getConnectionConfig().setAutoCommit(false);
    }

    JDBC4Connection connection() {
        return connection;
    }

    DB db() {
        return db;
    }

    /** Text cells are stored as UTF-8, so their bytes can be taken as they are. */
    boolean isUtf8() {
        return utf8;
    }

    void checkOpen() {
        if (closed) {
            throw XerialErrors.misuse("The database is closed");
        }
    }

    @Override
    public SqliteStatement prepare(String sql) {
        checkOpen();
        XerialStatement statement = new XerialStatement(this, sql);
        statements.add(statement);
        return statement;
    }

    void forget(XerialStatement statement) {
        statements.remove(statement);
    }

    @Override
    public void execute(String sql) {
        checkOpen();
        try {
            int code = db._exec(sql);
            if (code != Codes.SQLITE_OK && code != Codes.SQLITE_DONE) {
                db.throwex(code);
            }
        } catch (SQLException e) {
            throw XerialErrors.translate(e, "The statement failed");
        }
    }

    @Override
    public long changes() {
        checkOpen();
        try {
            return db.changes();
        } catch (SQLException e) {
            throw XerialErrors.translate(e, "The number of changes is not known");
        }
    }

    /** The library does not pass SQLite's answer on, but inside a transaction no other can begin. */
    @Override
    public boolean isAutoCommit() {
        checkOpen();
        try {
            execute("BEGIN");
        } catch (IModelException e) {
            return false;
        }
        execute("ROLLBACK");
        return true;
    }

    @Override
    public void addFunction(SqlFunction function) {
        checkOpen();
        Function bridge =
                switch (function) {
                    case SqlFunction.Scalar scalar -> new XerialScalar(db, scalar);
                    case SqlFunction.Aggregate aggregate -> new XerialAggregate(db, aggregate);
                };
        int flags = function.deterministic() ? Function.FLAG_DETERMINISTIC : 0;
        try {
            Function.create(connection, function.name(), bridge, function.arity(), flags);
        } catch (SQLException e) {
            throw XerialErrors.translate(e, "The function can not be added").with("function", function.name());
        }
    }

    @Override
    public void onProgress(int instructions, @Nullable BooleanSupplier abort) {
        checkOpen();
        try {
            if (abort == null) {
                ProgressHandler.clearHandler(connection);
            } else {
                ProgressHandler.setHandler(connection, instructions, new ProgressHandler() {
                    @Override
                    protected int progress() {
                        return abort.getAsBoolean() ? 1 : 0;
                    }
                });
            }
        } catch (SQLException e) {
            throw XerialErrors.translate(e, "The progress handler can not be set");
        }
    }

    @Override
    public void interrupt() {
        synchronized (lifeLock) {
            if (closed) {
                return;
            }
            try {
                db.interrupt();
            } catch (SQLException e) {
                throw XerialErrors.translate(e, "The statement can not be interrupted");
            }
        }
    }

    @Override
    public void backupTo(Path target) {
        checkOpen();
        Path file = target.toAbsolutePath();
        try {
            Files.deleteIfExists(file);
            int code = db.backup("main", file.toString(), null);
            if (code != Codes.SQLITE_OK && code != Codes.SQLITE_DONE) {
                db.throwex(code);
            }
        } catch (SQLException e) {
            throw XerialErrors.translate(e, "The database can not be copied").with("target", file);
        } catch (IOException e) {
            throw new IModelException(Status.BE_SQLITE_CANTOPEN, "The target of the copy can not be replaced", e)
                    .with("target", file);
        }
    }

    @Override
    public byte[] readBlob(String table, String column, long rowId, long offset, int length) {
        String cell = "CAST(" + quoted(column) + " AS BLOB)";
        try (SqliteStatement statement =
                prepare("SELECT substr(" + cell + ",?,?) FROM " + quoted(table) + " WHERE rowid=?")) {
            statement.bindLong(1, offset + 1);
            statement.bindLong(2, length);
            statement.bindLong(3, rowId);
            byte[] bytes = statement.step() ? statement.columnBlob(0) : null;
            if (bytes == null) {
                throw new IModelException(Status.BE_SQLITE_NOTFOUND, "There is no such cell")
                        .with("table", table)
                        .with("column", column)
                        .with("rowid", rowId);
            }
            return bytes;
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() {
        synchronized (lifeLock) {
            if (closed) {
                return;
            }
            closed = true;
        }
        for (XerialStatement statement : statements.toArray(new XerialStatement[0])) {
            statement.close();
        }
        try {
            connection.close();
        } catch (SQLException e) {
            throw XerialErrors.translate(e, "The database can not be closed");
        }
    }
}
