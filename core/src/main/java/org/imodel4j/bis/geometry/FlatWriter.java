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
 * or are empty, and lays them out when all are known. Layout and order of the fields are those that iTwin.js writes, as queries show streams
 * byte by byte.
 */
final class FlatWriter {
    /** Of the index: its own size and that of the table. */
    private static final int INDEX_HEAD = 2 * Short.BYTES;

    private final boolean keepsDefaults;
    private final List<Field> fields = new ArrayList<>();
    private Order order = Order.BY_SIZE;

    /** In which order fields are written, from the end of the table. */
    enum Order {
        /** What iTwin.js has from generated code: large fields first, and of those of one size the last one. */
        BY_SIZE,
        BY_NUMBER,
        AS_GIVEN
    }

    /**
     * A field.
     *
     * @param rank by which fields are put in order; structures rank as references
     * @param unit what its place is a multiple of
     * @param size in the table
     * @param put writes it at its place
     * @param target writes what it points to and answers where; null for a field that has its value in itself
     */
    private record Field(
            int number,
            int rank,
            int unit,
            int size,
            Put put,
            @Nullable ToIntFunction<FlatBytes> target) {}

    @FunctionalInterface
    private interface Put {
        void at(FlatBytes out, int at);
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
        FlatBytes buffer = new FlatBytes();
        int root = write(buffer, keepsDefaults, table);
        buffer.alignWhole(Integer.BYTES);
        buffer.pushOffset(root);
        buffer.appendTo(out);
    }

    private static int write(FlatBytes out, boolean keepsDefaults, Consumer<FlatWriter> table) {
        FlatWriter writer = new FlatWriter(keepsDefaults);
        table.accept(writer);
        return writer.layOut(out);
    }

    /** Says that this table is written by other code in iTwin.js. */
    FlatWriter in(Order other) {
        order = other;
        return this;
    }

    private int layOut(FlatBytes out) {
        int numbers = 0;
        int[] targets = new int[fields.size()];
        for (int i = 0; i < targets.length; i++) {
            ToIntFunction<FlatBytes> target = fields.get(i).target;
            targets[i] = target == null ? 0 : target.applyAsInt(out);
            numbers = Math.max(numbers, fields.get(i).number + 1);
        }
        int start = out.size();
        int[] places = new int[numbers];
        for (int i : written()) {
            Field field = fields.get(i);
            if (field.target == null) {
                out.align(field.unit, 0);
                field.put.at(out, out.zeros(field.size));
            } else {
                out.pushOffset(targets[i]);
            }
            places[field.number] = out.size();
        }
        out.align(Integer.BYTES, 0);
        int table = out.zeros(Integer.BYTES);
        for (int number = numbers - 1; number >= 0; number--) {
            out.push16(places[number] == 0 ? 0 : table - places[number]);
        }
        int indexSize = INDEX_HEAD + Short.BYTES * numbers;
        out.push16(table - start);
        out.push16(indexSize);
        out.put32(table, out.shareIndex(indexSize) - table);
        return table;
    }

    /** The positions of the fields in the order in which they are written. */
    private int[] written() {
        int[] positions = new int[fields.size()];
        for (int i = 0; i < positions.length; i++) {
            int at = i;
            for (; at > 0 && isBefore(fields.get(i), fields.get(positions[at - 1])); at--) {
                positions[at] = positions[at - 1];
            }
            positions[at] = i;
        }
        return positions;
    }

    private boolean isBefore(Field field, Field other) {
        return switch (order) {
            case AS_GIVEN -> false;
            case BY_NUMBER -> field.number < other.number;
            case BY_SIZE -> field.rank > other.rank || field.rank == other.rank && field.number > other.number;
        };
    }

    private void value(int field, int size, Put put) {
        fields.add(new Field(field, size, size, size, put, null));
    }

    private void reference(int field, ToIntFunction<FlatBytes> target) {
        fields.add(new Field(field, Integer.BYTES, Integer.BYTES, Integer.BYTES, (out, at) -> {}, target));
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
            out.put32(at - Integer.BYTES, second);
        };
        return struct(field, 2 * Integer.BYTES, integers, numbers);
    }

    private FlatWriter struct(int field, int restSize, Put rest, double... numbers) {
        int size = Double.BYTES * numbers.length;
        Put put = (out, at) -> {
            for (int i = 0; i < numbers.length; i++) {
                out.putReal(at - Double.BYTES * i, numbers[i]);
            }
            rest.at(out, at - size);
        };
        fields.add(new Field(field, Integer.BYTES, Double.BYTES, size + restSize, put, null));
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
            int[] places = new int[items.size()];
            for (int i = 0; i < places.length; i++) {
                T item = items.get(i);
                places[i] = write(out, keepsDefaults, writer -> table.accept(writer, item));
            }
            alignVector(out, Integer.BYTES, Integer.BYTES * places.length);
            for (int i = places.length - 1; i >= 0; i--) {
                out.pushOffset(places[i]);
            }
            return count(out, places.length);
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
            int size = Double.BYTES * numbers.length;
            alignVector(out, Double.BYTES, size);
            int first = out.zeros(size);
            for (int i = 0; i < numbers.length; i++) {
                out.putReal(first - Double.BYTES * i, numbers[i]);
            }
            return count(out, numbers.length / each);
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
            int size = Integer.BYTES * numbers.length;
            alignVector(out, Integer.BYTES, size);
            int first = out.zeros(size);
            for (int i = 0; i < numbers.length; i++) {
                out.put32(first - Integer.BYTES * i, numbers[i]);
            }
            return count(out, numbers.length);
        });
        return this;
    }

    /** A vector of {@code count} items whose bytes these are. */
    FlatWriter bytes(int field, byte[] bytes, int count, int unit) {
        reference(field, out -> {
            alignVector(out, unit, bytes.length);
            out.push(bytes);
            return count(out, count);
        });
        return this;
    }

    /** A string, with the zero at its end that readers in other languages count on. */
    FlatWriter text(int field, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        reference(field, out -> {
            out.align(Integer.BYTES, utf8.length + 1);
            int end = out.zeros(1);
            out.push(utf8);
            return count(out, out.size() - end);
        });
        return this;
    }

    /** Makes sure that items of that size in all, and their number, come to be aligned. */
    private static void alignVector(FlatBytes out, int unit, int size) {
        out.align(Integer.BYTES, size);
        out.align(unit, size);
    }

    /** Puts the number of items in front of them; answers the place of the vector. */
    private static int count(FlatBytes out, int count) {
        out.push32(count);
        return out.size();
    }
}
