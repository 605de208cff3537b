package org.imodel4j.bis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECProperty;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Id64;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonWriter;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache;
import org.imodel4j.sqlite.StatementCache.Lease;
import org.jspecify.annotations.Nullable;

/**
 * The models of one iModel as ModelProps of iTwin.js 5.7. Safe for use by several threads.
 *
 * <p>The name is the code value of the modeled element; the parent model is that element's model where the row does not say
 * it. Of the flags that BisCore defines only those that are true are given; templates in space count as not spatially located.
 */
public final class Models {
    private static final String UNLOCATED = "IsNotSpatiallyLocated";
    private static final List<String> FLAGS = List.of("IsPrivate", "IsTemplate", UNLOCATED, "IsPlanProjection");

    private final ECSchemas schemas;
    private final ConnectionSource source;
    private final Map<Long, InstanceReader> readers = new ConcurrentHashMap<>();

    public Models(ECSchemas schemas, ConnectionSource source) {
        this.schemas = schemas;
        this.source = source;
    }

    /** The props of a model, null when there is none. */
    public @Nullable JsonObject tryGet(long id) {
        JsonWriter out = new JsonWriter();
        return source.<Boolean>read(connection -> write(id, out, BinaryFormat.BASE64, connection))
                ? (JsonObject) Json.parse(out.bytes())
                : null;
    }

    /**
     * The props of a model.
     *
     * @throws IModelException NotFound when there is none
     */
    public JsonObject get(long id) {
        JsonObject props = tryGet(id);
        if (props == null) {
            throw notFound(id);
        }
        return props;
    }

    public static IModelException notFound(long id) {
        return new IModelException(Status.NOT_FOUND, "model not found").with("model", Id64.toHex(id));
    }

    /** Writes the props of a model; answers false and writes nothing when there is none. */
    public boolean write(long id, JsonWriter out, BinaryFormat binaries, ReadConnection connection) {
        StatementCache statements = connection.statements();
        long classId = classId(id, statements);
        return classId != 0 && reader(classId).write(id, statements, ElementOptions.DEFAULT.with(binaries), out);
    }

    /** The class of a model, 0 when there is none. */
    static long classId(long id, StatementCache statements) {
        try (Lease lease = statements.acquire("SELECT ECClassId FROM bis_Model WHERE Id=?")) {
            SqliteStatement model = lease.statement();
            model.bindLong(1, id);
            return model.step() ? model.columnLong(0) : 0;
        }
    }

    boolean isNotSpatiallyLocated(long classId, long id, StatementCache statements) {
        Selection selection = new Selection(schemas, schemas.classById(classId));
        int column = selection.column(UNLOCATED);
        if (column < 0) {
            return false;
        }
        try (Lease lease = statements.acquire(selection.sql())) {
            SqliteStatement model = lease.statement();
            model.bindLong(1, id);
            return model.step() && model.columnLong(column) != 0;
        }
    }

    private InstanceReader reader(long classId) {
        InstanceReader reader = readers.get(classId);
        if (reader == null) {
            reader = compile(schemas.classById(classId));
            readers.put(classId, reader);
        }
        return reader;
    }

    private InstanceReader compile(ECClass ecClass) {
        Selection selection = new Selection(schemas, ecClass);
        ValueReaders values = new ValueReaders(schemas, selection, ValueStyle.ELEMENT);
        List<Part> parts = new ArrayList<>();
        parts.add(new JsonPart("jsonProperties", selection.column("JsonProperties")));
        ValueReader modeled = values.navigation("ModeledElement", false);
        parts.add(new ParentModel(selection.column("ParentModel.Id"), selection.add(elementColumn("ModelId"))));
        parts.add(new NamedValue("ModeledElement", modeled == null ? NeverReader.INSTANCE : modeled));
        Set<String> handled = new HashSet<>(FLAGS);
        handled.addAll(List.of("JsonProperties", "ParentModel", "ModeledElement", "LastMod"));
        for (ECProperty property : ecClass.properties()) {
            if (!handled.contains(property.name())) {
                ElementReaders.addSimple(property, values, parts);
            }
        }
        parts.add(new TextOrEmpty("name", selection.add(elementColumn("CodeValue"))));
        for (String flag : FLAGS) {
            boolean ofTemplates = flag.equals(UNLOCATED) && isA(ecClass, "GeometricModel3d");
            if (ofTemplates || ecClass.tryProperty(flag) != null) {
                int other = ofTemplates ? selection.column("IsTemplate") : Selection.NONE;
                byte[] name = JsonWriter.encodeName(NamedValue.jsonName(flag));
                parts.add(new Flag(name, selection.column(flag), other));
            }
        }
        return new InstanceReader(schemas, selection, parts);
    }

    private boolean isA(ECClass ecClass, String bisClassName) {
        ECClass base = schemas.tryClass("BisCore", bisClassName);
        return base != null && schemas.isSubclass(ecClass.id(), base.id());
    }

    /** A model has the id of the element that it models. */
    private static String elementColumn(String column) {
        return "(SELECT e." + column + " FROM bis_Element e WHERE e.Id=?1)";
    }

    private record ParentModel(int own, int modelOfElement) implements Part {
        private static final byte[] PARENT_MODEL = JsonWriter.encodeName("parentModel");

        @Override
        public void write(Row row, JsonWriter out) {
            int column = row.isNull(own) ? modelOfElement : own;
            if (!row.isNull(column)) {
                out.name(PARENT_MODEL);
                row.writeId(column, out);
            }
        }
    }

    /** True when one of two columns is. */
    private record Flag(byte[] name, int column, int other) implements Part {
        @Override
        public void write(Row row, JsonWriter out) {
            if (isSet(row, column) || isSet(row, other)) {
                out.name(name).value(true);
            }
        }

        private static boolean isSet(Row row, int column) {
            return !row.isNull(column) && row.columns.columnLong(column) != 0;
        }
    }
}
