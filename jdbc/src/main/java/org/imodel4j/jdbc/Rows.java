package org.imodel4j.jdbc;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of a result set come from. Columns count from 0 and are read as their {@link ResultColumn.Kind} says; what is read of a
 * NULL is 0 or null. Getters are called only on a row.
 */
interface Rows {
    List<ResultColumn> columns();

    boolean next() throws SQLException;

    boolean isNull(int column) throws SQLException;

    long getLong(int column) throws SQLException;

    double getDouble(int column) throws SQLException;

    @Nullable
    String getText(int column) throws SQLException;

    byte @Nullable [] getBytes(int column) throws SQLException;

    /** A value of the kinds ANY and COMPOSITE. */
    @Nullable
    Object getObject(int column) throws SQLException;

    /** An object behind the rows, null when there is none of that type. */
    <T> @Nullable T tryUnwrap(Class<T> type);

    /** Gives back what the rows hold. Calling it again does nothing. */
    void close() throws SQLException;
}
