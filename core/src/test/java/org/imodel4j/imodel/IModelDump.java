package org.imodel4j.imodel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.imodel4j.bis.CodeSpecs;
import org.imodel4j.bis.ElementKey;
import org.imodel4j.bis.ElementOptions;
import org.imodel4j.id.Guid;
import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteDrivers;
import org.imodel4j.sqlite.SqliteStatement;

/**
 * All that an iModel holds, as values that can be compared: {@code section → key → value}. Sections are elements, models, aspects, relationships,
 * codeSpecs, spatialIndex, sequences, and one {@code rows/TABLE} for each table of elements and links.
 */
final class IModelDump {
    private static final JsonObject MISSING = JsonObject.builder()
            .put("error", JsonObject.builder().put("errorNumber", 65574).build())
            .build();

    private static final JsonValue STREAM = JsonValue.of("<stream>");
    private static final JsonValue PART = JsonValue.of("BisCore:GeometryPart");

    private final Map<String, Map<String, JsonValue>> sections = new TreeMap<>();

    private IModelDump() {}

    static IModelDump of(Path file) {
        IModelDump dump = new IModelDump();
        try (SnapshotDb iModel = SnapshotDb.open(file)) {
            dump.instances(iModel);
        }
        try (SqliteDatabase database = SqliteDrivers.best().open(OpenRequest.immutable(file))) {
            dump.tables(database);
        }
        return dump;
    }

    Map<String, Map<String, JsonValue>> sections() {
        return sections;
    }

    private void put(String section, String key, JsonValue value) {
        sections.computeIfAbsent(section, absent -> new LinkedHashMap<>()).put(key, value);
    }

    private void instances(SnapshotDb iModel) {
        ElementOptions options = ElementOptions.DEFAULT.withGeometry(true, false);
        for (long id : ids(iModel, "SELECT Id FROM bis_Element")) {
            JsonObject props = iModel.elements().tryGet(ElementKey.of(id), options);
            put("elements", Id64.toHex(id), props == null ? MISSING : props);
            for (JsonObject aspect : iModel.aspects().of(id)) {
                put("aspects", aspect.text("classFullName") + '/' + aspect.text("id"), aspect);
            }
        }
        for (long id : ids(iModel, "SELECT Id FROM bis_Model")) {
            put("models", Id64.toHex(id), iModel.models().get(id));
        }
        for (String root : List.of("ElementRefersToElements", "ElementDrivesElement")) {
            for (long id : ids(iModel, "SELECT Id FROM bis_" + root)) {
                long classId = iModel.<Long>read(connection -> {
                    try (var lease =
                            connection.statements().acquire("SELECT ECClassId FROM bis_" + root + " WHERE Id=" + id)) {
                        return lease.statement().step() ? lease.statement().columnLong(0) : 0;
                    }
                });
                String name = iModel.schemas().classById(classId).fullName();
                JsonObject props = iModel.relationships().tryGet(name, id);
                put("relationships", Id64.toHex(id), props == null ? MISSING : props);
            }
        }
        for (CodeSpecs.CodeSpec spec : iModel.codeSpecs().all()) {
            put("codeSpecs", Id64.toHex(spec.id()), JsonValue.of(spec.name()));
        }
    }

    private static List<Long> ids(SnapshotDb iModel, String sql) {
        return iModel.read(connection -> {
            List<Long> ids = new ArrayList<>();
            try (var lease = connection.statements().acquire(sql)) {
                while (lease.statement().step()) {
                    ids.add(lease.statement().columnLong(0));
                }
            }
            return ids;
        });
    }

    private void tables(SqliteDatabase database) {
        Map<Long, String> classes = new HashMap<>();
        each(
                database,
                "SELECT c.Id,s.Name||':'||c.Name FROM ec_Class c JOIN ec_Schema s ON s.Id=c.SchemaId",
                row -> classes.put(row.columnLong(0), row.columnText(1)));
        each(
                database,
                "SELECT Name,Val FROM be_Local WHERE Name LIKE '%sequence%'",
                row -> put("sequences", String.valueOf(row.columnText(0)), JsonValue.of(row.columnLong(1))));
        each(database, "SELECT ElementId,MinX,MinY,MinZ,MaxX,MaxY,MaxZ FROM dgn_SpatialIndex", row -> {
            List<JsonValue> box = new ArrayList<>();
            for (int i = 1; i <= 6; i++) {
                box.add(JsonValue.of(row.columnDouble(i)));
            }
            put("spatialIndex", Id64.toHex(row.columnLong(0)), new org.imodel4j.json.JsonArray(box));
        });
        List<String> names = new ArrayList<>();
        each(
                database,
                "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'ec\\_%' ESCAPE '\\'"
                        + " AND name NOT LIKE 'be\\_%' ESCAPE '\\' AND name NOT LIKE 'dgn\\_%' ESCAPE '\\'"
                        + " AND name NOT LIKE 'sqlite%' AND name<>'bis_CodeSpec'",
                row -> names.add(row.columnText(0)));
        names.forEach(table -> rows(database, table, classes));
    }

    private void rows(SqliteDatabase database, String table, Map<Long, String> classes) {
        each(database, "SELECT * FROM [" + table + "]", row -> {
            JsonObject.Builder columns = JsonObject.builder();
            boolean isPart = false;
            for (int i = 0; i < row.columnCount(); i++) {
                if (row.columnType(i) != SqliteStatement.NULL) {
                    JsonValue cell = cell(row, i, row.columnName(i), classes);
                    isPart |= PART.equals(cell);
                    boolean isStream = isPart
                            && row.columnType(i) == SqliteStatement.BLOB
                            && !row.columnName(i).equals("FederationGuid");
                    columns.put(row.columnName(i), isStream ? STREAM : cell);
                }
            }
            put("rows/" + table, Long.toString(row.columnLong(0)), columns.build());
        });
    }

    private static JsonValue cell(SqliteStatement row, int column, String name, Map<Long, String> classes) {
        if (name.equals("GeometryStream")) {
            return STREAM;
        }
        switch (row.columnType(column)) {
            case SqliteStatement.INTEGER -> {
                long value = row.columnLong(column);
                String className = name.endsWith("ClassId") ? classes.get(value) : null;
                return className == null ? JsonValue.of(value) : JsonValue.of(className);
            }
            case SqliteStatement.REAL -> {
                return JsonValue.of(row.columnDouble(column));
            }
            case SqliteStatement.BLOB -> {
                byte[] bytes = Objects.requireNonNull(row.columnBlob(column));
                return JsonValue.of(
                        name.equals("FederationGuid") && bytes.length == 16
                                ? Guid.ofBytes(bytes).toString()
                                : Base64.getEncoder().encodeToString(bytes));
            }
            default -> {
                return JsonValue.of(String.valueOf(row.columnText(column)));
            }
        }
    }

    private static void each(SqliteDatabase database, String sql, java.util.function.Consumer<SqliteStatement> row) {
        try (SqliteStatement statement = database.prepare(sql)) {
            while (statement.step()) {
                row.accept(statement);
            }
        }
    }
}
