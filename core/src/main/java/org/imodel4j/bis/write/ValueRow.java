package org.imodel4j.bis.write;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import org.imodel4j.sqlite.SqliteStatement;
import org.jspecify.annotations.Nullable;

/** Values for the columns of one instance, before they are bound to statements. It is filled, written and cleared again and again. */
final class ValueRow {
    private static final byte UNSET = 0;
    private static final int LONGEST_SMALL = 256;

    private final byte[] kinds;
    private final long[] numbers;
    private final @Nullable Object[] objects;

    ValueRow(int columns) {
        this.kinds = new byte[columns];
        this.numbers = new long[columns];
        this.objects = new Object[columns];
    }

    void clear() {
        Arrays.fill(kinds, UNSET);
        Arrays.fill(objects, null);
    }

    int size() {
        return kinds.length;
    }

    boolean isSet(int column) {
        return kinds[column] != UNSET;
    }

    BitSet setColumns() {
        BitSet set = new BitSet(kinds.length);
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i] != UNSET) {
                set.set(i);
            }
        }
        return set;
    }

    /** Whether the value takes so little room that comparing costs less than writing. */
    boolean isSmall(int column) {
        return switch (kinds[column]) {
            case SqliteStatement.TEXT -> ((String) objects[column]).length() <= LONGEST_SMALL;
            case SqliteStatement.BLOB -> ((byte[]) objects[column]).length <= LONGEST_SMALL;
            default -> true;
        };
    }

    /** Whether a column of a row has the value that is set here, and the same type. */
    boolean isStored(int column, SqliteStatement in, int at) {
        if (in.columnType(at) != kinds[column]) {
            return false;
        }
        return switch (kinds[column]) {
            case SqliteStatement.INTEGER -> in.columnLong(at) == numbers[column];
            case SqliteStatement.REAL -> Double.doubleToRawLongBits(in.columnDouble(at)) == numbers[column];
            case SqliteStatement.TEXT -> Objects.equals(objects[column], in.columnText(at));
            case SqliteStatement.BLOB -> Arrays.equals((byte[]) objects[column], in.columnBlob(at));
            default -> true;
        };
    }

    void unset(int column) {
        kinds[column] = UNSET;
    }

    boolean isNull(int column) {
        return kinds[column] == SqliteStatement.NULL;
    }

    /** The whole number there, 0 when there is none. */
    long longAt(int column) {
        return kinds[column] == SqliteStatement.INTEGER ? numbers[column] : 0;
    }

    void setNull(int column) {
        kinds[column] = SqliteStatement.NULL;
    }

    void setLong(int column, long value) {
        kinds[column] = SqliteStatement.INTEGER;
        numbers[column] = value;
    }

    /** What is not finite becomes NULL, as in SQLite. */
    void setDouble(int column, double value) {
        if (Double.isNaN(value)) {
            setNull(column);
            return;
        }
        kinds[column] = SqliteStatement.REAL;
        numbers[column] = Double.doubleToRawLongBits(value);
    }

    void setText(int column, String value) {
        kinds[column] = SqliteStatement.TEXT;
        objects[column] = value;
    }

    void setBlob(int column, byte[] value) {
        kinds[column] = SqliteStatement.BLOB;
        objects[column] = value;
    }

    /** Binds the value; one that is not set leaves the parameter as it is. */
    void bind(int column, SqliteStatement to, int parameter) {
        switch (kinds[column]) {
            case SqliteStatement.NULL -> to.bindNull(parameter);
            case SqliteStatement.INTEGER -> to.bindLong(parameter, numbers[column]);
            case SqliteStatement.REAL -> to.bindDouble(parameter, Double.longBitsToDouble(numbers[column]));
            case SqliteStatement.TEXT -> to.bindText(parameter, (String) objects[column]);
            case SqliteStatement.BLOB -> to.bindBlob(parameter, (byte[]) objects[column]);
            default -> {}
        }
    }
}
