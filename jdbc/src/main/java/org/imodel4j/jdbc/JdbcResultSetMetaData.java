package org.imodel4j.jdbc;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import org.imodel4j.ecsql.resolve.ValueType;

/** What the standard is told of the columns of a result. Immutable. */
final class JdbcResultSetMetaData implements ResultSetMetaData {
    private final List<ResultColumn> columns;

    JdbcResultSetMetaData(List<ResultColumn> columns) {
        this.columns = columns;
    }

    private ResultColumn column(int column) throws SQLException {
        if (column < 1 || column > columns.size()) {
            throw SqlState.NO_SUCH_INDEX.exception("There is no column " + column + ", there are " + columns.size());
        }
        return columns.get(column - 1);
    }

    @Override
    public int getColumnCount() {
        return columns.size();
    }

    @Override
    public String getColumnLabel(int column) throws SQLException {
        return column(column).label();
    }

    /** The label: an alias hides the name of what it stands for. */
    @Override
    public String getColumnName(int column) throws SQLException {
        return column(column).label();
    }

    @Override
    public String getCatalogName(int column) throws SQLException {
        column(column);
        return "";
    }

    @Override
    public String getSchemaName(int column) throws SQLException {
        String name = column(column).className();
        return name.substring(0, Math.max(0, name.indexOf(':')));
    }

    /** The class that declares the property, which may be a base of the one in the statement. */
    @Override
    public String getTableName(int column) throws SQLException {
        String name = column(column).className();
        return name.substring(name.indexOf(':') + 1);
    }

    @Override
    public int getColumnType(int column) throws SQLException {
        return column(column).type().code();
    }

    @Override
    public String getColumnTypeName(int column) throws SQLException {
        return column(column).type().name();
    }

    @Override
    public String getColumnClassName(int column) throws SQLException {
        return column(column).type().javaClass().getName();
    }

    @Override
    public int getColumnDisplaySize(int column) throws SQLException {
        return column(column).type().displaySize();
    }

    @Override
    public int getPrecision(int column) throws SQLException {
        return column(column).type().size();
    }

    @Override
    public int getScale(int column) throws SQLException {
        return column(column).type().scale();
    }

    @Override
    public int isNullable(int column) throws SQLException {
        return column(column).isNeverNull() ? columnNoNulls : columnNullable;
    }

    @Override
    public boolean isSigned(int column) throws SQLException {
        return column(column).type().isNumber();
    }

    @Override
    public boolean isCaseSensitive(int column) throws SQLException {
        return SqlType.isText(column(column).valueType());
    }

    /** Structs and arrays can not be compared. */
    @Override
    public boolean isSearchable(int column) throws SQLException {
        return ValueType.isScalar(column(column).valueType());
    }

    @Override
    public boolean isAutoIncrement(int column) throws SQLException {
        column(column);
        return false;
    }

    @Override
    public boolean isCurrency(int column) throws SQLException {
        column(column);
        return false;
    }

    @Override
    public boolean isReadOnly(int column) throws SQLException {
        column(column);
        return true;
    }

    @Override
    public boolean isWritable(int column) throws SQLException {
        column(column);
        return false;
    }

    @Override
    public boolean isDefinitelyWritable(int column) throws SQLException {
        column(column);
        return false;
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
