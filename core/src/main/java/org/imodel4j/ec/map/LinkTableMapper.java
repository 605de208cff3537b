package org.imodel4j.ec.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.imodel4j.ec.ClassMap.ColumnType;
import org.imodel4j.ec.ClassMap.TableType;
import org.imodel4j.ec.CustomAttributeXml;
import org.imodel4j.ec.map.ClassNode.ConstraintNode;
import org.imodel4j.ec.map.DbTable.ForeignKey;
import org.imodel4j.ec.map.PropertyMapping.Leaf;
import org.jspecify.annotations.Nullable;

/** Maps the ends of relationship classes: the columns of link tables, and the virtual ones of relationships by foreign key. */
final class LinkTableMapper {
    static final List<String> END_PROPERTIES =
            List.of("SourceECInstanceId", "SourceECClassId", "TargetECInstanceId", "TargetECClassId");

    private final ClassGraph graph;
    private final Mappings mappings;
    private final SchemaMapper mapper;

    LinkTableMapper(ClassGraph graph, Mappings mappings, SchemaMapper mapper) {
        this.graph = graph;
        this.mappings = mappings;
        this.mapper = mapper;
    }

    /** The ends of a relationship that is derived from a foreign key: virtual columns that stand for them. */
    void mapForeignKeyEnds(ClassMapping mapping) {
        DbTable table = mapping.primaryTable();
        for (String name : END_PROPERTIES) {
            put(mapping, name, table.add(name, ColumnType.INTEGER, DbColumn.DATA, true));
        }
    }

    /** The ends of a relationship class that has a base class, which are those of the base class. */
    void inheritEnds(ClassMapping mapping, ClassMapping base) {
        for (String name : END_PROPERTIES) {
            mapping.put(base.systemProperty(name).copy());
        }
    }

    private void put(ClassMapping mapping, String name, DbColumn column) {
        mapping.put(new PropertyMapping(graph.systemProperty(name), name, null, List.of(new Leaf(name, column))));
    }

    /** The two tables that a link table joins. */
    record LinkedTables(DbTable source, DbTable target) {}

    LinkedTables linkedTables(ClassNode node) {
        Set<DbTable> source = mapper.primaryTables(node.source());
        Set<DbTable> target = mapper.primaryTables(node.target());
        if (source.isEmpty() || target.isEmpty()) {
            throw Refusal.mapRelationship(
                    node,
                    "Source or target constraint classes are abstract without subclasses. Consider applying the MapStrategy"
                            + " 'TablePerHierarchy' to the abstract constraint class.");
        }
        if (source.size() > 1 || target.size() > 1) {
            String which;
            if (source.size() > 1 && target.size() > 1) {
                which = "source and target constraints are";
            } else {
                which = source.size() > 1 ? "source constraint is" : "target constraint is";
            }
            throw Refusal.mapRelationship(
                    node,
                    "It is mapped to a link table, but the " + which
                            + " mapped to more than one table, which is not supported for link tables.");
        }
        return new LinkedTables(source.iterator().next(), target.iterator().next());
    }

    /** The ends of the root of a hierarchy of link tables. */
    void mapEnds(ClassMapping mapping) {
        CustomAttributeXml wish = mapping.node().attribute("LinkTableRelationshipMap");
        mapEnd(
                mapping,
                "Source",
                MapAttributes.text(wish, "SourceECInstanceIdColumn"),
                mapping.node().source());
        mapEnd(
                mapping,
                "Target",
                MapAttributes.text(wish, "TargetECInstanceIdColumn"),
                mapping.node().target());
    }

    private void mapEnd(ClassMapping mapping, String end, @Nullable String wanted, ConstraintNode constraint) {
        DbTable table = mapping.primaryTable();
        String idName = wanted == null ? end + "Id" : wanted;
        boolean mayExist = mapping.isHierarchy() || table.type() == TableType.EXISTING;
        if (!mayExist && table.tryColumn(idName) != null) {
            throw Refusal.mapRelationship(
                    mapping.node(),
                    "Table '" + table.name() + "' already contains " + end + "ECInstanceId column named '" + idName
                            + "'.");
        }
        put(mapping, end + "ECInstanceId", column(mapping, idName, false));
        put(mapping, end + "ECClassId", classColumn(mapping, end, wanted, constraint));
    }

