package org.imodel4j.jdbc;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of a result set that goes by the labels of columns, and what a forward-only one refuses. */
abstract class LabelledResultSet extends ReadOnlyResultSet {
    @Override
    public @Nullable Array getArray(String label) throws SQLException {
        return getArray(findColumn(label));
    }

    @Override
    public @Nullable InputStream getAsciiStream(String label) throws SQLException {
        return getAsciiStream(findColumn(label));
    }

    @Override
    @Deprecated
    public @Nullable BigDecimal getBigDecimal(String label, int scale) throws SQLException {
        return getBigDecimal(findColumn(label), scale);
    }

    @Override
    public @Nullable BigDecimal getBigDecimal(String label) throws SQLException {
        return getBigDecimal(findColumn(label));
    }

    @Override
    public @Nullable InputStream getBinaryStream(String label) throws SQLException {
        return getBinaryStream(findColumn(label));
    }

    @Override
    public @Nullable Blob getBlob(String label) throws SQLException {
        return getBlob(findColumn(label));
    }

    @Override
    public boolean getBoolean(String label) throws SQLException {
        return getBoolean(findColumn(label));
    }

    @Override
    public byte getByte(String label) throws SQLException {
        return getByte(findColumn(label));
    }

    @Override
    public byte @Nullable [] getBytes(String label) throws SQLException {
        return getBytes(findColumn(label));
    }

    @Override
    public @Nullable Reader getCharacterStream(String label) throws SQLException {
        return getCharacterStream(findColumn(label));
    }

    @Override
    public @Nullable Date getDate(String label, @Nullable Calendar zone) throws SQLException {
        return getDate(findColumn(label), zone);
    }

    @Override
    public @Nullable Date getDate(String label) throws SQLException {
        return getDate(findColumn(label));
    }

    @Override
    public double getDouble(String label) throws SQLException {
        return getDouble(findColumn(label));
    }

    @Override
    public float getFloat(String label) throws SQLException {
        return getFloat(findColumn(label));
    }

    @Override
    public int getInt(String label) throws SQLException {
        return getInt(findColumn(label));
    }

    @Override
    public long getLong(String label) throws SQLException {
        return getLong(findColumn(label));
    }

    @Override
    public @Nullable Reader getNCharacterStream(String label) throws SQLException {
        return getNCharacterStream(findColumn(label));
    }

    @Override
    public @Nullable String getNString(String label) throws SQLException {
        return getNString(findColumn(label));
    }

    @Override
    public <T> @Nullable T getObject(String label, Class<T> type) throws SQLException {
        return getObject(findColumn(label), type);
    }

    @Override
    public @Nullable Object getObject(String label, @Nullable Map<String, Class<?>> map) throws SQLException {
        return getObject(findColumn(label), map);
    }

    @Override
    public @Nullable Object getObject(String label) throws SQLException {
        return getObject(findColumn(label));
    }

    @Override
    public short getShort(String label) throws SQLException {
        return getShort(findColumn(label));
    }

    @Override
    public @Nullable String getString(String label) throws SQLException {
        return getString(findColumn(label));
    }

    @Override
    public @Nullable Time getTime(String label, @Nullable Calendar zone) throws SQLException {
        return getTime(findColumn(label), zone);
    }

    @Override
    public @Nullable Time getTime(String label) throws SQLException {
        return getTime(findColumn(label));
    }

    @Override
    public @Nullable Timestamp getTimestamp(String label, @Nullable Calendar zone) throws SQLException {
        return getTimestamp(findColumn(label), zone);
    }

    @Override
    public @Nullable Timestamp getTimestamp(String label) throws SQLException {
        return getTimestamp(findColumn(label));
    }

    @Override
    public Clob getClob(String label) throws SQLException {
        throw SqlState.notSupported("getClob");
    }

    @Override
    public Clob getClob(int column) throws SQLException {
        throw SqlState.notSupported("getClob");
    }

    @Override
    public NClob getNClob(String label) throws SQLException {
        throw SqlState.notSupported("getNClob");
    }

    @Override
    public NClob getNClob(int column) throws SQLException {
        throw SqlState.notSupported("getNClob");
    }

    @Override
    public Ref getRef(String label) throws SQLException {
        throw SqlState.notSupported("getRef");
    }

    @Override
    public Ref getRef(int column) throws SQLException {
        throw SqlState.notSupported("getRef");
    }

    @Override
    public RowId getRowId(String label) throws SQLException {
        throw SqlState.notSupported("getRowId");
    }

    @Override
    public RowId getRowId(int column) throws SQLException {
        throw SqlState.notSupported("getRowId");
    }

    @Override
    public SQLXML getSQLXML(String label) throws SQLException {
        throw SqlState.notSupported("getSQLXML");
    }

    @Override
    public SQLXML getSQLXML(int column) throws SQLException {
        throw SqlState.notSupported("getSQLXML");
    }

    @Override
    public URL getURL(String label) throws SQLException {
        throw SqlState.notSupported("getURL");
    }

    @Override
    public URL getURL(int column) throws SQLException {
        throw SqlState.notSupported("getURL");
    }

    @Override
    @Deprecated
    public InputStream getUnicodeStream(String label) throws SQLException {
        throw SqlState.notSupported("getUnicodeStream");
    }

    @Override
    @Deprecated
    public InputStream getUnicodeStream(int column) throws SQLException {
        throw SqlState.notSupported("getUnicodeStream");
    }

    @Override
    public boolean absolute(int row) throws SQLException {
        throw SqlState.notSupported("absolute");
    }

    @Override
    public boolean relative(int rows) throws SQLException {
        throw SqlState.notSupported("relative");
    }

    @Override
    public boolean first() throws SQLException {
        throw SqlState.notSupported("first");
    }

    @Override
    public boolean last() throws SQLException {
        throw SqlState.notSupported("last");
    }

    @Override
    public boolean previous() throws SQLException {
        throw SqlState.notSupported("previous");
    }

    @Override
    public boolean isLast() throws SQLException {
        throw SqlState.notSupported("isLast");
    }

    @Override
    public void beforeFirst() throws SQLException {
        throw SqlState.notSupported("beforeFirst");
    }

    @Override
    public void afterLast() throws SQLException {
        throw SqlState.notSupported("afterLast");
    }
}
