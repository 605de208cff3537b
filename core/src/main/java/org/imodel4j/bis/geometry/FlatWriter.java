package org.imodel4j.bis.geometry;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.imodel4j.geometry.Point3d;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table in the form that {@link FlatBuffer} reads: it takes the fields one by one, leaves out those that have their default
 * or are empty, and lays them out when all are known. A table comes before what it points to, as offsets point forward.
 */
final class FlatWriter {
    /** Of the index: its own size and that of the table. */
    private static final int INDEX_HEAD = 2 * Short.BYTES;

    private final boolean keepsDefaults;
    private final List<Field> fields = new ArrayList<>();

    /**
     * A field.
     *
     * @param unit what its place is a multiple of
     * @param size in the table
     * @param put writes it at its place
     * @param target writes what it points to and answers where; null for a field that has its value in itself
     */
    private record Field(
            int number,
            int unit,
            int size,
            Put put,
            @Nullable ToIntFunction<StreamBytes> target) {}

    @FunctionalInterface
    private interface Put {
        void at(StreamBytes out, int at);
    }

    private FlatWriter(boolean keepsDefaults) {
        this.keepsDefaults = keepsDefaults;
    }

    /** Appends a buffer, which has to begin at a multiple of eight bytes, with the fields that {@code table} gives. */
    static void root(StreamBytes out, Consumer<FlatWriter> table) {
        root(out, false, table);
    }

    /** As {@link #root(StreamBytes, Consumer)}; numbers that are zero are written as well if {@code keepsDefaults}. */
    static void root(StreamBytes out, boolean keepsDefaults, Consumer<FlatWriter> table) {
        int offset = out.zeros(Integer.BYTES);
        out.put32(offset, write(out, keepsDefaults, table) - offset);
    }

    private static int write(StreamBytes out, boolean keepsDefaults, Consumer<FlatWriter> table) {
        FlatWriter writer = new FlatWriter(keepsDefaults);
        table.accept(writer);
        return writer.layOut(out);
    }

    private int layOut(StreamBytes out) {
        int numbers = 0;
        for (Field field : fields) {
            numbers = Math.max(numbers, field.number + 1);
        }
        int indexSize = INDEX_HEAD + Short.BYTES * numbers;
        // What follows the first four bytes of the table is aligned to eight.
        out.align(Double.BYTES, Double.BYTES - Integer.BYTES - indexSize);
        int index = out.zeros(indexSize);
        int table = out.zeros(Integer.BYTES);
        out.put16(index, indexSize);
        out.put32(table, table - index);
        int[] places = new int[fields.size()];
        for (int unit = Double.BYTES; unit > 0; unit /= 2) {
            for (int i = 0; i < places.length; i++) {
                Field field = fields.get(i);
                if (field.unit == unit) {
                    places[i] = out.zeros(field.size);
                    field.put.at(out, places[i]);
                    out.put16(index + INDEX_HEAD + Short.BYTES * field.number, places[i] - table);
                }
            }
        }
        out.put16(index + Short.BYTES, out.length() - table);
        for (int i = 0; i < places.length; i++) {
            ToIntFunction<StreamBytes> target = fields.get(i).target;
            if (target != null) {
                out.put32(places[i], target.applyAsInt(out) - places[i]);
            }
        }
        return table;
    }

    private void value(int field, int size, Put put) {
        fields.add(new Field(field, size, size, put, null));
    }

    private void reference(int field, ToIntFunction<StreamBytes> target) {
        fields.add(new Field(field, Integer.BYTES, Integer.BYTES, (out, at) -> {}, target));
    }

    FlatWriter int8(int field, int value) {
        if (value != 0 || keepsDefaults) {
            value(field, Byte.BYTES, (out, at) -> out.put8(at, value));
        }
        return this;
    }

    FlatWriter bool(int field, boolean value) {
        return int8(field, value ? 1 : 0);
    }

    FlatWriter int16(int field, int value) {
        if (value != 0 || keepsDefaults) {
            value(field, Short.BYTES, (out, at) -> out.put16(at, value));
        }
        return this;
    }

    FlatWriter int32(int field, int value) {
        if (value != 0 || keepsDefaults) {
            value(field, Integer.BYTES, (out, at) -> out.put32(at, value));
        }
        return this;
    }

    FlatWriter int64(int field, long value) {
        if (value != 0 || keepsDefaults) {
            value(field, Long.BYTES, (out, at) -> out.put64(at, value));
        }
        return this;
    }

    FlatWriter real(int field, double value) {
        return real(field, value, 0);
    }

    FlatWriter real(int field, double value, double absent) {
        if (value != absent || keepsDefaults) {
            value(field, Double.BYTES, (out, at) -> out.putReal(at, value));
        }
        return this;
    }

