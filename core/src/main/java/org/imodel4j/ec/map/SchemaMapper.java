package org.imodel4j.ec.map;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imodel4j.ec.ClassMap.Strategy;
import org.imodel4j.ec.ClassMap.TableType;
import org.imodel4j.ec.CustomAttributeXml;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ec.map.ClassNode.ConstraintNode;
import org.imodel4j.ec.map.ClassNode.SchemaNode;
import org.imodel4j.ec.map.DbTable.ForeignKey;
import org.imodel4j.ec.map.DbTable.Trigger;
import org.imodel4j.ec.map.PropertyMapping.Leaf;
import org.jspecify.annotations.Nullable;

/**
 * Maps the classes of schemas to tables: mixins, then the hierarchies of entity, struct and custom attribute classes from their roots, then those
 * of relationships. A class that is referred to before its turn is mapped then.
 */
final class SchemaMapper {
    private final ClassGraph graph;
    private final Mappings mappings;
    private final DbTables tables;
    private final MapStore store;
    private final Policies policies;
    private final TableMapper tableMapper;
    private final PropertyMapper propertyMapper;
    private final NavigationMapper navigations;
    private final LinkTableMapper links;
    private final IndexMapper indexes;
    private final Overflow overflow;

    SchemaMapper(
            ClassGraph graph,
            Mappings mappings,
            DbTables tables,
            MapStore store,
            MapConnection connection,
            boolean oldProfile) {
        this.graph = graph;
        this.mappings = mappings;
        this.tables = tables;
        this.store = store;
        this.policies = new Policies(graph);
        this.tableMapper = new TableMapper(tables, connection);
        this.propertyMapper = new PropertyMapper(graph);
        this.navigations = new NavigationMapper(store, mappings, this, policies);
        this.links = new LinkTableMapper(graph, mappings, this);
        this.indexes = new IndexMapper(oldProfile, store, graph);
        this.overflow = new Overflow(tables, mappings, store);
    }

    Overflow overflow() {
        return overflow;
    }

    /** Maps all classes of schemas; the foreign keys of SQLite come last. */
    void map(List<SchemaNode> schemas) {
        Roots roots = new Roots();
        for (SchemaNode schema : schemas) {
            graph.classesOf(schema).forEach(roots::gather);
        }
        roots.mixins.forEach(this::map);
        roots.classes.forEach(this::map);
        roots.relationships.forEach(this::map);
        navigations.finish();
    }

    /** The classes at which hierarchies begin: without base classes, or with mixins only. */
    private static final class Roots {
        private final Set<ClassNode> done = new HashSet<>();
        private final Set<ClassNode> known = new HashSet<>();
        private final List<ClassNode> mixins = new ArrayList<>();
        private final List<ClassNode> classes = new ArrayList<>();
        private final List<ClassNode> relationships = new ArrayList<>();

        void gather(ClassNode node) {
            if (!done.add(node)) {
                return;
            }
            if (node.bases().stream().allMatch(ClassNode::isMixin)) {
                if (known.add(node)) {
                    (node.isRelationship() ? relationships : node.isMixin() ? mixins : classes).add(node);
                }
                return;
            }
            for (ClassNode base : node.bases()) {
                if (done.contains(base)) {
                    return;
                }
                gather(base);
            }
        }
    }

    /** Maps a class and those that derive from it; one that the file has mapped already gets what is new. */
    void map(ClassNode node) {
        ClassMapping known = mappings.of(node);
        if (known == null) {
            mapNew(node);
            return;
        }
        update(known);
        mapDerived(node);
    }

    private void mapDerived(ClassNode node) {
        for (ClassNode derived : List.copyOf(node.derived())) {
            if (!node.isMixin() || derived.isMixin()) {
                map(derived);
            }
        }
    }

    private void mapNew(ClassNode node) {
        Storage storage = Storage.of(node, graph, mappings, policies);
        if (storage == null) {
            return;
        }
        ClassMapping mapping = new ClassMapping(node, storage.strategy(), storage.hierarchy());
        mappings.add(mapping);
        if (mapping.isNotMapped()) {
            mapping.use(tables.notMapped());
        } else if (mapping.isForeignKey()) {
            mapForeignKey(mapping, storage);
        } else {
            tableMapper.map(mapping, storage);
            mapSystemColumns(mapping);
            if (node.isRelationship()) {
                mapLinkTable(mapping, storage);
            } else {
                mapProperties(mapping, storage);
            }
        }
        indexes.map(mapping, false);
        mapDerived(node);
    }

    private void mapForeignKey(ClassMapping mapping, Storage storage) {
        if (mapping.node().bases().isEmpty()) {
            tableMapper.map(mapping, storage);
            mapSystemColumns(mapping);
            links.mapForeignKeyEnds(mapping);
            return;
        }
        ClassMapping base = mappings.required(mapping.node().bases().get(0));
        mapping.put(base.systemProperty("ECInstanceId").copy());
        mapping.put(base.systemProperty("ECClassId").copy());
        links.inheritEnds(mapping, base);
        mapping.use(base.primaryTable());
    }

