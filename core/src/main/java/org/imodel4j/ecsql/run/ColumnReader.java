package org.imodel4j.ecsql.run;

import org.imodel4j.bis.geometry.GeometryBlob;
import org.imodel4j.ec.DateTimeInfo;
import org.imodel4j.json.JsonWriter;
import org.imodel4j.sqlite.SqliteStatement;
import org.jspecify.annotations.Nullable;

/**
 * Writes one ECSQL column of the current row. Made once for a statement and shared by all that run it; has no state.
 *
 * <p>Each call into SQLite costs more than the work around it. So numbers are read first, and only a zero is asked whether it is
 * a NULL.
 */
sealed interface ColumnReader {
    void write(SqliteStatement row, RowSink sink);

    private static boolean isNull(SqliteStatement row, int column) {
        return row.columnType(column) == SqliteStatement.NULL;
    }

    /** An id of 0 is none. */
    record OfId(int column) implements ColumnReader {
        @Override
        public void write(SqliteStatement row, RowSink sink) {
            long id = row.columnLong(column);
            if (id != 0) {
                sink.begin().hexId(id);
            } else if (!isNull(row, column)) {
                sink.nothing();
            }
        }
    }

    record OfClassName(int column, ClassNames names) implements ColumnReader {
        @Override
        public void write(SqliteStatement row, RowSink sink) {
            long id = row.columnLong(column);
            if (id != 0) {
                names.write(id, sink.begin());
            } else if (!isNull(row, column)) {
                sink.nothing();
            }
        }
    }

    /** A column that is NULL by its type, whatever later arms of a compound query put there. */
    record OfNothing() implements ColumnReader {
        @Override
        public void write(SqliteStatement row, RowSink sink) {}
    }

    /** A real number beyond all whole ones stays what it is. */
    record OfLong(int column) implements ColumnReader {
        @Override
        public void write(SqliteStatement row, RowSink sink) {
            long value = row.columnLong(column);
            if (value == Long.MAX_VALUE || value == Long.MIN_VALUE) {
                extreme(row, value, sink);
            } else if (value != 0 || !isNull(row, column)) {
                sink.begin().value(value);
            }
        }

        private void extreme(SqliteStatement row, long value, RowSink sink) {
            if (row.columnType(column) == SqliteStatement.REAL) {
                sink.begin().value(row.columnDouble(column));
            } else {
                sink.begin().value(value);
            }
        }
    }

    record OfDouble(int column) implements ColumnReader {
        @Override
        public void write(SqliteStatement row, RowSink sink) {
            double value = row.columnDouble(column);
            if (!Double.isFinite(value)) {
                sink.nothing();
            } else if (value != 0 || !isNull(row, column)) {
                sink.begin().value(value);
            }
        }
    }

    /** A number with a decimal point, also when it is whole. */
    record OfReal(int column) implements ColumnReader {
        @Override
        public void write(SqliteStatement row, RowSink sink) {
            double value = row.columnDouble(column);
            if (value != 0 || !isNull(row, column)) {
                InstanceNumbers.write(sink.begin(), value);
            }
        }
    }

    record OfBoolean(int column) implements ColumnReader {
        @Override
        public void write(SqliteStatement row, RowSink sink) {
            long value = row.columnLong(column);
            if (value != 0 || !isNull(row, column)) {
                // The reference looks at 32 bits.
                sink.begin().value((int) value != 0);
            }
        }
    }

    record OfText(int column) implements ColumnReader {
        @Override
        public void write(SqliteStatement row, RowSink sink) {
            byte[] utf8 = row.columnBlob(column);
            if (utf8 != null) {
                sink.begin().utf8String(utf8);
            } else if (!isNull(row, column)) {
                sink.begin().value("");
            }
        }
    }

    record OfBlob(int column, boolean abbreviated) implements ColumnReader {
        @Override
        public void write(SqliteStatement row, RowSink sink) {
            byte[] bytes = row.columnBlob(column);
            if (bytes == null && isNull(row, column)) {
                return;
            }
            blob(sink.begin(), bytes == null ? new byte[0] : bytes, abbreviated);
        }

        static void blob(JsonWriter out, byte[] bytes, boolean abbreviated) {
            if (bytes.length == 0 && !abbreviated) {
                out.value("");
            } else if (abbreviated) {
                out.value("{\"bytes\":" + bytes.length + '}');
            } else {
                out.base64("encoding=base64;", bytes);
            }
        }
    }

    /** Written as it was before it was packed for the file. */
    record OfGeometryStream(int column) implements ColumnReader {
        @Override
        public void write(SqliteStatement row, RowSink sink) {
            byte[] packed = row.columnBlob(column);
            if (packed != null) {
                OfBlob.blob(sink.begin(), SnappyBlob.unpack(packed), false);
            }
        }
    }

