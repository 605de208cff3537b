package org.imodel4j.parquet;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.Type;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Writes what stands in the JSON text of an array. Files hold a DateTime there as its Julian day, bytes as base64, a point as
 * {@code {x, y, z}}, a struct with the names of its members.
 */
sealed interface ItemWriter {
    /** Whether there is a value of the right kind; others are left out, as NULL is. */
    boolean fits(JsonValue value);

    void write(JsonValue value, RecordConsumer out);

    record OfLong() implements ItemWriter {
        @Override
        public boolean fits(JsonValue value) {
            return value instanceof JsonValue.Number;
        }

        @Override
        public void write(JsonValue value, RecordConsumer out) {
            out.addLong(((JsonValue.Number) value).exact());
        }
    }

    record OfInteger(String name) implements ItemWriter {
        @Override
        public boolean fits(JsonValue value) {
            return value instanceof JsonValue.Number;
        }

        @Override
        public void write(JsonValue value, RecordConsumer out) {
            out.addInteger(ValueWriter.OfInteger.narrowed(((JsonValue.Number) value).exact(), name));
        }
    }

    record OfDouble() implements ItemWriter {
        @Override
        public boolean fits(JsonValue value) {
            return value instanceof JsonValue.Number;
        }

        @Override
        public void write(JsonValue value, RecordConsumer out) {
            out.addDouble(((JsonValue.Number) value).value());
        }
    }

    /** A number counts as true unless it is 0. */
    record OfBoolean() implements ItemWriter {
        @Override
        public boolean fits(JsonValue value) {
            return value instanceof JsonValue.Bool || value instanceof JsonValue.Number;
        }

        @Override
        public void write(JsonValue value, RecordConsumer out) {
            out.addBoolean(
                    value instanceof JsonValue.Bool bool
                            ? bool.value()
                            : value instanceof JsonValue.Number number && number.value() != 0);
        }
    }

    /** Text, and anything else as JSON. */
    record OfText() implements ItemWriter {
        @Override
        public boolean fits(JsonValue value) {
            return !(value instanceof JsonValue.Null);
        }

        @Override
        public void write(JsonValue value, RecordConsumer out) {
            out.addBinary(Binary.fromString(value instanceof JsonValue.Text text ? text.value() : Json.write(value)));
        }
    }

    /** @param guid the values have 16 bytes */
    record OfBytes(String name, boolean guid) implements ItemWriter {
        @Override
        public boolean fits(JsonValue value) {
            return bytes(value) != null;
        }

        @Override
        public void write(JsonValue value, RecordConsumer out) {
            byte[] bytes = bytes(value);
            if (bytes != null) {
                out.addBinary(Binary.fromConstantByteArray(guid ? ValueWriter.OfGuid.checked(bytes, name) : bytes));
            }
        }

        private static byte @Nullable [] bytes(JsonValue value) {
            try {
                return value instanceof JsonValue.Text text
                        ? Base64.getDecoder().decode(text.value())
                        : null;
            } catch (IllegalArgumentException notBase64) {
                return null;
            }
        }
    }

    record OfDate() implements ItemWriter {
        @Override
        public boolean fits(JsonValue value) {
            return value instanceof JsonValue.Number number && Instants.isKnown(number.value());
        }

        @Override
        public void write(JsonValue value, RecordConsumer out) {
            out.addInteger(ValueWriter.OfDate.days(((JsonValue.Number) value).value()));
        }
    }

    record OfMicros(boolean ofDay) implements ItemWriter {
        @Override
        public boolean fits(JsonValue value) {
            return value instanceof JsonValue.Number number && Instants.isKnown(number.value());
        }

        @Override
        public void write(JsonValue value, RecordConsumer out) {
            out.addLong(ValueWriter.OfMicros.micros(((JsonValue.Number) value).value(), ofDay));
        }
    }

    /** @param stored the name of the member in the file; letters of either case */
    record Member(String stored, Type type, ItemWriter items) {
        void write(JsonObject of, RecordConsumer out, int index) {
            for (Map.Entry<String, JsonValue> entry : of.members().entrySet()) {
                if (entry.getKey().equalsIgnoreCase(stored) && items.fits(entry.getValue())) {
                    out.startField(type.getName(), index);
                    items.write(entry.getValue(), out);
                    out.endField(type.getName(), index);
                    return;
                }
            }
        }
    }

    record OfGroup(List<Member> members) implements ItemWriter {
        @Override
        public boolean fits(JsonValue value) {
            return value instanceof JsonObject;
        }

        @Override
        public void write(JsonValue value, RecordConsumer out) {
            out.startGroup();
            for (int i = 0; i < members.size(); i++) {
                members.get(i).write((JsonObject) value, out, i);
            }
            out.endGroup();
        }
    }

    record OfList(ItemWriter items) implements ItemWriter {
        @Override
        public boolean fits(JsonValue value) {
            return value instanceof JsonArray;
        }

        @Override
        public void write(JsonValue value, RecordConsumer out) {
            out.startGroup();
            List<JsonValue> fitting =
                    ((JsonArray) value).items().stream().filter(items::fits).toList();
            if (!fitting.isEmpty()) {
                out.startField("list", 0);
                for (JsonValue item : fitting) {
                    out.startGroup();
                    out.startField("element", 0);
                    items.write(item, out);
                    out.endField("element", 0);
                    out.endGroup();
                }
                out.endField("list", 0);
            }
            out.endGroup();
        }
    }
}
