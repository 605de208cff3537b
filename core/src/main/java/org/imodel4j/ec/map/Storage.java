package org.imodel4j.ec.map;

import org.imodel4j.ec.ClassMap.Strategy;
import org.imodel4j.ec.CustomAttributeXml;
import org.imodel4j.ec.map.ClassNode.ConstraintNode;
import org.jspecify.annotations.Nullable;

/**
 * How a class is to be stored, by its attributes and its base classes.
 *
 * @param hierarchy null unless the strategy is TABLE_PER_HIERARCHY
 * @param base the class of the hierarchy that this one is stored with, null for others and for the root of the hierarchy
 * @param tableName of the table that the class gets if it needs one of its own
 * @param idColumn the column of the instance id in that table
 */
record Storage(
        Strategy strategy,
        @Nullable HierarchyOptions hierarchy,
        @Nullable ClassMapping base,
        String tableName,
        String idColumn) {

    private enum RelationshipKind {
        LINK_TABLE,
        FOREIGN_KEY_IN_SOURCE,
        FOREIGN_KEY_IN_TARGET
    }

    /** What author of the schema asks for, checked. */
    private record Wish(
            @Nullable Strategy strategy,
            @Nullable String table,
            @Nullable String idColumn) {}

    /** Null when a base class is not mapped yet: the class is met again behind it. */
    static @Nullable Storage of(ClassNode node, ClassGraph graph, Mappings mappings, Policies policies) {
        if (!node.isEntity() && !node.isRelationship()) {
            return new Storage(Strategy.NOT_MAPPED, null, null, "", "");
        }
        RelationshipKind kind = node.isRelationship() ? relationshipKind(node, graph) : null;
        Wish wish = wish(node, kind);
        String ownTable = wish.table() == null ? tableName(node, graph) : wish.table();
        for (ClassNode base : node.bases()) {
            if (mappings.of(base) == null) {
                return null;
            }
        }
        ClassMapping base = baseOf(node, mappings);
        Strategy strategy = strategy(node, kind, wish);
        HierarchyOptions options = strategy == Strategy.TABLE_PER_HIERARCHY ? HierarchyOptions.of(node, null) : null;
        Storage storage =
                new Storage(strategy, options, null, ownTable, wish.idColumn() == null ? "Id" : wish.idColumn());
        if (base == null) {
            checkPolicies(node, kind, policies);
        } else {
            storage = storage.below(base, node, graph, wish);
        }
        checkAttributes(node, storage);
        return storage;
    }

    private static void checkPolicies(ClassNode node, @Nullable RelationshipKind kind, Policies policies) {
        if (node.isEntity()) {
            policies.checkRootEntity(node);
        } else if (kind == RelationshipKind.LINK_TABLE) {
            policies.checkLinkTable(node);
        }
    }

    private static void checkAttributes(ClassNode node, Storage storage) {
        if (storage.strategy == Strategy.TABLE_PER_HIERARCHY) {
            return;
        }
        for (String attribute : new String[] {"JoinedTablePerDirectSubclass", "ShareColumns"}) {
            if (node.attribute(attribute) != null) {
                throw Refusal.of("ECClass '" + node.fullName() + "' has the '" + attribute
                        + "' custom attribute but not the MapStrategy 'TablePerHierarchy'. The '" + attribute
                        + "' custom attribute can only be used with the MapStrategy 'TablePerHierarchy'.");
            }
        }
    }

    private static Wish wish(ClassNode node, @Nullable RelationshipKind kind) {
        CustomAttributeXml attribute = node.attribute("ClassMap");
        String name = MapAttributes.text(attribute, "MapStrategy");
        String table = MapAttributes.text(attribute, "TableName");
        if (attribute != null && node.isMixin()) {
            throw Refusal.of("Failed to map Mixin ECClass " + node.fullName()
                    + ". Mixins may not have the ClassMap custom attribute.");
        }
        Strategy strategy = name == null ? null : parse(node, name);
        boolean foreignKey = kind != null && kind != RelationshipKind.LINK_TABLE;
        if (foreignKey && strategy != null && strategy != Strategy.NOT_MAPPED) {
            throw Refusal.of(
                    "Failed to map ECRelationshipClass " + node.fullName()
                            + ". ECRelationshipClasses mapped as foreign key cannot be assigned a MapStrategy other than 'NotMapped'.");
        }
        if (strategy == null && table != null) {
            throw Refusal.map(
                    node, "TableName must only be set in ClassMap custom attribute if MapStrategy is 'ExistingTable'.");
        }
        if (strategy != null) {
            check(node, strategy, table);
        }
        return new Wish(strategy, table, MapAttributes.text(attribute, "ECInstanceIdColumn"));
    }

    private static void check(ClassNode node, Strategy strategy, @Nullable String table) {
        String name = name(strategy);
        if (strategy == Strategy.EXISTING_TABLE) {
            if (!node.isSealed()) {
                throw Refusal.of("Invalid MapStrategy '" + name + "' on ECClass '" + node.fullName()
                        + "'. Only sealed classes can be assigned that map strategy.");
            }
            if (table == null) {
                throw Refusal.map(
                        node,
                        "TableName must not be empty in ClassMap custom attribute if MapStrategy is '" + name + "'.");
            }
            return;
        }
        if (strategy == Strategy.OWN_TABLE && node.isRelationship()) {
            throw Refusal.of("Invalid MapStrategy '" + name + "' on ECRelationshipClass '" + node.fullName()
                    + "'. Relationship classes cannot be assigned that map strategy.");
        }
        if (strategy == Strategy.TABLE_PER_HIERARCHY && node.isSealed()) {
            throw Refusal.map(
                    node, "MapStrategy '" + name + "' cannot be applied to ECClasses with modifier 'Sealed'.");
        }
        if (table != null) {
            throw Refusal.map(
                    node, "TableName must not be set in ClassMap custom attribute if MapStrategy is '" + name + "'.");
        }
    }

    private static Strategy parse(ClassNode node, String name) {
        for (Strategy strategy : new Strategy[] {
            Strategy.NOT_MAPPED, Strategy.OWN_TABLE, Strategy.TABLE_PER_HIERARCHY, Strategy.EXISTING_TABLE
        }) {
            if (name(strategy).equalsIgnoreCase(name)) {
                return strategy;
            }
        }
        throw Refusal.of("ECClass '" + node.fullName()
                + "' has a ClassMap custom attribute with an invalid value for MapStrategy: " + name + ".");
    }

    static String name(Strategy strategy) {
        return switch (strategy) {
            case NOT_MAPPED -> "NotMapped";
            case OWN_TABLE -> "OwnTable";
            case TABLE_PER_HIERARCHY -> "TablePerHierarchy";
            case EXISTING_TABLE -> "ExistingTable";
            case FOREIGN_KEY_IN_SOURCE -> "ForeignKeyRelationshipInSourceTable";
            case FOREIGN_KEY_IN_TARGET -> "ForeignKeyRelationshipInTargetTable";
        };
    }

    private static Strategy strategy(ClassNode node, @Nullable RelationshipKind kind, Wish wish) {
        if (wish.strategy() != null) {
            return wish.strategy();
        }
        if (kind == null) {
            return Strategy.OWN_TABLE;
        }
        return switch (kind) {
            case LINK_TABLE -> node.isSealed() ? Strategy.OWN_TABLE : Strategy.TABLE_PER_HIERARCHY;
            case FOREIGN_KEY_IN_SOURCE -> Strategy.FOREIGN_KEY_IN_SOURCE;
            case FOREIGN_KEY_IN_TARGET -> Strategy.FOREIGN_KEY_IN_TARGET;
        };
    }

    private Storage below(ClassMapping base, ClassNode node, ClassGraph graph, Wish wish) {
        return switch (base.strategy()) {
            case OWN_TABLE -> this;
            case EXISTING_TABLE ->
                throw Refusal.map(node, "Its base class has the MapStrategy 'ExistingTable' and must be sealed.");
            case NOT_MAPPED -> {
                if (wish.strategy() != null) {
                    throw Refusal.map(
                            node,
                            "Its MapStrategy '" + name(wish.strategy())
                                    + "' does not match the base class's MapStrategy 'NotMapped'. Subclasses of an ECClass with"
                                    + " MapStrategy 'NotMapped' must not define a MapStrategy.");
                }
                yield new Storage(Strategy.NOT_MAPPED, null, null, tableName, idColumn);
            }
            case TABLE_PER_HIERARCHY -> inHierarchy(base, node, graph, wish);
            case FOREIGN_KEY_IN_SOURCE, FOREIGN_KEY_IN_TARGET -> {
                if (strategy != base.strategy()) {
                    throw Refusal.of("Failed to map ECRelationshipClass " + node.fullName()
                            + ". It would be mapped with strategy " + name(strategy) + ", but its base class "
                            + base.node().fullName()
                            + " is mapped as foreign key relationship. The mapping type must not change within an"
                            + " ECRelationshipClass hierarchy.");
                }
                yield this;
            }
        };
    }

    private Storage inHierarchy(ClassMapping base, ClassNode node, ClassGraph graph, Wish wish) {
        if (wish.strategy() == Strategy.NOT_MAPPED) {
            return new Storage(Strategy.NOT_MAPPED, null, null, tableName, idColumn);
        }
        if (wish.strategy() != null) {
            throw Refusal.map(
                    node,
                    "For subclasses of a class with MapStrategy 'TablePerHierarchy' MapStrategy must be 'NotMapped' or unset.");
        }
        if (wish.idColumn() != null) {
            throw Refusal.map(
                    node,
                    "For subclasses of a class with MapStrategy 'TablePerHierarchy', ECInstanceIdColumn may not be defined in the"
                            + " ClassMap custom attribute.");
        }
        DbTable baseTable = base.joinedOrPrimaryTable();
        HierarchyOptions options = HierarchyOptions.of(node, base.hierarchy());
        String table = baseTable.name();
        String id = baseTable.instanceId().name();
        if (options.joining() == HierarchyOptions.Joining.JOINED && base.isParentOfJoinedTables()) {
            table = tableName(node, graph);
            id = graph.byId(base.primaryTable().exclusiveRootClassId()).name() + id;
        }
        return new Storage(Strategy.TABLE_PER_HIERARCHY, options, base, table, id);
    }

    /** The base class whose way of being stored counts; mixins, which have no rows of their own, do not. */
    private static @Nullable ClassMapping baseOf(ClassNode node, Mappings mappings) {
        if (node.bases().size() == 1) {
            return mappings.required(node.bases().get(0));
        }
        ClassMapping hierarchy = null;
        ClassMapping own = null;
        ClassMapping notMapped = null;
        for (ClassNode baseNode : node.bases()) {
            ClassMapping base = mappings.required(baseNode);
            switch (base.strategy()) {
                case TABLE_PER_HIERARCHY -> hierarchy = hierarchy == null ? base : sameTables(node, hierarchy, base);
                case OWN_TABLE -> own = own == null && !baseNode.isAbstract() ? base : own;
                case NOT_MAPPED -> notMapped = notMapped == null ? base : notMapped;
                default -> {}
            }
        }
        if (hierarchy == null) {
            return notMapped == null ? own : notMapped;
        }
        ClassMapping other = notMapped == null ? own : notMapped;
        if (other != null) {
            throw Refusal.of("ECClass '" + node.fullName()
                    + "' has two base ECClasses with incompatible MapStrategies. Base ECClass '"
                    + hierarchy.node().fullName() + "' has MapStrategy '" + name(hierarchy.strategy())
                    + "'. Base ECClass '" + other.node().fullName() + "' has MapStrategy '" + name(other.strategy())
                    + "'.");
        }
        return hierarchy;
    }

    private static ClassMapping sameTables(ClassNode node, ClassMapping first, ClassMapping second) {
        if (first.primaryTable() == second.primaryTable()
                && first.joinedOrPrimaryTable() == second.joinedOrPrimaryTable()) {
            return first;
        }
        throw Refusal.of("ECClass '" + node.fullName()
                + "' has two base ECClasses with MapStrategy 'TablePerHierarchy' which don't map to the same tables. "
                + where(first) + " " + where(second));
    }

    private static String where(ClassMapping mapping) {
        return "Base ECClass '" + mapping.node().fullName() + "' is mapped to primary table '"
                + mapping.primaryTable().name() + "' and joined table '"
                + mapping.joinedOrPrimaryTable().name() + "'.";
    }

    private static String tableName(ClassNode node, ClassGraph graph) {
        String prefix = MapAttributes.text(graph.schemaAttributes(node.schema()).get("SchemaMap"), "TablePrefix");
        return (prefix == null ? node.schema().alias() : prefix) + '_' + node.name();
    }

    private static RelationshipKind relationshipKind(ClassNode node, ClassGraph graph) {
        boolean root = node.bases().isEmpty();
        boolean declared = node.attribute("LinkTableRelationshipMap") != null;
        ConstraintNode source = node.source();
        ConstraintNode target = node.target();
        if (!root && declared) {
            throw Refusal.of("Failed to map ECRelationshipClass " + node.fullName()
                    + ". It has a base class and therefore must not have the 'LinkTableRelationshipMap' custom attribute. Only the root"
                    + " relationship class of a hierarchy can have this custom attribute.");
        }
        int navigations = navigationProperties(node, graph, root);
        if (declared
                || (source.isMany() && target.isMany())
                || !node.properties().isEmpty()) {
            if (navigations > 0) {
                throw Refusal.of("Failed to map ECRelationshipClass " + node.fullName()
                        + ". It implies to be mapped as link table. However, a navigation property is defined for the relationship which"
                        + " is not supported for link table relationship classes.");
            }
            return RelationshipKind.LINK_TABLE;
        }
        if (root && navigations == 0) {
            return RelationshipKind.LINK_TABLE;
        }
        boolean inSource = isForeignKeyInSource(node);
        if (root) {
            checkNavigationOnEach(node, inSource);
        }
        return inSource ? RelationshipKind.FOREIGN_KEY_IN_SOURCE : RelationshipKind.FOREIGN_KEY_IN_TARGET;
    }

    private static int navigationProperties(ClassNode node, ClassGraph graph, boolean root) {
        int count = 0;
        String name = null;
        for (PropertyNode property : graph.navigationProperties(node)) {
            if (!root) {
                throw Refusal.mapRelationship(
                        node,
                        "A navigation property '" + property.name() + "' is defined on its constraint '"
                                + property.owner().fullName()
                                + "' although it has a base class. Navigation properties may only be defined for root relationship"
                                + " classes.");
            }
            count++;
            if (name == null) {
                name = property.name();
            } else if (!name.equalsIgnoreCase(property.name())) {
                throw Refusal.of("Failed to map ECRelationshipClass " + node.fullName()
                        + ". The navigation properties must have the same name in all constraint classes. Violating names: '"
                        + name
                        + "' versus '" + property.name() + "'");
            }
        }
        return count;
    }

    private static boolean isForeignKeyInSource(ClassNode node) {
        ConstraintNode source = node.source();
        ConstraintNode target = node.target();
        if (source.isMany() == target.isMany()) {
            return !node.isStrengthForward();
        }
        boolean inSource = source.isMany();
        if (node.isEmbedding() && node.isStrengthForward() == inSource) {
            throw Refusal.of("Failed to map ECRelationshipClass " + node.fullName()
                    + ". For strength 'Embedding', the cardinality '" + source.multiplicity() + ":"
                    + target.multiplicity() + "' requires the strength direction to be '"
                    + (inSource ? "Backward" : "Forward") + "'.");
        }
        return inSource;
    }

    private static void checkNavigationOnEach(ClassNode node, boolean inSource) {
        ConstraintNode end = inSource ? node.source() : node.target();
        String endName = inSource ? "source" : "target";
        for (ClassNode constraintClass : end.classes()) {
            long count = constraintClass.properties().stream()
                    .filter(property -> property.isNavigation() && property.typeClassId() == node.id())
                    .count();
            if (count == 0) {
                throw Refusal.of("Failed to map ECRelationshipClass " + node.fullName() + ". Not all " + endName
                        + " constraint classes define a navigation property for this relationship class.");
            }
            if (count > 1) {
                throw Refusal.of(
                        "Failed to map ECRelationshipClass " + node.fullName()
                                + ". More navigation properties found for this relationship class than expected: every "
                                + endName
                                + " constraint classes must define exactly one navigation property for this relationship class.");
            }
        }
    }
}
