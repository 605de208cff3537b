package org.imodel4j.ec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.sqlite.SqliteStatement;
import org.jspecify.annotations.Nullable;

/**
 * The items of one kind that schemas hold beside classes: enumerations, units, formats … Each is read when it is asked for
 * and kept. Safe for use by several threads.
 */
public final class SchemaItems<T> {
    private final MetadataConnection connection;
    private final SchemaReader schemas;
    private final String table;
    private final String select;
    private final Reader<T> reader;
    private final Map<Long, T> byId = new ConcurrentHashMap<>();

    SchemaItems(MetadataConnection connection, SchemaReader schemas, String table, String columns, Reader<T> reader) {
        this.connection = connection;
        this.schemas = schemas;
        this.table = table;
        this.select = "SELECT Id,SchemaId,Name,DisplayLabel,Description" + columns + " FROM " + table + ' ';
        this.reader = reader;
    }

    /** Makes an item of a row; its own columns start at 5. The schema is looked up once the row is read. */
    @FunctionalInterface
    interface Reader<T> {
        java.util.function.Function<SchemaItem, T> read(SqliteStatement row);
    }

    public @Nullable T tryById(long id) {
        T known = byId.get(id);
        if (known == null) {
            Raw<T> raw = connection.first(select + "WHERE Id=?", this::read, id);
            known = raw == null ? null : keep(raw);
        }
        return known;
    }

    /**
     * The item of an id.
     *
     * @throws IModelException NotFound when there is none
     */
    public T byId(long id) {
        T found = tryById(id);
        if (found == null) {
            throw new IModelException(Status.NOT_FOUND, "schema item not found")
                    .with("table", table)
                    .with("id", id);
        }
        return found;
    }

    /** Null when there is no such schema or item. */
    public @Nullable T tryByName(String schemaNameOrAlias, String name) {
        ECSchema schema = schemas.byNameOrAlias(schemaNameOrAlias);
        if (schema == null) {
            return null;
        }
        Raw<T> raw = connection.first(select + "WHERE SchemaId=? AND Name=?", this::read, schema.id(), name);
        return raw == null ? null : keep(raw);
    }

    /** All that a schema declares, in the order of their names. */
    public List<T> of(ECSchema schema) {
        List<T> items = new ArrayList<>();
        for (Raw<T> raw : connection.rows(select + "WHERE SchemaId=? ORDER BY Name", this::read, schema.id())) {
            items.add(keep(raw));
        }
        return List.copyOf(items);
    }

    private T keep(Raw<T> raw) {
        T item = raw.make().apply(raw.head(schemas.byId(raw.schemaId())));
        T earlier = byId.putIfAbsent(raw.id(), item);
        return earlier == null ? item : earlier;
    }

    private Raw<T> read(SqliteStatement row) {
        return new Raw<>(
                row.columnLong(0),
                row.columnLong(1),
                MetadataConnection.text(row, 2),
                row.columnText(3),
                row.columnText(4),
                reader.read(row));
    }

    private record Raw<T>(
            long id,
            long schemaId,
            String name,
            @Nullable String displayLabel,
            @Nullable String description,
            java.util.function.Function<SchemaItem, T> make) {
        SchemaItem head(ECSchema schema) {
            return new SchemaItem(id, schema, name, displayLabel, description);
        }
    }
}
