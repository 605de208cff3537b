package org.imodel4j.bis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECProperty;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Id64;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache;
import org.imodel4j.sqlite.StatementCache.Lease;
import org.jspecify.annotations.Nullable;

/**
 * The aspects of elements as ElementAspectProps of iTwin.js 5.7: points are arrays of numbers, byte arrays base64 text, and
 * {@code jsonProperties} stays the stored text. Safe for use by several threads.
 */
public final class Aspects {
    /** The tables of multi and unique aspects, in the order in which aspects are listed. */
    private static final List<String> TABLES = List.of("bis_ElementMultiAspect", "bis_ElementUniqueAspect");

    private static final String OF_ELEMENT = "SELECT Id,ECClassId,0 kind FROM bis_ElementMultiAspect WHERE ElementId=?1"
            + " UNION ALL SELECT Id,ECClassId,1 FROM bis_ElementUniqueAspect WHERE ElementId=?1 ORDER BY kind,Id";

    private static final String ALL = "SELECT Id,ECClassId FROM bis_ElementMultiAspect"
            + " UNION ALL SELECT Id,ECClassId FROM bis_ElementUniqueAspect ORDER BY 1";

    private final ECSchemas schemas;
    private final ConnectionSource source;
    private final Map<Long, InstanceReader> readers = new ConcurrentHashMap<>();

    public Aspects(ECSchemas schemas, ConnectionSource source) {
        this.schemas = schemas;
        this.source = source;
    }

    /** The aspects of an element, multi aspects first, each kind by id. Empty when there is no such element. */
    public List<JsonObject> of(long elementId) {
        return parsed(elementId, null);
    }

    /**
     * As {@link #of(long)}, those of one class and its subclasses.
     *
     * @param classFullName {@code Schema:Class} or {@code Schema.Class}
     * @throws IModelException NotFound when there is no such class
     */
    public List<JsonObject> of(long elementId, String classFullName) {
        return parsed(elementId, schemas.getClass(classFullName));
    }

    private List<JsonObject> parsed(long elementId, @Nullable ECClass filter) {
        JsonWriter out = new JsonWriter();
        source.<Integer>read(connection -> writeAll(elementId, filter, out, connection));
        List<JsonObject> aspects = new ArrayList<>();
        for (JsonValue aspect : ((JsonArray) Json.parse(out.bytes())).items()) {
            aspects.add((JsonObject) aspect);
        }
        return List.copyOf(aspects);
    }

    /** Writes what {@link #of(long)} answers as an array; answers how many there are. */
    public int writeAll(long elementId, JsonWriter out, ReadConnection connection) {
        return writeAll(elementId, null, out, connection);
    }

    private int writeAll(long elementId, @Nullable ECClass filter, JsonWriter out, ReadConnection connection) {
        int count = 0;
        out.beginArray();
        try (Lease lease = connection.statements().acquire(OF_ELEMENT)) {
            SqliteStatement row = lease.statement();
            row.bindLong(1, elementId);
            while (row.step()) {
                long classId = row.columnLong(1);
                boolean wanted = filter == null || schemas.isSubclass(classId, filter.id());
                if (wanted && write(row.columnLong(0), classId, out, connection)) {
                    count++;
                }
            }
        }
        out.endArray();
        return count;
    }

    /** Writes every aspect of the iModel by id, each to a writer that is empty before. */
    public void writeEach(ReadConnection connection, EachInstance each) throws IOException {
        JsonWriter out = new JsonWriter();
        try (Lease lease = connection.statements().acquire(ALL)) {
            SqliteStatement row = lease.statement();
            while (row.step()) {
                out.reset();
                if (write(row.columnLong(0), row.columnLong(1), out, connection)) {
                    each.accept(out);
                }
            }
        }
    }

    /** One aspect by its own id, null when there is none. */
    public @Nullable JsonObject tryGet(long aspectId) {
        return source.read(connection -> {
            for (String table : TABLES) {
                JsonWriter out = new JsonWriter();
                long classId = classId(table, aspectId, connection.statements());
                if (classId != 0 && write(aspectId, classId, out, connection)) {
                    return (JsonObject) Json.parse(out.bytes());
                }
            }
            return null;
        });
    }

    /**
     * One aspect by its own id.
     *
     * @throws IModelException NotFound when there is none
     */
    public JsonObject get(long aspectId) {
        JsonObject props = tryGet(aspectId);
        if (props == null) {
            throw new IModelException(Status.NOT_FOUND, "ElementAspect not found").with("aspect", Id64.toHex(aspectId));
        }
        return props;
    }

    private static long classId(String table, long id, StatementCache statements) {
        try (Lease lease = statements.acquire("SELECT ECClassId FROM " + table + " WHERE Id=?")) {
            SqliteStatement row = lease.statement();
            row.bindLong(1, id);
            return row.step() ? row.columnLong(0) : 0;
        }
    }

    private boolean write(long id, long classId, JsonWriter out, ReadConnection connection) {
        InstanceReader reader = readers.get(classId);
        if (reader == null) {
            reader = compile(schemas.classById(classId));
            readers.put(classId, reader);
        }
        return reader.write(id, connection.statements(), ElementOptions.DEFAULT, out);
    }

    private InstanceReader compile(ECClass ecClass) {
        Selection selection = new Selection(schemas, ecClass);
        ValueReaders values = new ValueReaders(schemas, selection, ValueStyle.ASPECT);
        List<Part> parts = new ArrayList<>();
        for (ECProperty property : ecClass.properties()) {
            if (!property.name().equals("Element")) {
                ElementReaders.addSimple(property, values, parts);
            }
        }
        ValueReader element = values.navigation("Element", true);
        parts.add(new NamedValue("Element", element == null ? NeverReader.INSTANCE : element));
        return new InstanceReader(schemas, selection, parts);
    }
}
