package org.imodel4j.ec.map;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.imodel4j.ec.ClassMap.Strategy;
import org.imodel4j.ec.CustomAttributeXml;
import org.imodel4j.ec.ECProperty.Kind;
import org.imodel4j.ec.map.PropertyMapping.Leaf;
import org.jspecify.annotations.Nullable;

/** The indexes that authors define with the attribute DbIndexList. */
final class IndexMapper {
    /** The last version of the profile whose files have an index for each relationship class in a link table. */
    private final boolean oldProfile;

    private final MapStore store;
    private final ClassGraph graph;

    IndexMapper(boolean oldProfile, MapStore store, ClassGraph graph) {
        this.oldProfile = oldProfile;
        this.store = store;
        this.graph = graph;
    }

    /** @param update the class has been mapped before: its indexes are defined anew */
    void map(ClassMapping mapping, boolean update) {
        CustomAttributeXml list = mapping.node().attribute("DbIndexList");
        CustomAttributeXml indexes = list == null ? null : list.child("Indexes");
        if (indexes == null || indexes.children().isEmpty()) {
            return;
        }
        check(mapping);
        DbTable table = mapping.joinedOrPrimaryTable();
        Set<String> automatic = new HashSet<>();
        table.indexes().stream().filter(DbIndex::automatic).forEach(index -> automatic.add(index.name()));
        for (CustomAttributeXml index : indexes.children()) {
            map(mapping, index, table, automatic, update);
        }
    }

    private static void check(ClassMapping mapping) {
        ClassNode node = mapping.node();
        if (node.isMixin()) {
            throw Refusal.of(
                    "Failed to map mixin ECClass " + node.fullName() + ". Mixins cannot have user-defined indexes.");
        }
        if (mapping.isForeignKey()) {
            throw Refusal.of("Failed to map ECRelationshipClass " + node.fullName()
                    + ". Foreign key type relationships cannot have user-defined indexes.");
        }
        if (mapping.strategy() == Strategy.EXISTING_TABLE || (!mapping.isHierarchy() && !node.isSealed())) {
            throw Refusal.map(
                    node,
                    "A user-defined index can only be defined on classes with MapStrategy 'TablePerHierarchy' or on sealed classes that"
                            + " don't have the MapStrategy 'ExistingTable'.");
        }
    }

    private void map(
            ClassMapping mapping, CustomAttributeXml index, DbTable table, Set<String> automatic, boolean update) {
        String name = MapAttributes.text(index, "Name");
        if (name == null) {
            throw Refusal.map(mapping.node(), "A Name must always be specified for a DbIndex.");
        }
        boolean system = automatic.contains(name);
        if (oldProfile && !system && MapNames.key(name).endsWith("_sourcetargetclassid")) {
            String oldName = name.substring(0, name.length() - "classid".length());
            if (automatic.contains(oldName)) {
                name = oldName;
                system = true;
            }
        }
        if (system && (!mapping.node().isRelationship() || !mapping.isHierarchy())) {
            throw Refusal.of("The system index '" + name
                    + "' specified in the custom attribute 'DbIndexList' for class '"
                    + mapping.node().fullName()
                    + "' is not eligible for a modification. System-generated indexes can only be modified in relationship classes with"
                    + " TPH map strategy.");
        }
        if (update || system) {
            remove(table, name);
        }
        boolean unique = MapAttributes.isTrue(index, "IsUnique");
        table.indexes()
                .add(new DbIndex(
                        name,
                        table,
                        unique,
                        columns(mapping, name, index, table, system),
                        isNotNull(mapping, index),
                        system,
                        mapping.node().id(),
                        true));
        if (oldProfile && system && unique) {
            removeOfSubclasses(mapping.node(), table, automatic);
        }
    }

    private static void remove(DbTable table, String name) {
        table.indexes().removeIf(index -> index.name().equals(name));
    }

    private void removeOfSubclasses(ClassNode node, DbTable table, Set<String> automatic) {
        for (ClassNode derived : graph.classes()) {
            String name = "uix_" + node.schema().alias() + "_" + derived.name() + "_sourcetarget";
            if (derived != node && derived.ancestors().contains(node) && automatic.contains(name)) {
                remove(table, name);
                store.dropIndex(name);
            }
        }
    }

