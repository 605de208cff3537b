package org.imodel4j.ec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the instances of one class are stored, from {@code ec_ClassMap}, {@code ec_PropertyMap} and {@code ec_Table}.
 *
 * @param tables the tables a row of the class occupies: primary, joined and overflow ones; empty for classes without
 *     storage of their own (abstract classes and mixins map to virtual tables)
 * @param columns every mapped leaf, keyed by its access string ({@code Origin.X}, {@code Parent.Id}, {@code ECInstanceId})
 */
public record ClassMap(long classId, Strategy strategy, List<Table> tables, List<Column> columns) {
    public enum Strategy {
        NOT_MAPPED,
        OWN_TABLE,
        TABLE_PER_HIERARCHY,
        EXISTING_TABLE,
        FOREIGN_KEY_IN_TARGET,
        FOREIGN_KEY_IN_SOURCE
    }

    public enum TableType {
        PRIMARY,
        JOINED,
        EXISTING,
        OVERFLOW,
        VIRTUAL
    }

    /**
     * @param primaryKey name of the column with the instance id
     * @param classIdColumn name of the physical ECClassId column, null when the table has none
     * @param parentTableId the table that this one joins or overflows
     * @param exclusiveRootClassId the class at the root of the table; meaningless (null) for overflow tables
     */
    public record Table(
            long id,
            String name,
            TableType type,
            @Nullable Long parentTableId,
            @Nullable Long exclusiveRootClassId,
            String primaryKey,
            @Nullable String classIdColumn) {}

    /** @param virtual the column does not exist in SQL; its value follows from the class or relationship */
    public record Column(String accessString, Table table, String name, boolean virtual, int kind) {}
}
