package org.imodel4j.bis;

import java.util.List;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.json.JsonWriter;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache;
import org.imodel4j.sqlite.StatementCache.Lease;

/** Reads the instances of one class with one statement: compiled at the first of them, then used by all threads. */
final class InstanceReader {
    private final ECSchemas schemas;
    private final String sql;
    private final byte[] head;
    private final List<Part> parts;

    InstanceReader(ECSchemas schemas, Selection selection, List<Part> parts) {
        this.schemas = schemas;
        this.sql = selection.sql();
        this.parts = List.copyOf(parts);
        this.head = head(selection.ecClass());
    }

    /** The class name and the name of the id, which are the same for all instances. */
    private static byte[] head(ECClass ecClass) {
        JsonWriter writer = new JsonWriter();
        writer.name("classFullName").value(ecClass.fullName()).name("id");
        return writer.bytes();
    }

    /** Writes one object; answers false and writes nothing when there is no such instance or it is not readable. */
    boolean write(long id, StatementCache statements, ElementOptions options, JsonWriter out) {
        try (Lease lease = statements.acquire(sql)) {
            SqliteStatement columns = lease.statement();
            columns.bindLong(1, id);
            if (!columns.step()) {
                return false;
            }
            Row row = new Row(id, schemas, statements, columns, options);
            for (Part part : parts) {
                if (!part.accepts(row)) {
                    return false;
                }
            }
            out.beginObject().name(head).hexId(id);
            for (Part part : parts) {
                part.write(row, out);
            }
            out.endObject();
            return true;
        }
    }
}
