package org.imodel4j.ec.map;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.imodel4j.ec.map.ClassNode.SchemaNode;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.sqlite.SqliteDatabase;

/**
 * Writes checked schemas into a file and maps their classes. The caller begins and ends the transaction: when this fails, what was written has to
 * be taken back.
 */
public final class NewSchemas {
    private NewSchemas() {}

    /**
     * Imports schemas that the file does not have.
     *
     * @param database with an open transaction
     * @param set the schemas and all they refer to, those of the file included
     * @param wanted which of them are to be in the file; those they refer to come with them
     * @throws org.imodel4j.error.IModelException SchemaUpgradeFailed, in the words of iTwin.js
     */
    public static void write(SqliteDatabase database, SchemaSet set, Collection<SchemaDef> wanted) {
        try (MapConnection connection = new MapConnection(database)) {
            SchemaIds ids = new SchemaIds(connection);
            List<SchemaDef> missing = ImportOrder.of(set, wanted).stream()
                    .filter(schema -> ids.trySchema(schema.name()) == null)
                    .collect(Collectors.toList());
            if (missing.isEmpty()) {
                return;
            }
            SchemaRows rows = new SchemaRows(connection, ids, set);
            missing.forEach(rows::insert);
            map(connection, missing.stream().map(SchemaDef::name).collect(Collectors.toList()));
        }
    }

    /** Maps the classes of schemas whose rows are written. */
    static void map(MapConnection connection, List<String> names) {
        ClassGraph graph = ClassGraph.read(connection);
        List<SchemaNode> schemas = names.stream().map(graph::schema).collect(Collectors.toList());
        new LoadOrder(graph).load(schemas);
        MapStore store = new MapStore(connection);
        MapStore.Loading loading = new MapStore.Loading(connection, store, graph);
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
    }
}
