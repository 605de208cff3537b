package org.imodel4j.ec.map;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.imodel4j.ec.ClassMap.ColumnType;
import org.imodel4j.ec.ClassMap.TableType;
import org.jspecify.annotations.Nullable;

/** A table, that exists or is to be made; a virtual one exists in {@code ec_Table} only. */
final class DbTable {
    private final String name;
    private final TableType type;
    private final @Nullable DbTable parent;
    private final long exclusiveRootClassId;
    private final List<DbTable> children = new ArrayList<>();
    private final List<DbColumn> columns = new ArrayList<>();
    private final Map<String, DbColumn> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<DbIndex> indexes = new ArrayList<>();
    private final List<ForeignKey> foreignKeys = new ArrayList<>();
    private final Map<String, Trigger> triggers = new TreeMap<>();
    private int sharedColumns;
    private long id;

    /** @param onDelete in SQL, null when not given; so is {@code onUpdate} */
    record ForeignKey(
            DbColumn column,
            DbColumn referenced,
            @Nullable String onDelete,
            @Nullable String onUpdate) {}

    /** A trigger after an update. */
    record Trigger(String name, String when, String body) {}

    /** @param exclusiveRootClassId the class whose hierarchy alone uses the table, 0 for none */
    DbTable(String name, TableType type, @Nullable DbTable parent, long exclusiveRootClassId) {
        this.name = MapNames.quotable(name);
        this.type = type;
        this.parent = parent;
        this.exclusiveRootClassId = exclusiveRootClassId;
        if (parent != null) {
            parent.children.add(this);
        }
    }

    String name() {
        return name;
    }

    TableType type() {
        return type;
    }

    boolean isVirtual() {
        return type == TableType.VIRTUAL;
    }

    @Nullable
    DbTable parent() {
        return parent;
    }

    List<DbTable> children() {
        return children;
    }

    long exclusiveRootClassId() {
        return exclusiveRootClassId;
    }

    /** 0 while it is not stored. */
    long id() {
        return id;
    }

    void stored(long newId) {
        id = newId;
    }

    List<DbColumn> columns() {
        return Collections.unmodifiableList(columns);
    }

    @Nullable
    DbColumn tryColumn(String columnName) {
        return byName.get(columnName);
    }

    /** Adds a column behind the others; those of a virtual table are virtual. */
    DbColumn add(String columnName, ColumnType columnType, int kind, boolean virtual) {
        return add(columns.size(), columnName, columnType, kind, virtual);
    }

    DbColumn add(int position, String columnName, ColumnType columnType, int kind, boolean virtual) {
        if (byName.containsKey(columnName)) {
            throw Refusal.of("Table " + name + " has two columns of the name " + columnName + ".");
        }
        DbColumn column = new DbColumn(this, columnName, columnType, virtual || isVirtual(), kind);
        columns.add(position, column);
        byName.put(columnName, column);
        if (kind == DbColumn.SHARED) {
            sharedColumns++;
        }
        return column;
    }

    /** Adds the next shared column: {@code ps1}, {@code ps2} … in a primary table, {@code js…} in a joined and {@code os…} in an overflow one. */
    DbColumn addShared() {
        String prefix =
                switch (type) {
                    case PRIMARY -> "ps";
                    case JOINED -> "js";
                    case OVERFLOW -> "os";
                    default -> throw Refusal.of("Table " + name + " can not have shared columns.");
                };
        return add(prefix + (sharedColumns + 1), ColumnType.ANY, DbColumn.SHARED, false);
    }

    List<DbColumn> sharedColumns() {
        return columns.stream().filter(DbColumn::isShared).collect(Collectors.toList());
    }

    int physicalColumns() {
        int count = 0;
        for (DbColumn column : columns) {
            count += column.isVirtual() ? 0 : 1;
        }
        return count;
    }

    /** The first column of a kind, null when there is none. */
    @Nullable
    DbColumn tryFirst(int kind) {
        for (DbColumn column : columns) {
            if (column.kind() == kind) {
                return column;
            }
        }
        return null;
    }

    DbColumn instanceId() {
        return required(DbColumn.INSTANCE_ID);
    }

    DbColumn classId() {
        return required(DbColumn.CLASS_ID);
    }

    private DbColumn required(int kind) {
        DbColumn column = tryFirst(kind);
        if (column == null) {
            throw Refusal.of("Table " + name + " has no column for ids.");
        }
        return column;
    }

    /** The overflow table of a primary or joined table; null when it has none. */
    @Nullable
    DbTable overflow() {
        return children.isEmpty() || children.get(0).type != TableType.OVERFLOW ? null : children.get(0);
    }

    List<DbIndex> indexes() {
        return indexes;
    }

    List<ForeignKey> foreignKeys() {
        return Collections.unmodifiableList(foreignKeys);
    }

    void add(ForeignKey foreignKey) {
        if (!foreignKeys.contains(foreignKey)) {
            foreignKeys.add(foreignKey);
        }
    }

    Iterable<Trigger> triggers() {
        return triggers.values();
    }

    void add(Trigger trigger) {
        triggers.putIfAbsent(trigger.name(), trigger);
    }

    @Override
    public String toString() {
        return name;
    }
}
