package org.imodel4j.ec;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.imodel4j.sqlite.SqliteStatement;
import org.jspecify.annotations.Nullable;

/** Reads rows of {@code ec_Schema}. A look-up by name touches one row, however many schemas there are. */
final class SchemaReader {
    private static final String COLUMNS = "SELECT Id,Name,Alias,VersionDigit1,VersionDigit2,VersionDigit3,DisplayLabel,"
            + "Description FROM ec_Schema ";

    private final MetadataConnection connection;
    private final Map<Long, ECSchema> byId = new ConcurrentHashMap<>();
    private final Map<String, ECSchema> byName = new ConcurrentHashMap<>();

    SchemaReader(MetadataConnection connection) {
        this.connection = connection;
    }

    /** All of them in the order of their ids. */
    List<ECSchema> all() {
        return connection.rows(COLUMNS + "ORDER BY Id", SchemaReader::read).stream()
                .map(this::keep)
                .collect(java.util.stream.Collectors.toUnmodifiableList());
    }

    ECSchema byId(long id) {
        ECSchema schema = byId.get(id);
        if (schema == null) {
            schema = connection.first(COLUMNS + "WHERE Id=?", SchemaReader::read, id);
            if (schema == null) {
                throw MetadataConnection.damaged("a class names a schema that does not exist")
                        .with("schemaId", id);
            }
            schema = keep(schema);
        }
        return schema;
    }

    /** A name wins over an equal alias of another schema. */
    @Nullable
    ECSchema byNameOrAlias(String nameOrAlias) {
        String key = Names.key(nameOrAlias);
        ECSchema schema = byName.get(key);
        if (schema == null) {
            schema = connection.first(COLUMNS + "WHERE Name=?", SchemaReader::read, nameOrAlias);
            if (schema == null) {
                schema = connection.first(COLUMNS + "WHERE Alias=?", SchemaReader::read, nameOrAlias);
            }
            if (schema != null) {
                schema = keep(schema);
                byName.put(key, schema);
            }
        }
        return schema;
    }

    private ECSchema keep(ECSchema schema) {
        ECSchema earlier = byId.putIfAbsent(schema.id(), schema);
        return earlier == null ? schema : earlier;
    }

    private static ECSchema read(SqliteStatement row) {
        return new ECSchema(
                row.columnLong(0),
                MetadataConnection.text(row, 1),
                MetadataConnection.text(row, 2),
                (int) row.columnLong(3),
                (int) row.columnLong(4),
                (int) row.columnLong(5),
                row.columnText(6),
                row.columnText(7));
    }
}