    /** As iModelJson; bytes that are no geometry are absent. */
    record OfGeometry(int column) implements ColumnReader {
        @Override
        public void write(SqliteStatement row, RowSink sink) {
            byte[] bytes = row.columnBlob(column);
            if (bytes != null && GeometryBlob.isWritable(bytes)) {
                GeometryBlob.writeJson(bytes, sink.begin());
            }
        }
    }

    record OfGuid(int column) implements ColumnReader {
        @Override
        public void write(SqliteStatement row, RowSink sink) {
            byte[] bytes = row.columnBlob(column);
            if (bytes != null && bytes.length == 16) {
                sink.begin().guid(bytes);
            } else if (bytes != null) {
                OfBlob.blob(sink.begin(), bytes, false);
            }
        }
    }

    record OfDateTime(int column, @Nullable DateTimeInfo info) implements ColumnReader {
        @Override
        public void write(SqliteStatement row, RowSink sink) {
            double day = row.columnDouble(column);
            if (day != 0 || !isNull(row, column)) {
                byte[] text = sink.scratch();
                sink.begin().utf8String(text, 0, JulianDay.write(day, info, text));
            }
        }

        static void text(JsonWriter out, double day, @Nullable DateTimeInfo info) {
            byte[] text = new byte[JulianDay.MAX_LENGTH];
            out.utf8String(text, 0, JulianDay.write(day, info, text));
        }
    }

    /** Number, text or blob as the row has it. */
    record OfAny(int column) implements ColumnReader {
        @Override
        public void write(SqliteStatement row, RowSink sink) {
            switch (row.columnType(column)) {
                case SqliteStatement.INTEGER -> sink.begin().value(row.columnLong(column));
                case SqliteStatement.REAL -> sink.begin().value(row.columnDouble(column));
                case SqliteStatement.TEXT -> row.writeText(column, sink.begin());
                case SqliteStatement.BLOB -> {
                    byte[] bytes = row.columnBlob(column);
                    OfBlob.blob(sink.begin(), bytes == null ? new byte[0] : bytes, false);
                }
                default -> {}
            }
        }
    }

    /** Text is JSON already, a number is a class id. */
    record OfJson(int column, @Nullable ClassNames classNames) implements ColumnReader {
        @Override
        public void write(SqliteStatement row, RowSink sink) {
            if (row.columnType(column) == SqliteStatement.INTEGER) {
                if (classNames == null) {
                    sink.begin().hexId(row.columnLong(column));
                } else {
                    classNames.write(row.columnLong(column), sink.begin());
                }
                return;
            }
            byte[] json = row.columnBlob(column);
            if (json != null) {
                sink.begin().raw(json, 0, json.length);
            }
        }
    }

    /** Absent when any coordinate is NULL. */
    record OfPoint(int first, byte[][] names, boolean wholeReals) implements ColumnReader {
        @Override
        public void write(SqliteStatement row, RowSink sink) {
            double x = row.columnDouble(first);
            double y = row.columnDouble(first + 1);
            double z = names.length > 2 ? row.columnDouble(first + 2) : 1;
            if ((x == 0 && isNull(row, first))
                    || (y == 0 && isNull(row, first + 1))
                    || (z == 0 && isNull(row, first + 2))) {
                return;
            }
            JsonWriter out = sink.begin().beginObject();
            coordinate(out.name(names[0]), x);
            coordinate(out.name(names[1]), y);
            if (names.length > 2) {
                coordinate(out.name(names[2]), z);
            }
            out.endObject();
        }

        private void coordinate(JsonWriter out, double value) {
            if (wholeReals) {
                InstanceNumbers.write(out, value);
            } else {
                out.value(value);
            }
        }
    }

    /** @param classNames null when class ids stay ids */
    record OfNavigation(
            int first,
            byte[] idName,
            byte[] className,
            @Nullable ClassNames classNames) implements ColumnReader {
        @Override
        public void write(SqliteStatement row, RowSink sink) {
            long id = row.columnLong(first);
            if (id == 0 && isNull(row, first)) {
                return;
            }
            JsonWriter out = sink.begin().beginObject();
            out.name(idName);
            if (id == 0) {
                out.value("0");
            } else {
                out.hexId(id);
            }
            long classId = row.columnLong(first + 1);
            if (classId != 0) {
                out.name(className);
                if (classNames == null) {
                    out.hexId(classId);
                } else {
                    classNames.write(classId, out);
                }
            }
            out.endObject();
        }
    }

    /** Absent when all members are. */
    record OfStruct(byte[][] names, ColumnReader[] members) implements ColumnReader {
        @Override
        public void write(SqliteStatement row, RowSink sink) {
            RowSink inner = new RowSink(sink);
            for (int i = 0; i < members.length; i++) {
                inner.nextMember(names[i]);
                members[i].write(row, inner);
            }
            inner.endObject();
        }
    }

    record OfArray(int column, ArrayItems items) implements ColumnReader {
        @Override
        public void write(SqliteStatement row, RowSink sink) {
            byte[] json = row.columnBlob(column);
            if (json != null) {
                items.write(json, sink);
            }
        }
    }
}
