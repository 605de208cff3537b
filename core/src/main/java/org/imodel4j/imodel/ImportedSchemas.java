package org.imodel4j.imodel;

import java.util.List;
import org.imodel4j.ec.schema.SchemaKey;

/**
 * What an import did to a file.
 *
 * @param schemas those that are new or newer, each one behind those it refers to; empty when the file had them all
 * @param tables new ones, in the order of their making
 * @param columns new ones of all tables
 * @param indexes new ones
 */
public record ImportedSchemas(
        List<SchemaKey> schemas, List<NewTable> tables, List<NewColumn> columns, List<String> indexes) {
    public ImportedSchemas {
        schemas = List.copyOf(schemas);
        tables = List.copyOf(tables);
        columns = List.copyOf(columns);
        indexes = List.copyOf(indexes);
    }

    /** @param virtual whether it is known to the mapping only, as the tables of abstract classes are */
    public record NewTable(String name, boolean virtual) {}

    /** @param virtual whether it is known to the mapping only */
    public record NewColumn(String table, String name, boolean virtual) {}
}
