package org.imodel4j.jdbc;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that the driver makes itself: what {@code DatabaseMetaData} answers, and the items of arrays. */
final class MadeRows implements Rows {
    private final List<ResultColumn> columns;
    private final List<@Nullable Object[]> rows = new ArrayList<>();
    private int at = -1;

    MadeRows(List<ResultColumn> columns) {
        this.columns = columns;
    }

    /**
     * Columns as the standard lists them, such as {@code "TABLE_SCHEM TABLE_NAME KEY_SEQ:short"}; without a type they are VARCHAR.
     */
    static MadeRows withColumns(String names) {
        List<ResultColumn> columns = new ArrayList<>();
        for (String name : names.split(" ")) {
            int colon = name.indexOf(':');
            SqlType type =
                    switch (colon < 0 ? "" : name.substring(colon + 1)) {
                        case "" -> SqlType.VARCHAR;
                        case "short" -> SqlType.SMALLINT;
                        case "int" -> SqlType.INTEGER;
                        case "boolean" -> SqlType.BOOLEAN;
                        default -> throw new IllegalArgumentException(name);
                    };
            String label = colon < 0 ? name : name.substring(0, colon);
            columns.add(ResultColumn.made(columns.size(), label, type));
        }
        return new MadeRows(List.copyOf(columns));
    }

    /** Adds a row of String, Integer, Long, Boolean and null; as many as there are columns. */
    MadeRows add(@Nullable Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(values.length + " values for " + columns.size() + " columns");
        }
        rows.add(values);
        return this;
    }

    /** Puts the rows in the order of their texts in some columns, as the standard asks for. */
    MadeRows sortedBy(int... keys) {
        rows.sort((left, right) -> {
            for (int key : keys) {
                int order = compare(left[key], right[key]);
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        });
        return this;
    }

    private static int compare(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Integer a && right instanceof Integer b) {
            return a.compareTo(b);
        }
        return String.valueOf(left).compareTo(String.valueOf(right));
    }

    @Override
    public List<ResultColumn> columns() {
        return columns;
    }

    @Override
    public boolean next() {
        at++;
        return at < rows.size();
    }

    private @Nullable Object value(int column) {
        return rows.get(at)[column];
    }

    @Override
    public boolean isNull(int column) {
        return value(column) == null;
    }

    @Override
    public long getLong(int column) {
        Object value = value(column);
        return value instanceof Number number ? number.longValue() : Boolean.TRUE.equals(value) ? 1 : 0;
    }

    @Override
    public double getDouble(int column) {
        return value(column) instanceof Number number ? number.doubleValue() : 0;
    }

    @Override
    public @Nullable String getText(int column) {
        Object value = value(column);
        return value == null ? null : value.toString();
    }

    @Override
    public byte @Nullable [] getBytes(int column) {
        return value(column) instanceof byte[] bytes ? bytes : null;
    }

    @Override
    public @Nullable Object getObject(int column) {
        return value(column);
    }

    @Override
    public <T> @Nullable T tryUnwrap(Class<T> type) {
        return null;
    }

    @Override
    public void close() {
        rows.clear();
    }
}
