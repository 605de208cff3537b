package org.imodel4j.ec.map;

import java.util.List;

/**
 * An index. One that is defined by a class which shares its table gets a condition on the class id.
 *
 * @param notNull rows are left out where an indexed column is NULL
 * @param automatic the mapping made it, not the author of the schema
 * @param classId of the class that defines it, 0 for none
 * @param subclasses a condition on the class id includes the subclasses
 */
record DbIndex(
        String name,
        DbTable table,
        boolean unique,
        List<DbColumn> columns,
        boolean notNull,
        boolean automatic,
        long classId,
        boolean subclasses) {
    DbIndex {
        name = MapNames.quotable(name);
        columns = List.copyOf(columns);
    }
}
