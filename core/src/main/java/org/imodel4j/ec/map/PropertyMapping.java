package org.imodel4j.ec.map;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a class stores one of its properties: a column for each leaf. System properties have one in each table of the class. */
final class PropertyMapping {
    private final long rootPropertyId;
    private final String name;
    private final @Nullable PropertyNode property;
    private final List<Leaf> leaves;
    private boolean known;

    /** @param accessString such as {@code Origin.X} */
    record Leaf(String accessString, DbColumn column) {}

    /** @param property null for system properties */
    PropertyMapping(long rootPropertyId, String name, @Nullable PropertyNode property, List<Leaf> leaves) {
        this.rootPropertyId = rootPropertyId;
        this.name = name;
        this.property = property;
        this.leaves = new ArrayList<>(leaves);
    }

    /** For a subclass, which stores the property in the same columns; an override is known by what it overrides. */
    PropertyMapping copy() {
        return new PropertyMapping(rootPropertyId, name, property, leaves);
    }

    /** Whether it was in the file before. */
    boolean isKnown() {
        return known;
    }

    void markKnown() {
        known = true;
    }

    long rootPropertyId() {
        return rootPropertyId;
    }

    String name() {
        return name;
    }

    @Nullable
    PropertyNode property() {
        return property;
    }

    boolean isSystem() {
        return property == null;
    }

    List<Leaf> leaves() {
        return leaves;
    }

    Set<DbTable> tables() {
        Set<DbTable> tables = new LinkedHashSet<>();
        leaves.forEach(leaf -> tables.add(leaf.column().table()));
        return tables;
    }

    /** The column of a system property in a table, null when the table has none. */
    @Nullable
    DbColumn tryColumn(DbTable table) {
        for (Leaf leaf : leaves) {
            if (leaf.column().table() == table) {
                return leaf.column();
            }
        }
        return null;
    }
}
