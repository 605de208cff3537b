package org.imodel4j.jdbc;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.Map;
import org.imodel4j.jdbc.ResultColumn.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Rows, forward and once, for reading. Used by one thread at a time.
 *
 * <p>{@code getString} gives ids in hexadecimal, DateTime values in ISO 8601 as ECSQL does, bytes in hexadecimal, structs and arrays
 * as JSON. {@code getTimestamp}, {@code getDate} and {@code getTime} give the clock that is stored, in the zone of the JVM or of the
 * calendar; an instant is had with {@code getObject(column, Instant.class)} where the property says that it is UTC.
 */
final class JdbcResultSet extends LabelledResultSet {
    private final @Nullable JdbcStatement statement;
    private final Rows rows;
    private final ColumnLabels labels;
    private final Values values;
    private final Kind[] kinds;
    private long row;
    private boolean onRow;
    private boolean ended;
    private boolean closed;
    private boolean wasNull;
    private int fetchSize;

    /** @param statement null for rows that no statement gave */
    JdbcResultSet(@Nullable JdbcStatement statement, Rows rows) {
        this.statement = statement;
        this.rows = rows;
        this.labels = new ColumnLabels(rows.columns());
        this.values = new Values(rows);
        this.kinds = rows.columns().stream().map(ResultColumn::kind).toArray(Kind[]::new);
    }

    private void requireOpen() throws SQLException {
        if (closed) {
            throw SqlState.CLOSED.exception("The result set is closed");
        }
    }

    /** The number of a column from 0, when there is a row to read it from. */
    private int column(int column) throws SQLException {
        requireOpen();
        if (!onRow) {
            throw SqlState.NO_ROW.exception(
                    ended ? "The result set stands behind its last row" : "The result set stands before its first row");
        }
        if (column < 1 || column > kinds.length) {
            throw SqlState.NO_SUCH_INDEX.exception("There is no column " + column + ", there are " + kinds.length);
        }
        return column - 1;
    }

    /** The value as the kind of the column has it; notes whether it is NULL. */
    private @Nullable Object value(int column) throws SQLException {
        Object value = values.get(column(column));
        wasNull = value == null;
        return value;
    }

    @Override
    public boolean next() throws SQLException {
        requireOpen();
        onRow = rows.next();
        if (onRow) {
            row++;
        } else if (!ended) {
            ended = true;
        }
        return onRow;
    }