    private void mapLinkTable(ClassMapping mapping, Storage storage) {
        ClassNode node = mapping.node();
        boolean root = node.bases().isEmpty();
        if (root) {
            LinkTableMapper.LinkedTables linked = links.linkedTables(node);
            links.mapEnds(mapping);
            mapProperties(mapping, storage);
            links.addForeignKeys(mapping, linked);
        } else {
            links.inheritEnds(mapping, mappings.required(node.bases().get(0)));
            mapProperties(mapping, storage);
        }
        links.addIndexes(mapping, root);
    }

    /** The instance and class ids, of the joined table first. */
    private void mapSystemColumns(ClassMapping mapping) {
        List<Leaf> ids = new ArrayList<>();
        List<Leaf> classIds = new ArrayList<>();
        for (DbTable table : mapping.tables()) {
            ids.add(0, new Leaf("ECInstanceId", table.instanceId()));
            classIds.add(0, new Leaf("ECClassId", table.classId()));
        }
        mapping.put(new PropertyMapping(graph.systemProperty("ECInstanceId"), "ECInstanceId", null, ids));
        mapping.put(new PropertyMapping(graph.systemProperty("ECClassId"), "ECClassId", null, classIds));
    }

    private void mapProperties(ClassMapping mapping, Storage storage) {
        // What is taken is found out before the first column is asked for, which is behind the inherited properties.
        List<PropertyNode> fresh = new ArrayList<>();
        for (PropertyNode property : mapping.node().properties()) {
            PropertyMapping inherited = inherited(mapping, property);
            if (inherited == null) {
                fresh.add(property);
            } else {
                inherited.tables().forEach(table -> useTable(mapping, table));
                mapping.put(inherited.copy());
            }
        }
        ColumnAllocator columns = new ColumnAllocator(mapping, ColumnScope.ofNew(mapping, mappings), store, overflow);
        fresh.forEach(property -> mapProperty(mapping, property, columns));
        mapTimeStamp(mapping);
        joinToBase(mapping, storage);
    }

    private void useTable(ClassMapping mapping, DbTable table) {
        if (table.type() == TableType.OVERFLOW) {
            overflow.use(mapping, table);
        } else {
            mapping.use(table);
        }
    }

    /** How a base class in the same hierarchy stores the property, null when the class has to find columns itself. */
    private @Nullable PropertyMapping inherited(ClassMapping mapping, PropertyNode property) {
        ClassNode node = mapping.node();
        if (!mapping.isHierarchy() || (property.owner() == node && !node.overrides(property))) {
            return null;
        }
        for (ClassNode base : node.bases()) {
            ClassMapping baseMapping = mappings.required(base);
            PropertyMapping found = baseMapping.isHierarchy() ? baseMapping.tryProperty(property.name()) : null;
            if (found != null && !found.isSystem()) {
                return found;
            }
        }
        return null;
    }

    private void mapProperty(ClassMapping mapping, PropertyNode property, ColumnAllocator columns) {
        if (property.isNavigation()) {
            mapping.put(navigations.map(mapping, property, columns, graph));
            return;
        }
        columns.begin(property, mappings, graph);
        try {
            PropertyMapping mapped = propertyMapper.map(mapping, property, columns);
            if (mapped.tables().size() > 1) {
                throw Refusal.of("Failed to map ECProperty '" + mapping.node().fullName() + "." + property.name()
                        + "'. Its values were mapped to columns spanning multiple tables, which is not supported.");
            }
            mapping.put(mapped);
        } finally {
            columns.end();
        }
    }

    /** A time stamp that the file keeps up by itself: a default value and a trigger. */
    private void mapTimeStamp(ClassMapping mapping) {
        ClassNode node = mapping.node();
        CustomAttributeXml attribute = node.attribute("ClassHasCurrentTimeStampProperty");
        String name = MapAttributes.text(attribute, "PropertyName");
        PropertyNode property = name == null ? null : node.tryProperty(name);
        if (property == null) {
            return;
        }
        if (!property.isReadOnly()) {
            throw Refusal.map(
                    node,
                    "The property '" + property.name()
                            + "' specified in the ClassHasCurrentTimeStampProperty custom attribute must be set to read-only.");
        }
        if (node.isMixin()) {
            throw Refusal.of("Failed to map Mixin ECClass " + node.fullName()
                    + ". Mixins may not have the ClassHasCurrentTimeStampProperty custom attribute.");
        }
        PropertyMapping mapped = mapping.tryProperty(property.name());
        if (mapped == null || property.primitive() != PrimitiveType.DATE_TIME) {
            return;
        }
        DbColumn column = mapped.leaves().get(0).column();
        if (column.isShared()) {
            return;
        }
        column.defaultTo("julianday('now')");
        column.makeNotNull();
        DbTable table = column.table();
        String id = table.instanceId().name();
        table.add(new Trigger(
                table.name() + "_CurrentTimeStamp",
                "old.[" + column.name() + "]=new.[" + column.name() + "] AND old.[" + column.name()
                        + "]!=julianday('now')",
                "BEGIN UPDATE [" + table.name() + "] SET [" + column.name() + "]=julianday('now') WHERE [" + id
                        + "]=new.[" + id + "]; END"));
    }