    private DbColumn classColumn(ClassMapping mapping, String end, @Nullable String wanted, ConstraintNode constraint) {
        String name = end + "ECClassId";
        if (wanted != null) {
            name = (MapNames.endsWithId(wanted) ? wanted.substring(0, wanted.length() - 2) : wanted) + "ClassId";
        }
        if (mapper.tableCount(constraint) > 1) {
            return column(mapping, name, false);
        }
        DbTable endTable = mappings.required(constraint.classes().get(0)).primaryTable();
        DbColumn classId = endTable.tryFirst(DbColumn.CLASS_ID);
        return classId == null ? column(mapping, name, true) : classId;
    }

    private static DbColumn column(ClassMapping mapping, String name, boolean virtual) {
        DbTable table = mapping.primaryTable();
        DbColumn existing = table.tryColumn(name);
        if (existing != null) {
            return existing;
        }
        if (!table.isVirtual() && (virtual || table.type() == TableType.EXISTING)) {
            throw Refusal.mapRelationship(
                    mapping.node(),
                    "No columns found for SourceECInstanceId or TargetECInstanceId in table '" + table.name()
                            + "'. Consider applying the LinkTableRelationshipMap custom attribute to the ECRelationshipClass.");
        }
        return table.add(name, ColumnType.INTEGER, DbColumn.DATA, virtual);
    }

    /** Foreign keys of SQLite to the linked tables, unless the schema does without. */
    void addForeignKeys(ClassMapping mapping, LinkedTables linked) {
        CustomAttributeXml wish = mapping.node().attribute("LinkTableRelationshipMap");
        DbTable table = mapping.primaryTable();
        boolean root = !mapping.isHierarchy()
                || table.exclusiveRootClassId() == mapping.node().id();
        if (Boolean.FALSE.equals(MapAttributes.truth(wish, "CreateForeignKeyConstraints"))
                || table.type() == TableType.EXISTING
                || !root) {
            return;
        }
        table.add(new ForeignKey(
                endColumn(mapping, "SourceECInstanceId"), linked.source().instanceId(), "CASCADE", null));
        table.add(new ForeignKey(
                endColumn(mapping, "TargetECInstanceId"), linked.target().instanceId(), "CASCADE", null));
    }

    private static DbColumn endColumn(ClassMapping mapping, String name) {
        DbColumn column = mapping.systemProperty(name).tryColumn(mapping.primaryTable());
        if (column == null) {
            throw Refusal.mapRelationship(mapping.node(), "It has no column for " + name + ".");
        }
        return column;
    }

    /** The indexes on the ends; {@code root} is the root class of a hierarchy. */
    void addIndexes(ClassMapping mapping, boolean root) {
        if (mapping.primaryTable().type() == TableType.EXISTING) {
            return;
        }
        if (mapping.isHierarchy()) {
            if (root) {
                addIndex(
                        mapping,
                        "sourcetargetclassid",
                        true,
                        "SourceECInstanceId",
                        "SourceECClassId",
                        "TargetECInstanceId",
                        "TargetECClassId",
                        "ECClassId");
                addIndex(mapping, "target", false, "TargetECInstanceId", "TargetECClassId");
            }
            return;
        }
        boolean duplicates = allowsDuplicates(mapping.node());
        boolean sourceUnique = !duplicates && !mapping.node().target().isMany();
        boolean targetUnique = !duplicates && !mapping.node().source().isMany();
        addIndex(mapping, "source", sourceUnique, "SourceECInstanceId", "SourceECClassId");
        addIndex(mapping, "target", targetUnique, "TargetECInstanceId", "TargetECClassId");
        if (!duplicates) {
            addIndex(
                    mapping,
                    "sourcetarget",
                    true,
                    "SourceECInstanceId",
                    "SourceECClassId",
                    "TargetECInstanceId",
                    "TargetECClassId");
        }
    }

    private static boolean allowsDuplicates(ClassNode node) {
        if (MapAttributes.isTrue(node.attribute("LinkTableRelationshipMap"), "AllowDuplicateRelationships")) {
            return true;
        }
        return !node.bases().isEmpty() && allowsDuplicates(node.bases().get(0));
    }

    private static void addIndex(ClassMapping mapping, String suffix, boolean unique, String... properties) {
        ClassNode node = mapping.node();
        DbTable table = mapping.primaryTable();
        List<DbColumn> columns = new ArrayList<>();
        for (String property : properties) {
            DbColumn column = mapping.systemProperty(property).tryColumn(table);
            if (column != null && !column.isVirtual()) {
                columns.add(column);
            }
        }
        String name = (unique ? "uix_" : "ix_") + node.schema().alias() + "_" + node.name() + "_" + suffix;
        table.indexes().add(new DbIndex(name, table, unique, columns, false, true, node.id(), false));
    }
}
