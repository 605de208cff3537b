package org.imodel4j.ec.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imodel4j.ec.ClassMap.Strategy;
import org.imodel4j.ec.ClassMap.TableType;
import org.jspecify.annotations.Nullable;

/** Where a class is stored: under construction for a new one, read for one that the file has already. */
final class ClassMapping {
    private final ClassNode node;
    private final Strategy strategy;
    private final @Nullable HierarchyOptions hierarchy;
    private final List<DbTable> tables = new ArrayList<>(2);
    private final Map<String, PropertyMapping> properties = new LinkedHashMap<>();
    private boolean stored;

    /** @param hierarchy null unless the strategy is TABLE_PER_HIERARCHY */
    ClassMapping(ClassNode node, Strategy strategy, @Nullable HierarchyOptions hierarchy) {
        this.node = node;
        this.strategy = strategy;
        this.hierarchy = hierarchy;
    }

    ClassNode node() {
        return node;
    }

    Strategy strategy() {
        return strategy;
    }

    @Nullable
    HierarchyOptions hierarchy() {
        return hierarchy;
    }

    boolean isHierarchy() {
        return hierarchy != null;
    }

    boolean isNotMapped() {
        return strategy == Strategy.NOT_MAPPED;
    }

    boolean isForeignKey() {
        return strategy == Strategy.FOREIGN_KEY_IN_SOURCE || strategy == Strategy.FOREIGN_KEY_IN_TARGET;
    }

    boolean sharesColumns() {
        return hierarchy != null && hierarchy.sharing() == HierarchyOptions.Sharing.YES;
    }

    boolean isParentOfJoinedTables() {
        return hierarchy != null && hierarchy.joining() == HierarchyOptions.Joining.PARENT_OF_JOINED;
    }

    boolean isJoined() {
        return hierarchy != null && hierarchy.joining() == HierarchyOptions.Joining.JOINED;
    }

    /** Whether the rows of the mapping are in the file. */
    boolean isStored() {
        return stored;
    }

    void markStored() {
        stored = true;
    }

    /** In the order in which they were found: primary, joined, overflow. */
    List<DbTable> tables() {
        return tables;
    }

    void use(DbTable table) {
        if (!tables.contains(table)) {
            tables.add(table);
        }
    }

    DbTable primaryTable() {
        for (DbTable table : tables) {
            if (isForeignKey() || (table.type() != TableType.JOINED && table.type() != TableType.OVERFLOW)) {
                return table;
            }
        }
        throw Refusal.map(node, "It has no table.");
    }

    DbTable joinedOrPrimaryTable() {
        for (DbTable table : tables) {
            if (table.type() == TableType.JOINED) {
                return table;
            }
        }
        return primaryTable();
    }

    @Nullable
    DbTable overflowTable() {
        for (DbTable table : tables) {
            if (table.type() == TableType.OVERFLOW) {
                return table;
            }
        }
        return null;
    }

    Iterable<PropertyMapping> properties() {
        return properties.values();
    }

    int propertyCount() {
        return properties.size();
    }

    @Nullable
    PropertyMapping tryProperty(String name) {
        return properties.get(MapNames.key(name));
    }

    /** A system property, such as {@code ECInstanceId}. */
    PropertyMapping systemProperty(String name) {
        PropertyMapping mapping = tryProperty(name);
        if (mapping == null) {
            throw Refusal.map(node, "It has no " + name + ".");
        }
        return mapping;
    }

    void put(PropertyMapping mapping) {
        properties.put(MapNames.key(mapping.name()), mapping);
    }

    /** The tables in which an instance has a row, as {@code ec_cache_ClassHasTables} counts them. */
    Set<DbTable> storage() {
        Set<DbTable> found = new LinkedHashSet<>();
        for (PropertyMapping mapping : properties.values()) {
            for (PropertyMapping.Leaf leaf : mapping.leaves()) {
                if (!leaf.column().isClassId()) {
                    found.add(leaf.column().table());
                }
            }
        }
        return found;
    }

    @Override
    public String toString() {
        return node + " → " + tables;
    }
}
