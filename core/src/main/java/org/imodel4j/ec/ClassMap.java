package org.imodel4j.ec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the instances of one class are stored, from {@code ec_ClassMap}, {@code ec_PropertyMap} and {@code ec_Table}.
 * Immutable and shared by threads.
 */
public final class ClassMap {
    private final long classId;
    private final Strategy strategy;
    private final List<Table> tables;
    private final List<Column> columns;
    private final Map<String, List<Column>> byAccessString;
    private final Map<String, List<Column>> byProperty;

    ClassMap(long classId, Strategy strategy, List<Table> tables, List<Column> columns) {
        this.classId = classId;
        this.strategy = strategy;
        this.tables = List.copyOf(tables);
        this.columns = List.copyOf(columns);
        this.byAccessString = new LinkedHashMap<>();
        this.byProperty = new LinkedHashMap<>();
        for (Column column : columns) {
            String key = Names.key(column.accessString());
            byAccessString.computeIfAbsent(key, absent -> new ArrayList<>(1)).add(column);
            int dot = key.indexOf('.');
            byProperty
                    .computeIfAbsent(dot < 0 ? key : key.substring(0, dot), absent -> new ArrayList<>(1))
                    .add(column);
        }
    }

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

    /** The declared type of a column, which decides its affinity in SQLite. */
    public enum ColumnType {
        ANY,
        BOOLEAN,
        BLOB,
        TIMESTAMP,
        REAL,
        INTEGER,
        TEXT
    }

    /**
     * @param primaryKey name of the column with the instance id
     * @param classIdColumn name of the physical ECClassId column, null when the table has none
     * @param parentTableId the table that this one joins or overflows
     * @param exclusiveRootClassId the class at the root of the table; null for overflow tables, where the file holds no meaning
     */
    public record Table(
            long id,
            String name,
            TableType type,
            @Nullable Long parentTableId,
            @Nullable Long exclusiveRootClassId,
            String primaryKey,
            @Nullable String classIdColumn) {}

    /**
     * One single-column leaf.
     *
     * @param virtual the column does not exist in SQL
     * @param kind bit mask: 1 instance id, 2 class id, 4 shared
     * @param constantClassId for a virtual column: the class id that every row has there. For the {@code RelECClassId} of a
     *     navigation property it holds only where its {@code Id} is not NULL. Null for virtual columns without a value
     */
    public record Column(
            String accessString,
            Table table,
            String name,
            ColumnType type,
            boolean virtual,
            int kind,
            @Nullable Long constantClassId) {}

    /** The rows of a class hierarchy that stand in one root table: a primary or an existing one. */
    public record Partition(Table table, long[] classIds) {}

    /**
     * A foreign key column that instances of a relationship class are derived from.
     *
     * @param holderClassId the class that declares the navigation property
     * @param holderIsSource the class stands at the source end
     */
    public record ForeignKey(long holderClassId, String propertyName, boolean holderIsSource) {}

    public long classId() {
        return classId;
    }

    public Strategy strategy() {
        return strategy;
    }

    /** The physical tables in which an instance has a row, root table first; empty for classes without storage of their own. */
    public List<Table> tables() {
        return tables;
    }

    /** Every mapped leaf in stored order; {@code ECInstanceId} and {@code ECClassId} come once for each table. */
    public List<Column> columns() {
        return columns;
    }

    /** The column of a leaf such as {@code Origin.X}; for the system properties the one of the first table in stored order. */
    public @Nullable Column tryColumn(String accessString) {
        List<Column> found = byAccessString.get(Names.key(accessString));
        return found == null ? null : found.get(0);
    }

    /** All leaves of one top-level property, empty when it is not mapped. */
    public List<Column> columnsOf(String propertyName) {
        return Collections.unmodifiableList(byProperty.getOrDefault(Names.key(propertyName), List.of()));
    }

    /** The column of a leaf in a certain table. */
    public @Nullable Column tryColumn(String accessString, Table table) {
        for (Column column : byAccessString.getOrDefault(Names.key(accessString), List.of())) {
            if (column.table().id() == table.id()) {
                return column;
            }
        }
        return null;
    }
}
