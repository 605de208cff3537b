package org.imodel4j.ec.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.imodel4j.ec.map.ClassNode.SchemaNode;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.sqlite.SqliteDatabase;

/**
 * Writes checked schemas into a file, maps their classes and makes the tables. The caller begins and ends the transaction: when this fails, what
 * was written has to be taken back.
 */
public final class SchemaImport {
    private final MapConnection connection;
    private final SchemaSet stored;
    private final SchemaSet set;
    private final SchemaIds ids;
    private final Remap remap;

    private SchemaImport(MapConnection connection, SchemaSet stored, SchemaSet set) {
        this.connection = connection;
        this.stored = stored;
        this.set = set;
        this.ids = new SchemaIds(connection);
        this.remap = new Remap(connection);
    }

    /**
     * Imports schemas, those that the file has not and newer versions of those that it has.
     *
     * @param database with an open transaction and foreign keys enforced
     * @param stored the schemas of the file, with what those to be changed refer to
     * @param set the schemas to write and all they refer to
     * @param wanted which of them are to be written; those they refer to come with them unless the file has them
     * @return what was written, each one behind those it refers to
     * @throws org.imodel4j.error.IModelException SchemaUpgradeFailed, in the words of iTwin.js
     */
    public static List<SchemaDef> write(
            SqliteDatabase database, SchemaSet stored, SchemaSet set, Collection<SchemaDef> wanted) {
        try (MapConnection connection = new MapConnection(database)) {
            return new SchemaImport(connection, stored, set).write(wanted);
        }
    }

    private List<SchemaDef> write(Collection<SchemaDef> wanted) {
        checkNames();
        List<SchemaDef> written = new ArrayList<>();
        SchemaRows rows = new SchemaRows(connection, ids, set);
        SchemaUpdate update = new SchemaUpdate(connection, ids, rows, stored, remap);
        for (SchemaDef schema : ImportOrder.of(set, wanted)) {
            SchemaDef before = stored.trySchema(schema.name());
            if (ids.trySchema(schema.name()) == null) {
                rows.insert(schema);
            } else if (before != null && wanted.contains(schema) && !before.equals(schema)) {
                update.update(before, schema);
            } else {
                continue;
            }
            written.add(schema);
        }
        if (!written.isEmpty()) {
            map(written.stream().map(SchemaDef::name).collect(Collectors.toList()));
        }
        return written;
    }

    /** Names that are in the file already become parts of statements. */
    private void checkNames() {
        connection
                .rows(
                        "SELECT Name FROM ec_Table WHERE instr(Name,']') UNION ALL SELECT Name FROM ec_Column WHERE instr(Name,']')",
                        row -> MapConnection.text(row, 0))
                .forEach(MapNames::quotable);
    }

    /** Maps the classes of schemas whose rows are written. */
    private void map(List<String> names) {
        remap.clean();
        ClassGraph graph = ClassGraph.read(connection);
        List<SchemaNode> schemas = names.stream().map(graph::schema).collect(Collectors.toList());
        new LoadOrder(graph).load(schemas);
        MapStore store = new MapStore(connection);
        StoredMappings loading = new StoredMappings(connection, store, graph);
        DbTables tables = loading.tables();
        Mappings mappings = loading.mappings(tables);
        TableWriter writer = new TableWriter(connection);
        writer.know(tables);
        new SchemaMapper(graph, mappings, tables, store, connection, false).map(schemas);
        store.saveTables(tables);
        store.saveMappings(mappings);
        MapStore.rebuildCaches(connection);
        writer.write(tables);
        new IndexWriter(connection, graph, mappings).write(tables);
        new Deletion(connection).dropUnused();
        fillOverflow(tables);
        remap.moveValues(mappings);
    }

    /** Instances of classes that have come to use an overflow table get a row in it. */
    private void fillOverflow(DbTables tables) {
        for (DbTable table : tables.inOrderOfCreation()) {
            DbTable overflow = table.overflow();
            if (overflow == null || table.isVirtual()) {
                continue;
            }
            String id = table.instanceId().name();
            String classId = table.classId().name();
            connection.execute("INSERT INTO [" + overflow.name() + "]([" + id + "],[" + classId + "]) SELECT p.[" + id
                    + "],p.[" + classId + "] FROM [" + table.name() + "] p LEFT JOIN [" + overflow.name() + "] o ON o.["
                    + id + "]=p.[" + id + "] WHERE o.[" + id + "] IS NULL AND p.[" + classId
                    + "] IN (SELECT m.ClassId FROM ec_PropertyMap m JOIN ec_Column c ON c.Id=m.ColumnId JOIN ec_Table t"
                    + " ON t.Id=c.TableId AND t.Type=3)");
        }
    }
}
