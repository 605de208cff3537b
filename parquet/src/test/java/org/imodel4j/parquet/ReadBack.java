package org.imodel4j.parquet;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.row.PqList;
import dev.hardwood.row.PqStruct;
import dev.hardwood.row.StructAccessor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** A Parquet file as another library reads it, spelled as rows of JSON are: objects without what is null. */
final class ReadBack {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private ReadBack() {}

    static List<JsonObject> rows(byte[] file) throws IOException {
        List<JsonObject> rows = new ArrayList<>();
        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(file)));
                RowReader row = reader.rowReader()) {
            while (row.hasNext()) {
                row.next();
                rows.add(object(row));
            }
        }
        return rows;
    }

    private static JsonObject object(StructAccessor row) {
        JsonObject.Builder object = JsonObject.builder();
        for (int i = 0; i < row.getFieldCount(); i++) {
            object.putIfPresent(row.getFieldName(i), row.isNull(i) ? null : json(row.getValue(i)));
        }
        return object.build();
    }

    private static JsonValue json(@Nullable Object value) {
        return switch (value) {
            case null -> JsonValue.NULL;
            case PqStruct struct -> object(struct);
            case PqList list ->
                new JsonArray(list.values().stream().map(ReadBack::json).toList());
            case Boolean bool -> JsonValue.of(bool);
            case Integer number -> JsonValue.of(number.longValue());
            case Long number -> JsonValue.of(number);
            // JSON has no form for the infinite, so there it is null.
            case Double number -> Double.isFinite(number) ? JsonValue.of(number) : JsonValue.NULL;
            case UUID uuid -> JsonValue.of(uuid.toString());
            case Instant instant -> JsonValue.of(SECONDS.format(instant.atOffset(ZoneOffset.UTC)) + "Z");
            case LocalDateTime local -> JsonValue.of(SECONDS.format(local));
            case LocalDate date -> JsonValue.of(date.toString());
            case LocalTime time -> JsonValue.of(TIME.format(time));
            case byte[] bytes ->
                JsonValue.of("encoding=base64;" + Base64.getEncoder().encodeToString(bytes));
            default -> JsonValue.of(value.toString());
        };
    }
}
