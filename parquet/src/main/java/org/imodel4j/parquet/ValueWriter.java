package org.imodel4j.parquet;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.ecsql.run.RowOptions;
import org.imodel4j.ecsql.run.ValueFormat;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Id64;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** Writes the value of one column, or of one part of a composite column, of the current row. */
sealed interface ValueWriter {
    boolean isNull(ECSqlCursor row);

    /** Called for what is not null only. */
    void write(ECSqlCursor row, RecordConsumer out);

    /** What lies in one SQL column. */
    sealed interface Part extends ValueWriter {
        int column();

        int part();

        @Override
        default boolean isNull(ECSqlCursor row) {
            return row.isNull(column(), part());
        }
    }

    record OfLong(int column, int part) implements Part {
        @Override
        public void write(ECSqlCursor row, RecordConsumer out) {
            out.addLong(row.getLong(column, part));
        }
    }

    record OfInteger(int column, int part, String name) implements Part {
        @Override
        public void write(ECSqlCursor row, RecordConsumer out) {
            out.addInteger(narrowed(row.getLong(column, part), name));
        }

        static int narrowed(long value, String name) {
            if (value != (int) value) {
                throw new IModelException(Status.BAD_ARG, "Value of an int property has more than 32 bits")
                        .with("column", name)
                        .with("value", value);
            }
            return (int) value;
        }
    }

    record OfDouble(int column, int part) implements Part {
        @Override
        public void write(ECSqlCursor row, RecordConsumer out) {
            out.addDouble(row.getPart(column, part));
        }
    }

    record OfBoolean(int column, int part) implements Part {
        @Override
        public void write(ECSqlCursor row, RecordConsumer out) {
            out.addBoolean(row.getLong(column, part) != 0);
        }
    }

    /** Text lies in the file as UTF-8, which is what Parquet wants. */
    record OfText(int column, int part) implements Part {
        @Override
        public void write(ECSqlCursor row, RecordConsumer out) {
            out.addBinary(bytes(row.getBlob(column, part)));
        }
    }

    record OfBytes(int column, int part) implements Part {
        @Override
        public void write(ECSqlCursor row, RecordConsumer out) {
            out.addBinary(bytes(row.getBlob(column, part)));
        }
    }

    /** Unpacked as rows of JSON have it. */
    record OfGeometryStream(int column) implements ValueWriter {
        private static final String PREFIX = "encoding=base64;";

        @Override
        public boolean isNull(ECSqlCursor row) {
            return row.isNull(column);
        }

        @Override
        public void write(ECSqlCursor row, RecordConsumer out) {
            JsonWriter json = new JsonWriter();
            row.writeValue(column, json, ValueFormat.ECSQL_NAMES, RowOptions.DEFAULT);
            String text = Json.parse(json.bytes()) instanceof JsonValue.Text known ? known.value() : PREFIX;
            out.addBinary(bytes(Base64.getDecoder().decode(text.substring(PREFIX.length()))));
        }
    }

    record OfGuid(int column, int part, String name) implements Part {
        @Override
        public void write(ECSqlCursor row, RecordConsumer out) {
            byte[] guid = row.getBlob(column, part);
            out.addBinary(bytes(checked(guid == null ? new byte[0] : guid, name)));
        }

        static byte[] checked(byte[] guid, String name) {
            if (guid.length != 16) {
                throw new IModelException(Status.BAD_ARG, "Value of a GUID property has not 16 bytes")
                        .with("column", name)
                        .with("bytes", guid.length);
            }
            return guid;
        }
    }

    /** @param zeroIsNull an id of 0 is null: it is the answer of a function that found none */
    record OfId(int column, int part, boolean hex, boolean zeroIsNull) implements Part {
        @Override
        public boolean isNull(ECSqlCursor row) {
            return row.isNull(column, part) || (zeroIsNull && row.getLong(column, part) == 0);
        }

