package org.imodel4j.bis.geometry;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A table of a {@link FlatBuffer}: its fields by their numbers; those that are absent have their defaults. */
final class FlatTable {
    private static final int FIRST_FIELD = 2 * Short.BYTES;

    private final FlatBuffer buffer;
    private final ByteBuffer bytes;
    private final int place;
    private final int index;
    private final int indexSize;
    private final int depth;

    FlatTable(FlatBuffer buffer, int place, int index, int indexSize, int depth) {
        this.buffer = buffer;
        this.bytes = buffer.bytes();
        this.place = place;
        this.index = index;
        this.indexSize = indexSize;
        this.depth = depth;
    }

    boolean has(int field) {
        return at(field, 0) > 0;
    }

    /** Where the field is, 0 when it is absent; that many bytes are there. */
    private int at(int field, int size) {
        int entry = FIRST_FIELD + Short.BYTES * field;
        if (entry + Short.BYTES > indexSize) {
            return 0;
        }
        int offset = bytes.getShort(index + entry) & 0xffff;
        if (offset == 0) {
            return 0;
        }
        buffer.check(place + offset, size);
        return place + offset;
    }

    int uint8(int field) {
        int at = at(field, Byte.BYTES);
        return at == 0 ? 0 : bytes.get(at) & 0xff;
    }

    int int8(int field) {
        int at = at(field, Byte.BYTES);
        return at == 0 ? 0 : bytes.get(at);
    }

    boolean bool(int field) {
        return uint8(field) != 0;
    }

    int uint16(int field) {
        int at = at(field, Short.BYTES);
        return at == 0 ? 0 : bytes.getShort(at) & 0xffff;
    }

    int int32(int field) {
        int at = at(field, Integer.BYTES);
        return at == 0 ? 0 : bytes.getInt(at);
    }

    long int64(int field) {
        int at = at(field, Long.BYTES);
        return at == 0 ? 0 : bytes.getLong(at);
    }

    double real(int field) {
        return real(field, 0);
    }

    double real(int field, double absent) {
        int at = at(field, Double.BYTES);
        return at == 0 ? absent : bytes.getDouble(at);
    }

    /** A structure of that many bytes. */
    FlatStruct struct(int field, int size) {
        return new FlatStruct(bytes, at(field, size));
    }

    @Nullable
    FlatTable tryTable(int field) {
        int at = at(field, Integer.BYTES);
        return at == 0 ? null : buffer.table(at, depth + 1);
    }

    /** As {@link #tryTable} for a table that has to be there. */
    FlatTable table(int field) {
        FlatTable table = tryTable(field);
        if (table == null) {
            throw Damaged.stream("a table is missing");
        }
        return table;
    }

    FlatVector vector(int field, int itemSize) {
        int at = at(field, Integer.BYTES);
        return at == 0 ? FlatVector.EMPTY : new FlatVector(buffer, buffer.vector(at, itemSize), itemSize, depth);
    }

    double[] reals(int field) {
        return vector(field, Double.BYTES).reals(1);
    }

    int[] ints(int field) {
        return vector(field, Integer.BYTES).ints(1);
    }

    byte[] bytes(int field) {
        return vector(field, Byte.BYTES).bytes();
    }

    /** A string, null when it is absent; bytes that are no UTF-8 become U+FFFD. */
    @Nullable
    String tryText(int field) {
        return has(field) ? new String(bytes(field), StandardCharsets.UTF_8) : null;
    }
}
