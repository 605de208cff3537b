package org.imodel4j.ec.map;

import java.util.HashMap;
import java.util.Map;
import org.imodel4j.ec.schema.ItemName;
import org.jspecify.annotations.Nullable;

/** The ids of schemas and their items, by name. */
final class SchemaIds {
    private final MapConnection connection;
    private final Map<String, Long> schemas = new HashMap<>();
    private final Map<String, Long> items = new HashMap<>();

    SchemaIds(MapConnection connection) {
        this.connection = connection;
    }

    @Nullable
    Long trySchema(String name) {
        String key = MapNames.key(name);
        Long known = schemas.get(key);
        if (known == null) {
            known = connection.number("SELECT Id FROM ec_Schema WHERE Name=?", name);
            if (known != null) {
                schemas.put(key, known);
            }
        }
        return known;
    }

    long schema(String name) {
        Long id = trySchema(name);
        if (id == null) {
            throw Refusal.of("Failed to import ECSchemas. The schema " + name + " is not in the file.");
        }
        return id;
    }

    /** @param table such as {@code ec_Class} */
    @Nullable
    Long tryItem(String table, ItemName name) {
        String key = key(table, name);
        Long known = items.get(key);
        if (known == null) {
            Long schema = trySchema(name.schema());
            known = schema == null
                    ? null
                    : connection.number(
                            "SELECT Id FROM " + table + " WHERE SchemaId=? AND Name=?", schema, name.name());
            if (known != null) {
                items.put(key, known);
            }
        }
        return known;
    }

    long item(String table, ItemName name) {
        Long id = tryItem(table, name);
        if (id == null) {
            throw Refusal.of("Failed to import ECSchemas. " + name + " is not in the file.");
        }
        return id;
    }

    void put(String table, ItemName name, long id) {
        items.put(key(table, name), id);
    }

    void forget(String table, ItemName name) {
        items.remove(key(table, name));
    }

    void putSchema(String name, long id) {
        schemas.put(MapNames.key(name), id);
    }

    private static String key(String table, ItemName name) {
        return table + ' ' + MapNames.key(name.schema()) + ':' + MapNames.key(name.name());
    }
}
