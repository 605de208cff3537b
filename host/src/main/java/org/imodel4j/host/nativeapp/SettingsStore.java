package org.imodel4j.host.nativeapp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteDrivers;
import org.imodel4j.sqlite.SqliteHeader;
import org.imodel4j.sqlite.SqliteStatement;
import org.jspecify.annotations.Nullable;

/**
 * Settings by keys, kept in a file that iTwin.js writes and reads too: an ECDb file with the table
 *
 * <pre>app_setting(key PRIMARY KEY, type, val)</pre>
 *
 * where {@code type} is {@code number}, {@code string}, {@code boolean}, {@code Uint8Array} or {@code null} and {@code val} an INTEGER or REAL, a
 * TEXT, 0 or 1, a BLOB, or NULL. Rule and spelling were observed in files of iTwin.js 5.7.
 *
 * <p>Every change is in the file when its method returns. Any thread may use it, and other processes may use the file; one that holds on to the
 * file for longer than five seconds makes a method fail with BE_SQLITE_BUSY. After {@link #close} every method fails with FileNotFound, the number
 * that iTwin.js gives.
 */
public final class SettingsStore implements AutoCloseable {
    private static final double EXACT = 9007199254740992.0;

    private final Path file;
    private final SqliteDatabase database;
    private boolean closed;

    private SettingsStore(Path file, SqliteDatabase database) {
        this.file = file;
        this.database = database;
    }

    /** Opens an existing file. */
    static SettingsStore open(Path file) {
        SqliteHeader.read(file);
        SqliteDatabase database = SqliteDrivers.best().open(OpenRequest.readWrite(file));
        try (SqliteStatement table =
                database.prepare("SELECT 1 FROM sqlite_master WHERE type='table' AND name='app_setting'")) {
            if (table.step()) {
                return new SettingsStore(file, database);
            }
            throw new IModelException(Status.BE_SQLITE_ERROR_BAD_DB_PROFILE, "the file holds no settings")
                    .with("file", file);
        } catch (IModelException e) {
            database.close();
            throw e;
        }
    }

    /** Puts the table into a file that was just made. */
    static void prepare(Path file) {
        try (SqliteDatabase database = SqliteDrivers.best().open(OpenRequest.readWrite(file))) {
            database.execute("CREATE TABLE app_setting(key PRIMARY KEY,type,val)");
        }
    }

    public Path file() {
        return file;
    }

    public void setString(String key, String value) {
        write(key, "string", statement -> statement.bindText(3, value));
    }

    /** @throws IModelException BadArg for a number that is not finite */
    public void setNumber(String key, double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IModelException(Status.BAD_ARG, "a setting has to be a finite number").with("key", key);
        }
        boolean integral = value == Math.rint(value) && Math.abs(value) <= EXACT;
        write(key, "number", statement -> {
            if (integral) {
                statement.bindLong(3, (long) value);
            } else {
                statement.bindDouble(3, value);
            }
        });
    }

    public void setBoolean(String key, boolean value) {
        write(key, "boolean", statement -> statement.bindLong(3, value ? 1 : 0));
    }

    public void setBytes(String key, byte[] value) {
        write(key, "Uint8Array", statement -> statement.bindBlob(3, value));
    }

    /** Notes that there is no value, which is not the same as {@link #remove}. */
    public void setNull(String key) {
        write(key, "null", statement -> statement.bindNull(3));
    }

    /** The string of a key; null when there is none or a value of another type. */
    public @Nullable String tryString(String key) {
        return tryData(key) instanceof String text ? text : null;
    }

    public @Nullable Double tryNumber(String key) {
        return tryData(key) instanceof Double number ? number : null;
    }

    public @Nullable Boolean tryBoolean(String key) {
        return tryData(key) instanceof Boolean bool ? bool : null;
    }

    public byte @Nullable [] tryBytes(String key) {
        return tryData(key) instanceof byte[] bytes ? bytes : null;
    }

    /** The type of a value as it stands in the file; null for a key that is not there. */
    public @Nullable String tryType(String key) {
        return query("SELECT type FROM app_setting WHERE key=?", statement -> {
            statement.bindText(1, key);
            return statement.step() ? statement.columnText(0) : null;
        });
    }

    public List<String> keys() {
        return query("SELECT key FROM app_setting", statement -> {
            List<String> keys = new ArrayList<>();
            while (statement.step()) {
                String key = statement.columnText(0);
                if (key != null) {
                    keys.add(key);
                }
            }
            return keys;
        });
    }

    public void remove(String key) {
        query("DELETE FROM app_setting WHERE key=?", statement -> {
            statement.bindText(1, key);
            return statement.step();
        });
    }

    public void removeAll() {
        query("DELETE FROM app_setting", SqliteStatement::step);
    }

    /** A String, Double, Boolean or byte array; null for a key that is not there and for null. */
    @Nullable
    Object tryData(String key) {
        return query("SELECT type,val FROM app_setting WHERE key=?", statement -> {
            statement.bindText(1, key);
            return statement.step() ? value(key, statement) : null;
        });
    }

    private static @Nullable Object value(String key, SqliteStatement row) {
        String type = row.columnText(0);
        return switch (type == null ? "null" : type) {
            case "number" -> row.columnDouble(1);
            case "string" -> row.columnText(1);
            case "boolean" -> row.columnLong(1) != 0;
            case "Uint8Array" -> row.columnBlob(1);
            case "null" -> null;
            default ->
                throw new IModelException(Status.BE_SQLITE_ERROR, "a setting of a type that nobody knows")
                        .with("key", key);
        };
    }

    private void write(String key, String type, java.util.function.Consumer<SqliteStatement> bindValue) {
        String sql = "INSERT INTO app_setting(key,type,val)VALUES(?,?,?)"
                + " ON CONFLICT(key) DO UPDATE SET type=excluded.type,val=excluded.val";
        query(sql, statement -> {
            statement.bindText(1, key);
            statement.bindText(2, type);
            bindValue.accept(statement);
            return statement.step();
        });
    }

    private synchronized <T extends @Nullable Object> T query(String sql, Function<SqliteStatement, T> work) {
        if (closed) {
            throw new IModelException(Status.FILE_NOT_FOUND, "Storage ID not open");
        }
        try (SqliteStatement statement = database.prepare(sql)) {
            return work.apply(statement);
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            database.close();
        }
    }
}
