package org.imodel4j.bis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Guid;
import org.imodel4j.id.Id64;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonWriter;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache;
import org.imodel4j.sqlite.StatementCache.Lease;
import org.jspecify.annotations.Nullable;

/**
 * The elements of one iModel as ElementProps of iTwin.js. Safe for use by several threads.
 *
 * <p>The members and their values are those that iTwin.js 5.7 gives, their order too. An element
 * whose row lacks what its class can not do without reads as not found, as it does there, and so does one of an unknown class.
 */
public final class Elements {
    private static final String CLASS_ID = "SELECT ECClassId FROM bis_Element WHERE Id=?";
    private static final String ALL = "SELECT Id,ECClassId FROM bis_Element ORDER BY Id";

    /** No code is this long; a longer one is not worth a look. */
    private static final int MAX_CODE = 1 << 20;

    private final ConnectionSource source;
    private final ElementReaders readers;
    private final ElementReaders readersWithGeometry;

    public Elements(ECSchemas schemas, ConnectionSource source) {
        this.source = source;
        this.readers = new ElementReaders(schemas, false);
        this.readersWithGeometry = new ElementReaders(schemas, true);
    }

    /** The props of an element, null when there is none; byte arrays in them are base64 text. */
    public @Nullable JsonObject tryGet(ElementKey key, ElementOptions options) {
        JsonWriter out = new JsonWriter();
        return write(key, out, options.with(BinaryFormat.BASE64)) ? (JsonObject) Json.parse(out.bytes()) : null;
    }

    /**
     * As {@link #tryGet}.
     *
     * @throws IModelException NotFound when there is no such element
     */
    public JsonObject get(ElementKey key, ElementOptions options) {
        JsonObject props = tryGet(key, options);
        if (props == null) {
            throw notFound(key);
        }
        return props;
    }

    /** Writes the props of an element; answers false and writes nothing when there is none. */
    public boolean write(ElementKey key, JsonWriter out, ElementOptions options) {
        return source.read(connection -> write(key, out, options, connection));
    }

    /** As {@link #write(ElementKey, JsonWriter, ElementOptions)}, on a connection that the caller has already. */
    public boolean write(ElementKey key, JsonWriter out, ElementOptions options, ReadConnection connection) {
        long id = tryId(key, connection.statements());
        return id != 0 && write(id, out, options, connection.statements());
    }

    boolean write(long id, JsonWriter out, ElementOptions options, StatementCache statements) {
        try (Lease lease = statements.acquire(CLASS_ID)) {
            SqliteStatement element = lease.statement();
            element.bindLong(1, id);
            // It stays on its row while the instance is read: both then see one state of the file, and lock it once.
            long classId = element.step() ? element.columnLong(0) : 0;
            InstanceReader reader = classId == 0 ? null : readers(options).tryOf(classId);
            return reader != null && reader.write(id, statements, options, out);
        }
    }

    private ElementReaders readers(ElementOptions options) {
        return options.wantGeometry() ? readersWithGeometry : readers;
    }

    /**
     * Writes the props of every element by id, each to a writer that is empty before, and all as the file is at one moment. What a read of its
     * id would not find is left out.
     *
     * @return how many there were
     */
    public long writeEach(ElementOptions options, ReadConnection connection, EachInstance each) throws IOException {
        StatementCache statements = connection.statements();
        JsonWriter out = new JsonWriter();
        ElementReaders wanted = readers(options);
        long count = 0;
        try (Lease lease = statements.acquire(ALL)) {
            SqliteStatement element = lease.statement();
            while (element.step()) {
                InstanceReader reader = wanted.tryOf(element.columnLong(1));
                out.reset();
                if (reader != null && reader.write(element.columnLong(0), statements, options, out)) {
                    each.accept(out);
                    count++;
                }
            }
        }
        return count;
    }

    /** The id of an element, 0 when there is none. An id that is given is not looked up. */
    public long tryId(ElementKey key) {
        return key instanceof ElementKey.ById byId
                ? byId.id()
                : source.<Long>read(connection -> tryId(key, connection.statements()));
    }

    private static long tryId(ElementKey key, StatementCache statements) {
        return switch (key) {
            case ElementKey.ById byId -> byId.id();
            case ElementKey.ByFederationGuid byGuid -> idOf(byGuid.guid(), statements);
            case ElementKey.ByCode code -> idOf(code, statements);
        };
    }

    /** The failure for an element that is not there, with the text that iTwin.js gives. */
    public static IModelException notFound(ElementKey key) {
        String asked =
                switch (key) {
                    case ElementKey.ById byId -> Id64.toHex(byId.id());
                    case ElementKey.ByFederationGuid byGuid -> byGuid.guid().toString();
                    case ElementKey.ByCode code -> code.value();
                };
        return new IModelException(Status.NOT_FOUND, "element not found").with("element", asked);
    }

    /** The class of an element, 0 when there is none. */
    static long classId(long id, StatementCache statements) {
        try (Lease lease = statements.acquire(CLASS_ID)) {
            SqliteStatement element = lease.statement();
            element.bindLong(1, id);
            return element.step() ? element.columnLong(0) : 0;
        }
    }

    private static long idOf(Guid guid, StatementCache statements) {
        try (Lease lease = statements.acquire("SELECT Id FROM bis_Element WHERE FederationGuid=?")) {
            SqliteStatement element = lease.statement();
            element.bindBlob(1, guid.toBytes());
            return element.step() ? element.columnLong(0) : 0;
        }
    }

    private static long idOf(ElementKey.ByCode code, StatementCache statements) {
        String value = code.value().trim();
        if (value.isEmpty() || value.getBytes(StandardCharsets.UTF_8).length > MAX_CODE) {
            return 0;
        }
        String sql = "SELECT Id FROM bis_Element WHERE CodeSpecId=? AND CodeScopeId=? AND CodeValue=? COLLATE NOCASE";
        try (Lease lease = statements.acquire(sql)) {
            SqliteStatement element = lease.statement();
            element.bindLong(1, code.spec());
            element.bindLong(2, code.scope());
            element.bindText(3, value);
            return element.step() ? element.columnLong(0) : 0;
        }
    }
}