    /** Rows of a joined table go with those of the table above. */
    private static void joinToBase(ClassMapping mapping, Storage storage) {
        ClassMapping base = storage.base();
        if (base == null || !mapping.isJoined()) {
            return;
        }
        DbTable table = mapping.joinedOrPrimaryTable();
        DbTable baseTable = base.joinedOrPrimaryTable();
        if (table != baseTable) {
            table.add(new ForeignKey(table.instanceId(), baseTable.instanceId(), "CASCADE", null));
        }
    }

    /** Gives a class that was mapped before columns for what is new in its properties. */
    private void update(ClassMapping mapping) {
        if (mapping.isNotMapped()) {
            return;
        }
        if (mapping.isStored() && !mapping.isForeignKey()) {
            ColumnAllocator columns = null;
            for (PropertyNode property : mapping.node().properties()) {
                PropertyMapping known = mapping.tryProperty(property.name());
                // An own property that overrides gets the columns of what it overrides by its name.
                PropertyMapping inherited = property.owner() == mapping.node() ? null : inherited(mapping, property);
                if (known != null && isComplete(known, property) && agree(known, inherited)) {
                    continue;
                }
                if (inherited != null) {
                    inherited.tables().forEach(table -> useTable(mapping, table));
                    PropertyMapping copy = inherited.copy();
                    mapping.put(copy);
                    if (known == null && inherited.isKnown()) {
                        // As iTwin.js leaves it: what the file has for the base class it need not have for this one.
                        copy.markKnown();
                        continue;
                    }
                } else {
                    if (columns == null) {
                        columns = new ColumnAllocator(
                                mapping, ColumnScope.ofExtended(mapping, mappings), store, overflow);
                    }
                    mapProperty(mapping, property, columns);
                }
                save(mapping, mapping.systemProperty(property.name()), known);
            }
        }
        indexes.map(mapping, true);
    }

    private boolean isComplete(PropertyMapping known, PropertyNode property) {
        return known.leaves().size() >= ColumnAllocator.needed(property, graph);
    }

    private static boolean agree(PropertyMapping known, @Nullable PropertyMapping inherited) {
        return inherited == null || known.leaves().equals(inherited.leaves());
    }

    private void save(ClassMapping mapping, PropertyMapping property, @Nullable PropertyMapping known) {
        List<Leaf> fresh = new ArrayList<>(property.leaves());
        if (known != null) {
            fresh.removeAll(known.leaves());
        }
        property.tables().forEach(store::save);
        store.saveProperty(mapping, property, fresh);
    }

    /** The tables that hold the instances at one end of a relationship; of joined tables the one above. */
    Set<DbTable> primaryTables(ConstraintNode constraint) {
        Map<DbTable, Boolean> found = new LinkedHashMap<>();
        for (ClassMapping mapping : mappingsOf(constraint)) {
            for (DbTable table : mapping.tables()) {
                if (table.type() != TableType.OVERFLOW && !table.isVirtual()) {
                    DbTable parent = table.type() == TableType.JOINED ? table.parent() : null;
                    found.put(parent == null ? table : parent, true);
                }
            }
        }
        return found.keySet();
    }

    /** In how many tables the instances at one end are told apart. */
    int tableCount(ConstraintNode constraint) {
        boolean abstractEnd =
                constraint.classes().size() == 1 && constraint.classes().get(0).isAbstract();
        Set<DbTable> physical = new HashSet<>();
        boolean virtual = false;
        for (ClassMapping mapping : mappingsOf(constraint)) {
            if (mapping.primaryTable().isVirtual()) {
                virtual = true;
            } else {
                physical.add(abstractEnd ? mapping.joinedOrPrimaryTable() : mapping.primaryTable());
            }
        }
        if (!physical.isEmpty()) {
            return physical.size();
        }
        return virtual ? 1 : 0;
    }

    private Set<ClassMapping> mappingsOf(ConstraintNode constraint) {
        Set<ClassMapping> found = new LinkedHashSet<>();
        for (ClassNode node : constraint.classes()) {
            if (mappings.of(node) == null) {
                mapNew(node);
            }
            ClassMapping mapping = mappings.required(node);
            collect(node, !mapping.isHierarchy() && constraint.polymorphic(), found);
        }
        return found;
    }

    private void collect(ClassNode node, boolean withDerived, Set<ClassMapping> into) {
        ClassMapping mapping = mappings.of(node);
        if (mapping == null) {
            mapNew(node);
            mapping = mappings.required(node);
        }
        if (mapping.strategy() == Strategy.NOT_MAPPED || !into.add(mapping) || !withDerived) {
            return;
        }
        for (ClassNode derived : node.derived()) {
            collect(derived, true, into);
        }
    }
}