    private static boolean isNotNull(ClassMapping mapping, CustomAttributeXml index) {
        String where = MapAttributes.text(index, "Where");
        if (where == null) {
            return false;
        }
        if (where.equalsIgnoreCase("IndexedColumnsAreNotNull")) {
            return true;
        }
        throw Refusal.map(
                mapping.node(),
                "Invalid where clause in DbIndexList::DbIndex: " + where
                        + ". Only 'IndexedColumnsAreNotNull' is supported by ECDb.");
    }

    private static List<DbColumn> columns(
            ClassMapping mapping, String name, CustomAttributeXml index, DbTable table, boolean system) {
        CustomAttributeXml properties = index.child("Properties");
        if (properties == null || properties.children().isEmpty()) {
            throw Refusal.map(mapping.node(), "DbIndex '" + name + "' must specify at least one property.");
        }
        List<DbColumn> columns = new ArrayList<>();
        for (CustomAttributeXml item : properties.children()) {
            String access = item.text().trim();
            List<Leaf> leaves = leaves(mapping, access);
            if (leaves == null) {
                if (system) {
                    continue;
                }
                throw Refusal.of(onClass(name, mapping) + "is invalid: The specified ECProperty '" + access
                        + "' does not exist or is not mapped.");
            }
            addColumns(mapping, name, access, leaves, table, columns);
        }
        return columns;
    }

    private static void addColumns(
            ClassMapping mapping,
            String name,
            String access,
            List<Leaf> leaves,
            DbTable table,
            List<DbColumn> columns) {
        if (access.equalsIgnoreCase("SourceECClassId") || access.equalsIgnoreCase("TargetECClassId")) {
            throw Refusal.of("DbIndex custom attribute '" + name + "' on ECRelationshipClass '"
                    + mapping.node().fullName()
                    + "' is invalid. Cannot define index on the system properties SourceECClassId or TargetECClassId.");
        }
        int before = columns.size();
        for (Leaf leaf : leaves) {
            if (leaf.column().table() == table) {
                if (table.isVirtual() || leaf.column().isVirtual()) {
                    throw Refusal.of(onClass(name, mapping) + "is invalid: The specified ECProperty '" + access
                            + "' cannot be used in the index as it is not mapped to a column (aka virtual column).");
                }
                columns.add(leaf.column());
            }
        }
        if (columns.size() == before) {
            boolean joined = mapping.isJoined() || mapping.isParentOfJoinedTables();
            throw Refusal.of(onClass(name, mapping)
                    + "is invalid. The properties that make up the index are mapped to different tables"
                    + (joined
                            ? " because the 'JoinedTablePerDirectSubclass' custom attribute is applied to this class hierarchy."
                            : "."));
        }
    }

    /** The leaves of a property or of a member of one; null when there is none. */
    private static @Nullable List<Leaf> leaves(ClassMapping mapping, String access) {
        int dot = access.indexOf('.');
        PropertyMapping found = mapping.tryProperty(dot < 0 ? access : access.substring(0, dot));
        if (found == null) {
            return null;
        }
        PropertyNode property = found.property();
        if (dot < 0 && property != null && property.kind() != Kind.PRIMITIVE) {
            throw Refusal.of(
                    "DbIndex custom attribute on ECClass '" + mapping.node().fullName()
                            + "' is invalid: The specified ECProperty '" + access + "' is not of a primitive type.");
        }
        String prefix = MapNames.key(access);
        List<Leaf> leaves = found.leaves().stream()
                .filter(leaf -> {
                    String key = MapNames.key(leaf.accessString());
                    return key.equals(prefix) || key.startsWith(prefix + '.');
                })
                .collect(Collectors.toList());
        return leaves.isEmpty() ? null : leaves;
    }

    private static String onClass(String name, ClassMapping mapping) {
        return "DbIndex custom attribute '" + name + "' on ECClass '"
                + mapping.node().fullName() + "' ";
    }
}
