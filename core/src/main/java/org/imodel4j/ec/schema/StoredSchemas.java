package org.imodel4j.ec.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteStatement;
import org.jspecify.annotations.Nullable;

/**
 * Reads the schemas of a file out of its {@code ec_*} tables, whole. Items come by kind and within each kind by id, which is the
 * order of their import; references by the order of theirs, with the version and the alias that the referenced schema has in
 * this file. Constraint classes come by the id of their class, as the reference implementation reads them.
 *
 * <p>Works on the connection it is given and sees what that connection sees, changes that are not committed included. Which
 * schemas there are is read when this object is made: make a new one behind a change. Used by the thread that uses the connection.
 * Metadata that contradicts itself fails with SQLITE_CORRUPT (11).
 */
public final class StoredSchemas implements AutoCloseable {
    private final StoredRows rows;
    private final StoredItems items;
    private final Map<String, Header> byName = new LinkedHashMap<>();
    private final Map<Long, Header> byId = new LinkedHashMap<>();
    private final Map<Long, SchemaDef> read = new LinkedHashMap<>();

    /** @param database stays the caller's, who closes it */
    public StoredSchemas(SqliteDatabase database) {
        this.rows = new StoredRows(database);
        boolean current = rows.hasColumn("ec_Schema", "OriginalECXmlVersionMajor");
        this.items = new StoredItems(rows, current);
        String columns = "SELECT Id,Name,Alias,VersionDigit1,VersionDigit2,VersionDigit3,DisplayLabel,Description"
                + (current ? ",OriginalECXmlVersionMajor,OriginalECXmlVersionMinor" : ",NULL,NULL")
                + " FROM ec_Schema ORDER BY Id";
        for (Header header : rows.list(columns, 0L, Header::read)) {
            byName.put(SchemaDef.lower(header.name()), header);
            byId.put(header.id(), header);
            rows.name(header.id(), header.name());
        }
    }

    /** All schemas in the order of their ids. */
    public List<SchemaKey> keys() {
        return byId.values().stream().map(Header::key).collect(Collectors.toUnmodifiableList());
    }

    /** One schema by name without regard to case, null when it is not stored. */
    public @Nullable SchemaDef tryRead(String name) {
        Header header = byName.get(SchemaDef.lower(name));
        return header == null ? null : read(header);
    }

    /** All schemas, each one behind those it refers to. */
    public SchemaSet readAll() {
        List<SchemaDef> ordered = new ArrayList<>();
        byId.values().forEach(header -> addWithReferences(header, ordered, new ArrayList<>()));
        return new SchemaSet(ordered);
    }

    /**
     * Some schemas and all that they refer to, each one behind those it refers to.
     *
     * @throws IModelException NotFound when one of the names is not stored
     */
    public SchemaSet readWithReferences(Collection<String> names) {
        List<SchemaDef> ordered = new ArrayList<>();
        for (String name : names) {
            Header header = byName.get(SchemaDef.lower(name));
            if (header == null) {
                throw new IModelException(Status.NOT_FOUND, "schema not found").with("schema", name);
            }
            addWithReferences(header, ordered, new ArrayList<>());
        }
        return new SchemaSet(ordered);
    }

    private void addWithReferences(Header header, List<SchemaDef> into, List<Header> path) {
        SchemaDef schema = read(header);
        if (path.contains(header)) {
            throw StoredRows.damaged("schemas refer to each other in a circle").with("schema", header.name());
        }
        if (!into.contains(schema)) {
            path.add(header);
            for (SchemaReference reference : schema.references()) {
                Header referenced = byName.get(SchemaDef.lower(reference.name()));
                if (referenced != null) {
                    addWithReferences(referenced, into, path);
                }
            }
            path.remove(path.size() - 1);
            into.add(schema);
        }
    }

    private SchemaDef read(Header header) {
        SchemaDef known = read.get(header.id());
        if (known == null) {
            StoredAttributes attributes = new StoredAttributes(rows, header.id());
            List<ItemDef> all = new ArrayList<>(new StoredClasses(rows, attributes).of(header.id()));
            items.addTo(all, header.id());
            known = new SchemaDef(
                    header.key(),
                    header.alias(),
                    header.displayLabel(),
                    header.description(),
                    header.ecXml(),
                    references(header),
                    all,
                    attributes.ofSchema());
            read.put(header.id(), known);
        }
        return known;
    }

    private List<SchemaReference> references(Header header) {
        List<SchemaReference> references = new ArrayList<>();
        for (long id : rows.list(
                "SELECT ReferencedSchemaId FROM ec_SchemaReference WHERE SchemaId=? ORDER BY Id",
                header.id(),
                row -> row.columnLong(0))) {
            Header referenced = byId.get(id);
            if (referenced == null) {
                throw StoredRows.damaged("a schema refers to one that does not exist")
                        .with("schema", header.name());
            }
            references.add(
                    new SchemaReference(referenced.name(), referenced.key().version(), referenced.alias()));
        }
        return references;
    }

    /** Lets go of the statements; the connection stays open. */
    @Override
    public void close() {
        rows.close();
    }

    private record Header(
            long id,
            SchemaKey key,
            String alias,
            @Nullable String displayLabel,
            @Nullable String description,
            ECXmlVersion ecXml) {
        String name() {
            return key.name();
        }

        static Header read(SqliteStatement row) {
            SchemaVersion version =
                    new SchemaVersion((int) row.columnLong(3), (int) row.columnLong(4), (int) row.columnLong(5));
            boolean unknown = StoredRows.isNull(row, 8);
            return new Header(
                    row.columnLong(0),
                    new SchemaKey(StoredRows.text(row, 1), version),
                    StoredRows.text(row, 2),
                    row.columnText(6),
                    row.columnText(7),
                    unknown ? ECXmlVersion.V3_1 : new ECXmlVersion((int) row.columnLong(8), (int) row.columnLong(9)));
        }
    }
}
