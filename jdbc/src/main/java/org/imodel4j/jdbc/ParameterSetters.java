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
import java.sql.PreparedStatement;
import java.sql.Ref;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import org.jspecify.annotations.Nullable;

/** The many setters of parameters, all of which come down to one. */
abstract sealed class ParameterSetters extends JdbcStatement implements PreparedStatement
        permits JdbcPreparedStatement {
    ParameterSetters(JdbcConnection connection) {
        super(connection);
    }

    /** @param parameter from 1 */
    abstract void set(int parameter, @Nullable Object value) throws SQLException;

    @Override
    public void setArray(int parameter, @Nullable Array value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public void setAsciiStream(int parameter, @Nullable InputStream value, int length) throws SQLException {
        set(parameter, Arguments.ascii(value, length));
    }

    @Override
    public void setAsciiStream(int parameter, @Nullable InputStream value, long length) throws SQLException {
        set(parameter, Arguments.ascii(value, length));
    }

    @Override
    public void setAsciiStream(int parameter, @Nullable InputStream value) throws SQLException {
        set(parameter, Arguments.ascii(value, -1));
    }

    @Override
    public void setBigDecimal(int parameter, @Nullable BigDecimal value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public void setBinaryStream(int parameter, @Nullable InputStream value, int length) throws SQLException {
        set(parameter, Arguments.beginning(value, length));
    }

    @Override
    public void setBinaryStream(int parameter, @Nullable InputStream value, long length) throws SQLException {
        set(parameter, Arguments.beginning(value, length));
    }

    @Override
    public void setBinaryStream(int parameter, @Nullable InputStream value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public void setBlob(int parameter, @Nullable InputStream value, long length) throws SQLException {
        set(parameter, Arguments.beginning(value, length));
    }

    @Override
    public void setBlob(int parameter, @Nullable InputStream value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public void setBlob(int parameter, @Nullable Blob value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public void setBoolean(int parameter, boolean value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public void setByte(int parameter, byte value) throws SQLException {
        set(parameter, (long) value);
    }

    @Override
    public void setBytes(int parameter, byte @Nullable [] value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public void setCharacterStream(int parameter, @Nullable Reader value, int length) throws SQLException {
        set(parameter, Arguments.beginning(value, length));
    }

    @Override
    public void setCharacterStream(int parameter, @Nullable Reader value, long length) throws SQLException {
        set(parameter, Arguments.beginning(value, length));
    }

    @Override
    public void setCharacterStream(int parameter, @Nullable Reader value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public void setClob(int parameter, @Nullable Reader value, long length) throws SQLException {
        set(parameter, Arguments.beginning(value, length));
    }

    @Override
    public void setClob(int parameter, @Nullable Reader value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public void setClob(int parameter, @Nullable Clob value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public void setDate(int parameter, @Nullable Date value, @Nullable Calendar zone) throws SQLException {
        set(parameter, Arguments.inZone(value, zone));
    }

    @Override
    public void setDate(int parameter, @Nullable Date value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public void setDouble(int parameter, double value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public void setFloat(int parameter, float value) throws SQLException {
        set(parameter, (double) value);
    }

    @Override
    public void setInt(int parameter, int value) throws SQLException {
        set(parameter, (long) value);
    }

    @Override
    public void setLong(int parameter, long value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public void setNCharacterStream(int parameter, @Nullable Reader value, long length) throws SQLException {
        set(parameter, Arguments.beginning(value, length));
    }

    @Override
    public void setNCharacterStream(int parameter, @Nullable Reader value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public void setNClob(int parameter, @Nullable Reader value, long length) throws SQLException {
        set(parameter, Arguments.beginning(value, length));
    }

    @Override
    public void setNClob(int parameter, @Nullable Reader value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public void setNClob(int parameter, @Nullable NClob value) throws SQLException {
        throw SqlState.notSupported("setNClob");
    }

    @Override
    public void setNString(int parameter, @Nullable String value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public void setNull(int parameter, int type, @Nullable String typeName) throws SQLException {
        set(parameter, null);
    }

    @Override
    public void setNull(int parameter, int type) throws SQLException {
        set(parameter, null);
    }

    @Override
    public void setObject(int parameter, @Nullable Object value, int type, int scaleOrLength) throws SQLException {
        setObject(parameter, value, type);
    }

    @Override
    public void setObject(int parameter, @Nullable Object value, int type) throws SQLException {
        set(parameter, Arguments.converted(value, type));
    }

    @Override
    public void setObject(int parameter, @Nullable Object value, SQLType type, int scaleOrLength) throws SQLException {
        setObject(parameter, value, type);
    }

    @Override
    public void setObject(int parameter, @Nullable Object value, SQLType type) throws SQLException {
        set(parameter, Arguments.converted(value, type.getVendorTypeNumber()));
    }

    @Override
    public void setObject(int parameter, @Nullable Object value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public void setRef(int parameter, @Nullable Ref value) throws SQLException {
        throw SqlState.notSupported("setRef");
    }

    @Override
    public void setRowId(int parameter, @Nullable RowId value) throws SQLException {
        throw SqlState.notSupported("setRowId");
    }

    @Override
    public void setSQLXML(int parameter, @Nullable SQLXML value) throws SQLException {
        throw SqlState.notSupported("setSQLXML");
    }

    @Override
    public void setShort(int parameter, short value) throws SQLException {
        set(parameter, (long) value);
    }

    @Override
    public void setString(int parameter, @Nullable String value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public void setTime(int parameter, @Nullable Time value, @Nullable Calendar zone) throws SQLException {
        set(parameter, Arguments.inZone(value, zone));
    }

    @Override
    public void setTime(int parameter, @Nullable Time value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public void setTimestamp(int parameter, @Nullable Timestamp value, @Nullable Calendar zone) throws SQLException {
        set(parameter, Arguments.inZone(value, zone));
    }

    @Override
    public void setTimestamp(int parameter, @Nullable Timestamp value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public void setURL(int parameter, @Nullable URL value) throws SQLException {
        throw SqlState.notSupported("setURL");
    }

    @Override
    @Deprecated
    public void setUnicodeStream(int parameter, @Nullable InputStream value, int length) throws SQLException {
        throw SqlState.notSupported("setUnicodeStream");
    }
}
