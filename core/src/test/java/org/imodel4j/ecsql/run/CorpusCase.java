package org.imodel4j.ecsql.run;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.imodel4j.error.IModelException;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** One recorded statement, run and compared with what iTwin.js answered. */
record CorpusCase(JsonObject json) {
    String id() {
        return text("id");
    }

    String feature() {
        return text("feature");
    }

    String dataset() {
        return text("dataset");
    }

    String kind() {
        return text("kind");
    }

    String ecsql() {
        return text("ecsql");
    }

    private String text(String name) {
        String text = json.text(name);
        return text == null ? "" : text;
    }

    JsonObject expect() {
        JsonObject expect = json.object("expect");
        return expect == null ? JsonObject.EMPTY : expect;
    }

    boolean fails() {
        return expect().get("error") != null;
    }

    /** What differs from the record, or null when nothing does. */
    @Nullable
    String difference(ReadConnection connection) {
        try {
            if (fails()) {
                return differenceOfFailure(connection);
            }
            String columns = door() == Door.READER ? differenceOfColumns(connection) : null;
            if (columns != null) {
                return columns;
            }
            for (RowFormat format : RowFormat.values()) {
                String rows = differenceOfRows(connection, format);
                if (rows != null) {
                    return rows;
                }
            }
            return null;
        } catch (IModelException failure) {
            return "failed: " + failure.getMessage();
        }
    }

    private @Nullable String differenceOfFailure(ReadConnection connection) {
        try (ECSqlCursor cursor = open(connection)) {
            int rows = 0;
            while (cursor.step()) {
                rows++;
            }
            return "gave " + rows + " rows instead of failing with " + expect().get("error");
        } catch (IModelException failure) {
            JsonObject error = expect().object("error");
            JsonValue.Number number = error == null ? null : error.number("errorNumber");
            return number != null && number.exact() == failure.errorNumber()
                    ? null
                    : "failed with number " + failure.errorNumber() + ": " + failure.getMessage();
        }
    }

    private Door door() {
        return kind().equals("stmt") ? Door.STATEMENT : Door.READER;
    }

    private ECSqlCursor open(ReadConnection connection) {
        CompiledQuery query = connection.compile(ecsql(), door());
        JsonObject options = json.object("options");
        JsonObject limit = options == null ? null : options.object("limit");
        if (limit == null) {
            return connection.query(
                    query,
                    CorpusArguments.of(json.object("args"), connection.engine().schemas()));
        }
        JsonValue.Number count = limit.number("count");
        JsonValue.Number offset = limit.number("offset");
        return connection.query(
                query,
                CorpusArguments.of(json.object("args"), connection.engine().schemas()),
                count == null ? -1 : count.exact(),
                offset == null ? 0 : offset.exact());
    }

    /** Plans and times are ours; only their columns are compared. */
    private boolean dependsOnTheEngine() {
        return ecsql().startsWith("PRAGMA explain_query") || ecsql().startsWith("PRAGMA integrity_check");
    }

    private RowOptions options() {
        JsonObject options = json.object("options");
        return options == null
                ? RowOptions.DEFAULT
                : new RowOptions(
                        Boolean.TRUE.equals(options.bool("abbreviateBlobs")),
                        Boolean.TRUE.equals(options.bool("convertClassIdsToClassNames")));
    }

    private @Nullable String differenceOfColumns(ReadConnection connection) {
        JsonArray expected = expect().array("columns");
        JsonWriter out = new JsonWriter();
        out.beginArray();
        for (ColumnInfo column : connection.compile(ecsql(), Door.READER).columns(options())) {
            column.writeMeta(out);
        }
        out.endArray();
        JsonValue actual = Json.parse(out.bytes());
        if (expected == null) {
            return "no columns in the record";
        }
        List<String> wanted = canonical(expected);
        List<String> got = canonical((JsonArray) actual);
        for (int i = 0; i < Math.max(wanted.size(), got.size()); i++) {
            String a = i < wanted.size() ? wanted.get(i) : "nothing";
            String b = i < got.size() ? got.get(i) : "nothing";
            if (!a.equals(b)) {
                return "column " + i + "\n  expected " + a + "\n  got      " + b;
            }
        }
        return null;
    }

    private @Nullable String differenceOfRows(ReadConnection connection, RowFormat format) {
        JsonWriter out = new JsonWriter();
        out.beginArray();
        try (ECSqlCursor cursor = open(connection)) {
            while (cursor.step()) {
                cursor.writeRowObject(out, format, options());
            }
        }
        out.endArray();
        JsonObject rows = expect().object("rows");
        String name =
                switch (format) {
                    case ECSQL -> "ecsql";
                    case INDEX -> "index";
                    case JS -> "js";
                };
        JsonArray expected = rows == null ? null : rows.array(name);
        if (expected == null) {
            return "no rows in the record";
        }
        if (dependsOnTheEngine()) {
            return null;
        }
        List<String> wanted = canonical(expected);
        List<String> got = canonical((JsonArray) Json.parse(out.bytes()));
        if (!Boolean.TRUE.equals(json.bool("ordered"))) {
            Collections.sort(wanted);
            Collections.sort(got);
        }
        for (int i = 0; i < Math.max(wanted.size(), got.size()); i++) {
            String a = i < wanted.size() ? wanted.get(i) : "nothing";
            String b = i < got.size() ? got.get(i) : "nothing";
            if (!a.equals(b)) {
                return name + " row " + i + " of " + got.size() + " (expected " + wanted.size() + ")\n  expected " + a
                        + "\n  got      " + b;
            }
        }
        return null;
    }

    /** Rows as texts that are equal when the rows are. */
    static List<String> canonical(JsonArray array) {
        List<String> items = new ArrayList<>();
        for (JsonValue item : array.items()) {
            items.add(canonicalText(item, true));
        }
        return items;
    }

    /** Numbers as doubles, members by name, binary values as the wire has them, no NULLs at the end of a row. */
    private static String canonicalText(JsonValue value, boolean row) {
        return switch (value) {
            case JsonObject object -> object(object);
            case JsonArray array -> {
                List<String> items = new ArrayList<>();
                for (JsonValue item : array.items()) {
                    items.add(canonicalText(item, false));
                }
                while (row && !items.isEmpty() && items.get(items.size() - 1).equals("null")) {
                    items.remove(items.size() - 1);
                }
                yield items.toString();
            }
            case JsonValue.Number number -> Double.toString(number.value());
            case JsonValue other -> Json.write(other);
        };
    }

    private static String object(JsonObject object) {
        String binary = object.text("$bin");
        if (binary != null) {
            return "\"encoding=base64;"
                    + Base64.getEncoder().encodeToString(Base64.getDecoder().decode(binary)) + '"';
        }
        List<Map.Entry<String, JsonValue>> members =
                new ArrayList<>(object.members().entrySet());
        members.sort(Comparator.comparing(Map.Entry::getKey));
        StringBuilder text = new StringBuilder("{");
        for (Map.Entry<String, JsonValue> member : members) {
            if (!(member.getValue() instanceof JsonValue.Null)) {
                text.append(member.getKey())
                        .append('=')
                        .append(canonicalText(member.getValue(), false))
                        .append(' ');
            }
        }
        return text.append('}').toString();
    }
}
