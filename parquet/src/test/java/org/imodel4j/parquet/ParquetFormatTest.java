package org.imodel4j.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.imodel4j.ecsql.resolve.ValueType;
import org.imodel4j.ecsql.run.ColumnInfo;
import org.imodel4j.ecsql.run.CompiledQuery;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.ecsql.run.RowFileFormat;
import org.imodel4j.ecsql.run.RowFileOptions;
import org.imodel4j.ecsql.run.RowFormat;
import org.imodel4j.ecsql.run.RowOptions;
import org.imodel4j.error.IModelException;
import org.imodel4j.imodel.SnapshotDb;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;
import org.imodel4j.testkit.Fixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetFormatTest {
    @TempDir
    private Path dir;

    private SnapshotDb db;

    @BeforeEach
    void open() {
        db = SnapshotDb.open(Fixtures.copy("ecsql/types.bim", dir));
    }

    @AfterEach
    void close() {
        db.close();
    }

    private byte[] export(ReadConnection connection, String ecsql, RowFileOptions options, Runnable eachRow) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ECSqlCursor cursor = connection.query(ecsql)) {
            new ParquetFormat().write(cursor, db.schemas(), options, file, eachRow);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private byte[] export(String ecsql, RowFileOptions options) {
        return db.read(connection -> export(connection, ecsql, options, () -> {}));
    }

    private static List<JsonObject> json(ReadConnection connection, String ecsql, RowFormat format) {
        List<JsonObject> rows = new ArrayList<>();
        try (ECSqlCursor cursor = connection.query(ecsql)) {
            JsonWriter row = new JsonWriter();
            while (cursor.step()) {
                row.reset();
                cursor.writeRowObject(row, format, RowOptions.DEFAULT);
                rows.add(withTextForAny((JsonObject) Json.parse(row.bytes()), cursor.query(), format));
            }
        }
        return rows;
    }

    /** A column where each row decides is text in the file. */
    private static JsonObject withTextForAny(JsonObject row, CompiledQuery query, RowFormat format) {
        Set<String> any = new HashSet<>();
        for (ColumnInfo column : query.columns()) {
            switch (query.type(column.index())) {
                case ValueType.Dynamic dynamic -> any.add(format == RowFormat.JS ? column.jsonName() : column.name());
                case ValueType.Unknown unknown -> any.add(format == RowFormat.JS ? column.jsonName() : column.name());
                default -> {}
            }
        }
        JsonObject.Builder built = JsonObject.builder();
        row.members()
                .forEach((name, value) -> built.put(
                        name,
                        any.contains(name) && !(value instanceof JsonValue.Text)
                                ? JsonValue.of(Json.write(value))
                                : value));
        return built.build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "et.Thing",
                "et.ThingArr",
                "et.ThingWideSub",
                "bis.Element",
                "bis.Model",
                "bis.ElementRefersToElements",
                "meta.ECClassDef"
            })
    void anotherReaderFindsTheValuesOfTheRowsOfJson(String className) throws IOException {
        for (RowFormat format : List.of(RowFormat.JS, RowFormat.ECSQL)) {
            String ecsql = "SELECT * FROM " + className;
            List<JsonObject> read = ReadBack.rows(export(ecsql, new RowFileOptions(format, true)));
            assertSame(read, db.read(connection -> json(connection, ecsql, format)));
        }
    }

    /** The recorded queries bring every kind of expression, with and without types. */
    @ParameterizedTest
    @EnumSource(
            value = RowFormat.class,
            names = {"JS", "ECSQL"})
    void everyRecordedQueryCanBeWrittenAndReadByAnother(RowFormat format) throws IOException {
        List<String> queries = new String(Fixtures.read("ecsql/corpus.jsonl"), StandardCharsets.UTF_8)
                .lines()
                .map(line -> (JsonObject) Json.parse(line))
                .filter(line -> "types.bim".equals(line.text("dataset")) && line.get("args") == null)
                .filter(line -> line.object("expect") != null && line.get("ecsql") instanceof JsonValue.Text)
                .filter(line -> "query".equals(line.text("kind")))
                .map(line -> String.valueOf(line.text("ecsql")))
                // It tells how long each check took, and no two runs take equally long.
                .filter(ecsql -> !ecsql.contains("integrity_check"))
                .toList();
        int written = 0;
        for (String ecsql : queries) {
            List<JsonObject> expected;
            try {
                expected = db.read(connection -> json(connection, ecsql, format));
            } catch (IModelException refused) {
                continue;
            }
            assertSame(ReadBack.rows(export(ecsql, new RowFileOptions(format, true))), expected);
            written++;
        }
        assertThat(written).isGreaterThan(100);
    }

    private static void assertSame(List<JsonObject> read, List<JsonObject> expected) {
        assertThat(read.stream().map(row -> Json.write(sorted(row))).toList())
                .isEqualTo(expected.stream().map(row -> Json.write(sorted(row))).toList());
    }

    /** Members in the order of their names: groups have the declared order, objects of JSON that of names. */
    private static JsonValue sorted(JsonValue value) {
        return switch (value) {
            case JsonObject object -> {
                JsonObject.Builder sorted = JsonObject.builder();
                object.members().entrySet().stream()
                        .filter(member -> !(member.getValue() instanceof JsonValue.Null))
                        .sorted(Map.Entry.comparingByKey())
                        .forEach(member -> sorted.put(member.getKey(), sorted(member.getValue())));
                yield sorted.build();
            }
            case JsonArray array ->
                new JsonArray(
                        array.items().stream().map(ParquetFormatTest::sorted).toList());
            default -> value;
        };
    }

    @Test
    void idsAreNumbersUnlessWantedInHex() throws IOException {
        String ecsql = "SELECT ECInstanceId, Model.Id FROM et.Thing ORDER BY ECInstanceId LIMIT 1";
        assertThat(Json.write(
                        ReadBack.rows(export(ecsql, RowFileOptions.DEFAULT)).get(0)))
                .isEqualTo("{\"id\":20,\"model.id\":17}");
        assertThat(Json.write(ReadBack.rows(export(ecsql, new RowFileOptions(RowFormat.INDEX, true)))
                        .get(0)))
                .isEqualTo("{\"0\":\"0x14\",\"1\":\"0x11\"}");
    }

    @Test
    void schemaOfTheFileSaysWhatTheValuesAre() throws IOException {
        byte[] file = export(
                "SELECT Guid, DtUtc, DtLocal, DtDate, DtTime, P2, S, I, St FROM et.Thing", RowFileOptions.DEFAULT);
        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(file)))) {
            assertThat(reader.getFileSchema().toString())
                    .containsIgnoringCase("uuid")
                    .containsIgnoringCase("micros")
                    .containsIgnoringCase("date")
                    .containsIgnoringCase("string")
                    .containsIgnoringCase("list");
        }
    }

    @Test
    void queryWithoutRowsIsAFileWithColumns() throws IOException {
        byte[] file = export("SELECT I, S FROM et.Thing WHERE I<-1000000", RowFileOptions.DEFAULT);
        assertThat(ReadBack.rows(file)).isEmpty();
        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(file)))) {
            assertThat(reader.getFileSchema().getColumnCount()).isEqualTo(2);
        }
    }

    @Test
    void manyRowsMakeSeveralGroupsAndAreCounted() throws IOException {
        String ecsql = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n WHERE x<80000) "
                + "SELECT x, HEX(RANDOMBLOB(500)) r FROM n";
        AtomicLong counted = new AtomicLong();
        byte[] file =
                db.read(connection -> export(connection, ecsql, RowFileOptions.DEFAULT, counted::incrementAndGet));
        assertThat(counted).hasValue(80_000);
        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(file)))) {
            assertThat(reader.getFileMetaData().rowGroups()).hasSizeGreaterThan(1);
        }
        List<JsonObject> rows = ReadBack.rows(file);
        assertThat(rows).hasSize(80_000);
        assertThat(rows.get(79_999).number("x")).isEqualTo(JsonValue.of(80_000));
    }

    @Test
    void formatIsFoundAsAService() {
        assertThat(ServiceLoader.load(RowFileFormat.class))
                .anySatisfy(format -> assertThat(format.name()).isEqualTo("parquet"));
    }
}
