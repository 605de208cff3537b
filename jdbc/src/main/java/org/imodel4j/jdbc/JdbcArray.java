package org.imodel4j.jdbc;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.imodel4j.ecsql.resolve.ValueType;
import org.jspecify.annotations.Nullable;

/** An array. Its text is the JSON in which rows spell it. Stays valid until it is freed. */
final class JdbcArray implements Array {
    private final SqlType item;
    private final @Nullable String json;
    private @Nullable Object @Nullable [] items;

    /** @param json null for one that an application made */
    JdbcArray(SqlType item, @Nullable Object[] items, @Nullable String json) {
        this.item = item;
        this.items = items.clone();
        this.json = json;
    }

    private @Nullable Object[] items() throws SQLException {
        @Nullable Object[] known = items;
        if (known == null) {
            throw SqlState.CLOSED.exception("The array was freed");
        }
        return known;
    }

    @Override
    public String getBaseTypeName() throws SQLException {
        items();
        return item.name();
    }

    @Override
    public int getBaseType() throws SQLException {
        items();
        return item.code();
    }

    @Override
    public Object getArray() throws SQLException {
        return items().clone();
    }

    @Override
    public Object getArray(@Nullable Map<String, Class<?>> map) throws SQLException {
        JdbcStruct.requireNoMapping(map);
        return getArray();
    }

    /** @param index from 1 */
    @Override
    public Object getArray(long index, int count) throws SQLException {
        int length = items().length;
        if (index < 1 || index > length + 1L || count < 0) {
            throw SqlState.INVALID_ARGUMENT.exception("The array has no such part");
        }
        int start = (int) index - 1;
        return Arrays.copyOfRange(items(), start, Math.min(length, start + count));
    }

    @Override
    public Object getArray(long index, int count, @Nullable Map<String, Class<?>> map) throws SQLException {
        JdbcStruct.requireNoMapping(map);
        return getArray(index, count);
    }

    @Override
    public ResultSet getResultSet() throws SQLException {
        return getResultSet(1, items().length);
    }

    @Override
    public ResultSet getResultSet(@Nullable Map<String, Class<?>> map) throws SQLException {
        JdbcStruct.requireNoMapping(map);
        return getResultSet();
    }

    @Override
    public ResultSet getResultSet(long index, int count) throws SQLException {
        Object[] part = (Object[]) getArray(index, count);
        MadeRows rows = new MadeRows(List.of(
                ResultColumn.made(0, "INDEX", SqlType.BIGINT),
                new ResultColumn(1, -1, "VALUE", "", ResultColumn.Kind.ANY, item, ValueType.UNKNOWN)));
        for (int i = 0; i < part.length; i++) {
            rows.add(index + i, part[i]);
        }
        return new JdbcResultSet(null, rows);
    }

    @Override
    public ResultSet getResultSet(long index, int count, @Nullable Map<String, Class<?>> map) throws SQLException {
        JdbcStruct.requireNoMapping(map);
        return getResultSet(index, count);
    }

    @Override
    public void free() {
        items = null;
    }

    @Override
    public String toString() {
        return json == null ? Arrays.deepToString(items) : json;
    }
}