    /** A structure of numbers. */
    FlatWriter struct(int field, double... numbers) {
        return struct(field, 0, (out, at) -> {}, numbers);
    }

    /** A structure of a point or a vector; nothing for null. */
    FlatWriter struct(int field, @Nullable Point3d point) {
        return point == null ? this : struct(field, point.x(), point.y(), point.z());
    }

    /** A structure of numbers and a flag. */
    FlatWriter struct(int field, boolean flag, double... numbers) {
        return struct(field, Double.BYTES, (out, at) -> out.put8(at, flag ? 1 : 0), numbers);
    }

    /** A structure of numbers and two integers. */
    FlatWriter struct(int field, int first, int second, double... numbers) {
        Put integers = (out, at) -> {
            out.put32(at, first);
            out.put32(at + Integer.BYTES, second);
        };
        return struct(field, 2 * Integer.BYTES, integers, numbers);
    }

    private FlatWriter struct(int field, int restSize, Put rest, double... numbers) {
        int size = Double.BYTES * numbers.length;
        Put put = (out, at) -> {
            for (int i = 0; i < numbers.length; i++) {
                out.putReal(at + Double.BYTES * i, numbers[i]);
            }
            rest.at(out, at + size);
        };
        fields.add(new Field(field, Double.BYTES, size + restSize, put, null));
        return this;
    }

    FlatWriter table(int field, Consumer<FlatWriter> table) {
        reference(field, out -> write(out, keepsDefaults, table));
        return this;
    }

    /** A vector of tables, one for each item; absent when there is none. */
    <T> FlatWriter tables(int field, List<T> items, BiConsumer<FlatWriter, T> table) {
        if (items.isEmpty()) {
            return this;
        }
        reference(field, out -> {
            int vector = vector(out, items.size(), Integer.BYTES, Integer.BYTES * items.size());
            for (int i = 0; i < items.size(); i++) {
                T item = items.get(i);
                int at = vector + Integer.BYTES * (i + 1);
                out.put32(at, write(out, keepsDefaults, writer -> table.accept(writer, item)) - at);
            }
            return vector;
        });
        return this;
    }

    /** A vector of numbers; absent when there is none. */
    FlatWriter reals(int field, double[] numbers) {
        return structs(field, numbers, 1);
    }

    /** A vector of structures of {@code each} numbers; absent when there is none. */
    FlatWriter structs(int field, double[] numbers, int each) {
        return numbers.length == 0 ? this : structsOrNone(field, numbers, each);
    }

    /** As {@link #structs}; an empty vector when there is none. */
    FlatWriter structsOrNone(int field, double[] numbers, int each) {
        reference(field, out -> {
            int vector = vector(out, numbers.length / each, Double.BYTES, Double.BYTES * numbers.length);
            for (int i = 0; i < numbers.length; i++) {
                out.putReal(vector + Integer.BYTES + Double.BYTES * i, numbers[i]);
            }
            return vector;
        });
        return this;
    }

    /** A vector of integers; absent when there is none. */
    FlatWriter ints(int field, int[] numbers) {
        return numbers.length == 0 ? this : intsOrNone(field, numbers);
    }

    /** As {@link #ints}; an empty vector when there is none. */
    FlatWriter intsOrNone(int field, int[] numbers) {
        reference(field, out -> {
            int vector = vector(out, numbers.length, Integer.BYTES, Integer.BYTES * numbers.length);
            for (int i = 0; i < numbers.length; i++) {
                out.put32(vector + Integer.BYTES * (i + 1), numbers[i]);
            }
            return vector;
        });
        return this;
    }

    /** A vector of {@code count} items whose bytes these are. */
    FlatWriter bytes(int field, byte[] bytes, int count, int unit) {
        reference(field, out -> {
            int vector = vector(out, count, unit, 0);
            out.append(bytes);
            return vector;
        });
        return this;
    }

    /** A string, with the zero at its end that readers in other languages count on. */
    FlatWriter text(int field, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        reference(field, out -> {
            int vector = vector(out, utf8.length, Integer.BYTES, 0);
            out.append(utf8);
            out.zeros(1);
            return vector;
        });
        return this;
    }

    /** Appends the number of items, so that the items after it are aligned, and room for them. */
    private static int vector(StreamBytes out, int count, int unit, int size) {
        out.align(Math.max(unit, Integer.BYTES), unit > Integer.BYTES ? unit - Integer.BYTES : 0);
        int vector = out.zeros(Integer.BYTES);
        out.put32(vector, count);
        out.zeros(size);
        return vector;
    }
}