    @Override
    public void close() throws SQLException {
        if (!closed) {
            closed = true;
            onRow = false;
            try {
                rows.close();
            } finally {
                if (statement != null) {
                    statement.resultClosed();
                }
            }
        }
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public boolean wasNull() throws SQLException {
        requireOpen();
        return wasNull;
    }

    @Override
    public long getLong(int column) throws SQLException {
        int at = column(column);
        switch (kinds[at]) {
            case LONG, ID, BOOLEAN -> {
                long value = rows.getLong(at);
                wasNull = value == 0 && rows.isNull(at);
                return value;
            }
            default -> {
                return integer(column, Long.MIN_VALUE, Long.MAX_VALUE, "long");
            }
        }
    }

    private long integer(int column, long lowest, long highest, String wanted) throws SQLException {
        Object value = value(column);
        return value == null ? 0 : Conversions.toLong(value, lowest, highest, wanted);
    }

    @Override
    public int getInt(int column) throws SQLException {
        int at = column(column);
        if (kinds[at] != Kind.LONG) {
            return (int) integer(column, Integer.MIN_VALUE, Integer.MAX_VALUE, "int");
        }
        long value = rows.getLong(at);
        wasNull = value == 0 && rows.isNull(at);
        return (int) value == value
                ? (int) value
                : (int) Conversions.toLong(value, Integer.MIN_VALUE, Integer.MAX_VALUE, "int");
    }

    @Override
    public short getShort(int column) throws SQLException {
        return (short) integer(column, Short.MIN_VALUE, Short.MAX_VALUE, "short");
    }

    @Override
    public byte getByte(int column) throws SQLException {
        return (byte) integer(column, Byte.MIN_VALUE, Byte.MAX_VALUE, "byte");
    }

    @Override
    public double getDouble(int column) throws SQLException {
        int at = column(column);
        if (kinds[at] == Kind.DOUBLE) {
            double value = rows.getDouble(at);
            wasNull = value == 0 && rows.isNull(at);
            return value;
        }
        Object value = value(column);
        return value == null ? 0 : Conversions.toDouble(value);
    }

    @Override
    public float getFloat(int column) throws SQLException {
        Object value = value(column);
        return value == null ? 0 : Conversions.toFloat(value);
    }

    @Override
    public @Nullable BigDecimal getBigDecimal(int column) throws SQLException {
        Object value = value(column);
        return value == null ? null : Conversions.toDecimal(value);
    }

    @Override
    @Deprecated
    public @Nullable BigDecimal getBigDecimal(int column, int scale) throws SQLException {
        BigDecimal value = getBigDecimal(column);
        return value == null ? null : value.setScale(scale, RoundingMode.HALF_UP);
    }

    @Override
    public boolean getBoolean(int column) throws SQLException {
        Object value = value(column);
        return value != null && Conversions.toBoolean(value);
    }

    @Override
    public @Nullable String getString(int column) throws SQLException {
        int at = column(column);
        String text = kinds[at] == Kind.TEXT ? rows.getText(at) : values.text(at);
        wasNull = text == null;
        return text;
    }

    @Override
    public @Nullable String getNString(int column) throws SQLException {
        return getString(column);
    }

    @Override
    public byte @Nullable [] getBytes(int column) throws SQLException {
        Object value = kinds[column(column)] == Kind.GUID ? rows.getBytes(column - 1) : value(column);
        wasNull = value == null;
        return value == null ? null : Conversions.toBytes(value);
    }

    @Override
    public @Nullable Timestamp getTimestamp(int column) throws SQLException {
        return getTimestamp(column, null);
    }

    @Override
    public @Nullable Timestamp getTimestamp(int column, @Nullable Calendar zone) throws SQLException {
        Object value = value(column);
        return value == null ? null : Conversions.toTimestamp(value, zone);
    }

    @Override
    public @Nullable Date getDate(int column) throws SQLException {
        return getDate(column, null);
    }

    @Override
    public @Nullable Date getDate(int column, @Nullable Calendar zone) throws SQLException {
        Object value = value(column);
        return value == null ? null : Conversions.toDate(value, zone);
    }

    @Override
    public @Nullable Time getTime(int column) throws SQLException {
        return getTime(column, null);
    }

    @Override
    public @Nullable Time getTime(int column, @Nullable Calendar zone) throws SQLException {
        Object value = value(column);
        return value == null ? null : Conversions.toTime(value, zone);
    }

    @Override
    public @Nullable InputStream getBinaryStream(int column) throws SQLException {
        byte[] bytes = getBytes(column);
        return bytes == null ? null : new ByteArrayInputStream(bytes);
    }

    @Override
    public @Nullable Blob getBlob(int column) throws SQLException {
        byte[] bytes = getBytes(column);
        return bytes == null ? null : new Lob(bytes);
    }

    @Override
    public @Nullable Reader getCharacterStream(int column) throws SQLException {
        String text = getString(column);
        return text == null ? null : new StringReader(text);
    }

    @Override
    public @Nullable Reader getNCharacterStream(int column) throws SQLException {
        return getCharacterStream(column);
    }

    @Override
    public @Nullable InputStream getAsciiStream(int column) throws SQLException {
        String text = getString(column);
        return text == null ? null : new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public @Nullable Array getArray(int column) throws SQLException {
        Object value = value(column);
        if (value == null || value instanceof Array) {
            return (Array) value;
        }
        throw Conversions.wrongType(value, "Array");
    }

    @Override
    public @Nullable Object getObject(int column) throws SQLException {
        Object value = value(column);
        return value == null ? null : values.standard(column - 1, value);
    }

    @Override
    public @Nullable Object getObject(int column, @Nullable Map<String, Class<?>> map) throws SQLException {
        JdbcStruct.requireNoMapping(map);
        return getObject(column);
    }

    @Override
    public <T> @Nullable T getObject(int column, @Nullable Class<T> type) throws SQLException {
        if (type == null) {
            throw SqlState.INVALID_ARGUMENT.exception("There is no type to convert to");
        }
        Object value = value(column);
        return value == null ? null : values.as(column - 1, value, type);
    }

    @Override
    public int findColumn(String label) throws SQLException {
        requireOpen();
        return labels.find(label);
    }

    @Override
    public ResultSetMetaData getMetaData() throws SQLException {
        requireOpen();
        return new JdbcResultSetMetaData(rows.columns());
    }

    @Override
    public @Nullable JdbcStatement getStatement() throws SQLException {
        requireOpen();
        return statement;
    }

    @Override
    public int getRow() throws SQLException {
        requireOpen();
        return onRow ? (int) Math.min(Integer.MAX_VALUE, row) : 0;
    }

    @Override
    public boolean isBeforeFirst() throws SQLException {
        requireOpen();
        return row == 0 && !ended;
    }

    @Override
    public boolean isFirst() throws SQLException {
        requireOpen();
        return onRow && row == 1;
    }

    @Override
    public boolean isAfterLast() throws SQLException {
        requireOpen();
        return ended && row > 0;
    }

    @Override
    public int getType() throws SQLException {
        requireOpen();
        return ResultSet.TYPE_FORWARD_ONLY;
    }

    @Override
    public int getConcurrency() throws SQLException {
        requireOpen();
        return ResultSet.CONCUR_READ_ONLY;
    }

    @Override
    public int getHoldability() throws SQLException {
        requireOpen();
        return ResultSet.HOLD_CURSORS_OVER_COMMIT;
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
    public int getFetchSize() throws SQLException {
        requireOpen();
        return fetchSize;
    }

    /** A hint without effect: rows are read one by one, and nothing waits for the next. */
    @Override
    public void setFetchSize(int count) throws SQLException {
        requireOpen();
        fetchSize = JdbcStatement.notNegative(count, "fetch size");
    }

    @Override
    public boolean rowUpdated() throws SQLException {
        requireOpen();
        return false;
    }

    @Override
    public boolean rowInserted() throws SQLException {
        requireOpen();
        return false;
    }

    @Override
    public boolean rowDeleted() throws SQLException {
        requireOpen();
        return false;
    }

    @Override
    public String getCursorName() throws SQLException {
        throw SqlState.notSupported("getCursorName");
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
        T inner = rows.tryUnwrap(type);
        return inner == null ? Wrapped.unwrap(this, type) : inner;
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this) || rows.tryUnwrap(type) != null;
    }
}
