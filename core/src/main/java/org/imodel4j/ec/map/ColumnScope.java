package org.imodel4j.ec.map;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns that are taken while properties of one class get theirs. */
final class ColumnScope {
    private final Map<String, DbColumn> byAccessString = new HashMap<>();
    private final Set<DbColumn> taken = Collections.newSetFromMap(new IdentityHashMap<>());

    /** What a new class must not take: its own columns and those of its base classes in the same table. */
    static ColumnScope ofNew(ClassMapping mapping, Mappings mappings) {
        ColumnScope scope = new ColumnScope();
        scope.takeOwnAndInherited(mapping, mappings);
        return scope;
    }

    /** What a class that gets further properties must not take: also the columns of its subclasses. */
    static ColumnScope ofExtended(ClassMapping mapping, Mappings mappings) {
        ColumnScope scope = ofNew(mapping, mappings);
        scope.takeDerived(mapping, mappings, mapping.primaryTable());
        return scope;
    }

    private void takeOwnAndInherited(ClassMapping mapping, Mappings mappings) {
        takeOwn(mapping);
        for (ClassNode base : mapping.node().bases()) {
            ClassMapping baseMapping = mappings.of(base);
            if (baseMapping != null && baseMapping.primaryTable() == mapping.primaryTable()) {
                takeOwnAndInherited(baseMapping, mappings);
            }
        }
    }

    private void takeDerived(ClassMapping mapping, Mappings mappings, DbTable primary) {
        for (ClassNode derived : mapping.node().derived()) {
            ClassMapping derivedMapping = mappings.of(derived);
            if (derivedMapping != null && !primary.isVirtual() && derivedMapping.primaryTable() == primary) {
                takeOwn(derivedMapping);
                takeDerived(derivedMapping, mappings, primary);
            }
        }
    }

    private void takeOwn(ClassMapping mapping) {
        for (PropertyNode property : mapping.node().properties()) {
            PropertyMapping found = mapping.tryProperty(property.name());
            if (found != null) {
                found.leaves().forEach(leaf -> take(leaf.accessString(), leaf.column()));
            }
        }
    }

    void take(String accessString, DbColumn column) {
        byAccessString.putIfAbsent(MapNames.key(accessString), column);
        taken.add(column);
    }

    boolean isTaken(DbColumn column) {
        return taken.contains(column);
    }

    /** The column that a leaf of that name has in this scope, null when it has none. */
    @Nullable
    DbColumn tryColumn(String accessString) {
        return byAccessString.get(MapNames.key(accessString));
    }
}
