package org.imodel4j.ec.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.imodel4j.ec.ClassMap.TableType;
import org.jspecify.annotations.Nullable;

/** The tables of a file, in the order of their names without regard to case. */
final class DbTables {
    /** Stands for the place of classes that are stored nowhere. */
    private static final String NOT_MAPPED = "ECDbNotMapped";

    private final Map<String, DbTable> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    @Nullable
    DbTable tryTable(String name) {
        return byName.get(name);
    }

    DbTable add(DbTable table) {
        byName.put(table.name(), table);
        return table;
    }

    void remove(DbTable table) {
        byName.remove(table.name());
    }

    Collection<DbTable> all() {
        return byName.values();
    }

    DbTable notMapped() {
        DbTable table = byName.get(NOT_MAPPED);
        return table == null ? add(new DbTable(NOT_MAPPED, TableType.VIRTUAL, null, 0)) : table;
    }

    /** The order in which new tables get their ids and are made: joined tables behind the others, overflow tables last. */
    List<DbTable> inOrderOfCreation() {
        List<DbTable> first = new ArrayList<>();
        List<DbTable> joined = new ArrayList<>();
        List<DbTable> overflow = new ArrayList<>();
        for (DbTable table : byName.values()) {
            switch (table.type()) {
                case JOINED -> joined.add(table);
                case OVERFLOW -> overflow.add(table);
                default -> first.add(0, table);
            }
        }
        first.addAll(joined);
        first.addAll(overflow);
        return first;
    }
}
