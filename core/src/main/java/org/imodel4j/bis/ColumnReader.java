package org.imodel4j.bis;

import org.imodel4j.bis.geometry.GeometryBlob;
import org.imodel4j.ec.DateTimeInfo;
import org.imodel4j.json.JsonWriter;

/** Reads a value that stands in one column. */
sealed interface ColumnReader extends ValueReader {
    int column();

    @Override
    default boolean isNull(Row row) {
        return row.isNull(column());
    }

    record Text(int column) implements ColumnReader {
        @Override
        public void write(Row row, JsonWriter out) {
            row.columns.writeText(column, out);
        }
    }

    record Integer(int column) implements ColumnReader {
        @Override
        public void write(Row row, JsonWriter out) {
            out.value(row.columns.columnLong(column));
        }
    }

    record Number(int column) implements ColumnReader {
        @Override
        public void write(Row row, JsonWriter out) {
            out.value(row.columns.columnDouble(column));
        }
    }

    record Bool(int column) implements ColumnReader {
        @Override
        public void write(Row row, JsonWriter out) {
            out.value(row.columns.columnLong(column) != 0);
        }
    }

    record DateTime(int column, DateTimeInfo info) implements ColumnReader {
        @Override
        public void write(Row row, JsonWriter out) {
            row.writeDateTime(row.columns.columnDouble(column), info, out);
        }
    }

    /** Geometry as iModelJson; bytes that are none read as absent. */
    record Geometry(int column) implements ColumnReader {
        @Override
        public boolean isNull(Row row) {
            return row.isNull(column) || !GeometryBlob.isWritable(row.bytes(column));
        }

        @Override
        public void write(Row row, JsonWriter out) {
            GeometryBlob.writeJson(row.bytes(column), out);
        }
    }

    /** @param guid 16 bytes are written as a GUID; others stay bytes */
    record Binary(int column, boolean guid, ValueStyle style) implements ColumnReader {
        @Override
        public void write(Row row, JsonWriter out) {
            byte[] bytes = row.bytes(column);
            if (guid && bytes.length == 16) {
                out.guid(bytes);
            } else {
                style.writeBinary(bytes, row, out);
            }
        }
    }
}
