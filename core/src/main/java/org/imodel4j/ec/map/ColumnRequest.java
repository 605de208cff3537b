package org.imodel4j.ec.map;

import org.imodel4j.ec.ClassMap.ColumnType;
import org.imodel4j.ec.map.DbColumn.Collation;

/**
 * What a leaf of a property asks of its column.
 *
 * @param accessString such as {@code Origin.X}
 * @param name that the column gets unless it is shared or the name is taken
 * @param given the author of the schema chose the name
 */
record ColumnRequest(
        String accessString,
        ColumnType type,
        String name,
        boolean given,
        boolean notNull,
        boolean unique,
        Collation collation) {
    /** Without constraints, named after the access string. */
    static ColumnRequest plain(String accessString, ColumnType type) {
        return named(accessString, type, accessString.replace('.', '_'), false);
    }

    static ColumnRequest named(String accessString, ColumnType type, String name, boolean notNull) {
        return new ColumnRequest(accessString, type, name, false, notNull, false, Collation.UNSET);
    }

    /** The request of one coordinate of a point. */
    ColumnRequest coordinate(String axis) {
        return new ColumnRequest(
                accessString + '.' + axis, ColumnType.REAL, name + '_' + axis, given, notNull, unique, collation);
    }
}