        @Override
        public void write(ECSqlCursor row, RecordConsumer out) {
            long id = row.getLong(column, part);
            if (hex) {
                out.addBinary(Binary.fromString(Id64.toHex(id)));
            } else {
                out.addLong(id);
            }
        }
    }

    /** @param known the names that were needed before */
    record OfClassName(int column, int part, ECSchemas schemas, Map<Long, Binary> known) implements Part {
        OfClassName(int column, int part, ECSchemas schemas) {
            this(column, part, schemas, new ConcurrentHashMap<>());
        }

        @Override
        public void write(ECSqlCursor row, RecordConsumer out) {
            out.addBinary(known.computeIfAbsent(row.getLong(column, part), this::name));
        }

        private Binary name(long id) {
            ECClass named = schemas.tryClassById(id);
            return Binary.fromString(named == null ? Id64.toHex(id) : named.dottedName());
        }
    }

    record OfDate(int column, int part) implements Part {
        @Override
        public boolean isNull(ECSqlCursor row) {
            return row.isNull(column, part) || !Instants.isKnown(row.getPart(column, part));
        }

        @Override
        public void write(ECSqlCursor row, RecordConsumer out) {
            out.addInteger(days(row.getPart(column, part)));
        }

        static int days(double day) {
            return (int) Math.floorDiv(Instants.millis(day), 86_400_000L);
        }
    }

    /** @param ofDay only the time since midnight */
    record OfMicros(int column, int part, boolean ofDay) implements Part {
        @Override
        public boolean isNull(ECSqlCursor row) {
            return row.isNull(column, part) || !Instants.isKnown(row.getPart(column, part));
        }

        @Override
        public void write(ECSqlCursor row, RecordConsumer out) {
            out.addLong(micros(row.getPart(column, part), ofDay));
        }

        static long micros(double day, boolean ofDay) {
            long millis = Instants.millis(day);
            return 1000 * (ofDay ? Math.floorMod(millis, 86_400_000L) : millis);
        }
    }

    /** @param whole null as soon as the first member is, else only when all are */
    record OfGroup(List<Column> members, boolean whole) implements ValueWriter {
        @Override
        public boolean isNull(ECSqlCursor row) {
            for (Column member : members) {
                boolean none = member.values().isNull(row);
                if (none == whole) {
                    return whole;
                }
            }
            return !whole;
        }

        @Override
        public void write(ECSqlCursor row, RecordConsumer out) {
            out.startGroup();
            for (int i = 0; i < members.size(); i++) {
                members.get(i).write(row, out, i);
            }
            out.endGroup();
        }
    }

    /** An array, which files hold as JSON text. */
    record OfItems(int column, int part, ItemWriter items) implements Part {
        @Override
        public boolean isNull(ECSqlCursor row) {
            return row.isNull(column, part) || !(parsed(row) instanceof JsonArray);
        }

        @Override
        public void write(ECSqlCursor row, RecordConsumer out) {
            items.write(parsed(row), out);
        }

        private JsonValue parsed(ECSqlCursor row) {
            byte[] json = row.getBlob(column, part);
            try {
                return json == null ? JsonValue.NULL : Json.parse(json);
            } catch (IModelException notJson) {
                // As in rows of JSON, where such a value is missing.
                return JsonValue.NULL;
            }
        }
    }

    /** Whatever the row has there: text as it is, everything else as JSON. */
    record OfAny(int column, ValueFormat format) implements ValueWriter {
        @Override
        public boolean isNull(ECSqlCursor row) {
            return row.isNull(column);
        }

        @Override
        public void write(ECSqlCursor row, RecordConsumer out) {
            JsonWriter json = new JsonWriter();
            row.writeValue(column, json, format, RowOptions.DEFAULT);
            JsonValue value = Json.parse(json.bytes());
            out.addBinary(Binary.fromString(value instanceof JsonValue.Text text ? text.value() : Json.write(value)));
        }
    }

    private static Binary bytes(byte @Nullable [] bytes) {
        return Binary.fromConstantByteArray(bytes == null ? new byte[0] : bytes);
    }
}
