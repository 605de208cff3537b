package org.imodel4j.imodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.imodel4j.ec.schema.StoredFile;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.ecsql.run.RowFormat;
import org.imodel4j.ecsql.run.RowOptions;
import org.imodel4j.error.IModelException;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fixtures that are read and written into new files: what was in them is in the copies. */
class FixtureCopyTest {
    @TempDir
    Path folder;

    private Path source;
    private Path copy;

    @BeforeEach
    void nameFiles() {
        source = folder.resolve("source.bim");
        copy = folder.resolve("copy.bim");
    }

    private void copy(String fixture) throws IOException {
        Files.copy(StoredFile.path(fixture), source);
        IModelCopy.make(source, copy);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "empty.bim",
                "located.bim",
                "all-types.bim",
                "building.bim",
                "views.bim",
                "geometry/shapes.bim",
                "perf/small.bim",
                "ecsql/bis.bim",
                "ecsql/types.bim"
            })
    void aCopyHoldsWhatTheFixtureHolds(String fixture) throws IOException {
        copy(fixture);
        assertThat(differences(withoutTimes(source), withoutTimes(copy))).isEmpty();
        assertThat(fileProperties(copy)).isEqualTo(fileProperties(source));
    }

    @ParameterizedTest
    @ValueSource(strings = {"all-types", "building"})
    void recordedQueriesAnswerTheSame(String fixture) throws IOException {
        copy(fixture + ".bim");
        JsonObject recorded = (JsonObject) Json.parse(StoredFile.bytes(fixture + ".expected.json"));
        List<JsonValue> queries =
                Objects.requireNonNull(recorded.array("queries")).items();
        assertThat(queries).hasSizeGreaterThan(20);
        try (SnapshotDb before = SnapshotDb.open(source);
                SnapshotDb after = SnapshotDb.open(copy)) {
            for (JsonValue query : queries) {
                String ecsql = String.valueOf(((JsonObject) query).text("ecsql"));
                assertThat(answer(after, ecsql)).as(ecsql).isEqualTo(answer(before, ecsql));
            }
        }
    }

    /** The rows, without the times of changes; or how it failed. */
    private static String answer(SnapshotDb iModel, String ecsql) {
        String times = "SELECT LastMod FROM bis.Element UNION SELECT LastMod FROM bis.Model";
        String rows = iModel.read(connection -> rows(connection, ecsql));
        for (String time :
                iModel.<String>read(connection -> rows(connection, times)).split("[^0-9TZ:.-]+")) {
            rows = time.endsWith("Z") ? rows.replace(time, "<time>") : rows;
        }
        return rows;
    }

    private static String rows(ReadConnection connection, String ecsql) {
        JsonWriter rows = new JsonWriter();
        try (ECSqlCursor cursor = connection.query(ecsql)) {
            rows.beginArray();
            while (cursor.step()) {
                cursor.writeRowObject(rows, RowFormat.JS, RowOptions.DEFAULT);
            }
            return new String(rows.endArray().bytes(), StandardCharsets.UTF_8);
        } catch (IModelException failure) {
            return "failed with " + failure.errorNumber();
        }
    }

    private static Map<FileProperty, List<String>> fileProperties(Path file) {
        Map<FileProperty, List<String>> found = new LinkedHashMap<>();
        try (SnapshotDb iModel = SnapshotDb.open(file)) {
            for (FileProperty property : iModel.fileProperties().all()) {
                found.put(
                        property,
                        List.of(
                                String.valueOf(iModel.fileProperties().tryText(property)),
                                Arrays.toString(iModel.fileProperties().tryBytes(property))));
            }
        }
        return found;
    }

    private static List<String> differences(Map<String, JsonValue> expected, Map<String, JsonValue> actual) {
        Set<String> keys = new TreeSet<>(expected.keySet());
        keys.addAll(actual.keySet());
        List<String> found = new ArrayList<>();
        for (String key : keys) {
            JsonValue theirs = expected.getOrDefault(key, JsonValue.NULL);
            JsonValue ours = actual.getOrDefault(key, JsonValue.NULL);
            if (!theirs.equals(ours) && !(key.startsWith("rows/") && isSameRow(theirs, ours))) {
                found.add(key + difference(theirs, ours));
            }
        }
        return found;
    }

    /** Props have neither members that are null in stored JSON, nor all digits of the numbers in stored arrays. */
    private static boolean isSameRow(JsonValue expected, JsonValue actual) {
        return EditAnswers.same(withoutNulls(expected), actual);
    }

    private static JsonValue withoutNulls(JsonValue row) {
        return Json.replaced(
                row,
                value -> value instanceof JsonValue.Text text && text.value().startsWith("{")
                        ? JsonValue.of(Json.write(pruned(Json.parse(text.value()))))
                        : null);
    }

    private static JsonValue pruned(JsonValue value) {
        if (!(value instanceof JsonObject object)) {
            return value;
        }
        JsonObject.Builder rest = JsonObject.builder();
        object.members().forEach((name, member) -> {
            if (!(member instanceof JsonValue.Null)) {
                rest.put(name, pruned(member));
            }
        });
        return rest.build();
    }

    /** Only members that differ. */
    private static String difference(JsonValue expected, JsonValue actual) {
        if (!(expected instanceof JsonObject theirs) || !(actual instanceof JsonObject ours)) {
            return ": expected " + Json.write(expected) + " but was " + Json.write(actual);
        }
        StringBuilder found = new StringBuilder();
        Set<String> names = new TreeSet<>(theirs.members().keySet());
        names.addAll(ours.members().keySet());
        for (String name : names) {
            JsonValue here = theirs.members().getOrDefault(name, JsonValue.NULL);
            JsonValue there = ours.members().getOrDefault(name, JsonValue.NULL);
            if (!here.equals(there)) {
                found.append('.').append(name).append(difference(here, there));
            }
        }
        return found.toString();
    }

    private static Map<String, JsonValue> withoutTimes(Path file) {
        Map<String, JsonValue> all = new TreeMap<>();
        IModelDump.of(file).sections().forEach((section, values) -> {
            if (!section.equals("sequences")) {
                values.forEach((key, value) -> all.put(section + '/' + key, withoutTime(value)));
            }
        });
        return all;
    }

    private static JsonValue withoutTime(JsonValue value) {
        if (!(value instanceof JsonObject object) || object.get("LastMod") == null) {
            return value;
        }
        Map<String, JsonValue> members = new LinkedHashMap<>(object.members());
        members.remove("LastMod");
        return new JsonObject(members);
    }
}
