package org.imodel4j.sqlite;

import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * A compiled statement. Used by the thread that uses its database. Parameters count from 1, columns from 0. Column
 * getters convert as SQLite does and are valid after {@link #step()} answered true.
 */
public interface SqliteStatement extends AutoCloseable {
    /** Storage classes, as {@code sqlite3_column_type} numbers them. */
    int INTEGER = 1;

    int REAL = 2;
    int TEXT = 3;
    int BLOB = 4;
    int NULL = 5;

    void bindNull(int parameter);

    void bindLong(int parameter, long value);

    void bindDouble(int parameter, double value);

    void bindText(int parameter, String value);

    void bindBlob(int parameter, byte[] value);

    void clearBindings();

    int parameterCount();

    /** The name with its prefix ({@code :x}), or null for {@code ?}. */
    @Nullable
    String parameterName(int parameter);

    /** True when there is a row. */
    boolean step();

    /** Makes the statement ready to run again; bindings stay. */
    void reset();

    int columnCount();

    String columnName(int column);

    int columnType(int column);

    long columnLong(int column);

    double columnDouble(int column);

    /** Null for SQL NULL. */
    @Nullable
    String columnText(int column);

    /** Null for SQL NULL. */
    byte @Nullable [] columnBlob(int column);

    /** Appends a text column as a JSON string, copying its UTF-8 bytes without making a String. */
    void writeText(int column, JsonWriter out);

    @Override
    void close();
}
