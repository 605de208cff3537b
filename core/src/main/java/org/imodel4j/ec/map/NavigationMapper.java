package org.imodel4j.ec.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.imodel4j.ec.ClassMap.ColumnType;
import org.imodel4j.ec.ClassMap.Strategy;
import org.imodel4j.ec.ClassMap.TableType;
import org.imodel4j.ec.CustomAttributeXml;
import org.imodel4j.ec.map.ClassNode.ConstraintNode;
import org.imodel4j.ec.map.DbTable.ForeignKey;
import org.imodel4j.ec.map.PropertyMapping.Leaf;
import org.jspecify.annotations.Nullable;

/**
 * Maps navigation properties: a column with the id of the other instance and one with the class of the relationship, which is virtual where
 * it can only be one class. A foreign key of SQLite is made only where the schema asks for one.
 */
final class NavigationMapper {
    private final MapStore store;
    private final Mappings mappings;
    private final SchemaMapper mapper;
    private final Policies policies;
    private final Map<ClassNode, ForeignKeys> relationships = new LinkedHashMap<>();

    NavigationMapper(MapStore store, Mappings mappings, SchemaMapper mapper, Policies policies) {
        this.store = store;
        this.mappings = mappings;
        this.mapper = mapper;
        this.policies = policies;
    }

    /** The two columns of one navigation property. */
    record KeyColumns(DbColumn id, DbColumn relationshipClassId) {}

    /** What is known of one relationship in this import: its attribute for foreign keys, and the columns that carry it. */
    private static final class ForeignKeys {
        private final ClassNode relationship;
        private final boolean inSource;
        private final List<KeyColumns> columns;
        private boolean attributeRead;
        private @Nullable CustomAttributeXml attribute;

        ForeignKeys(ClassNode relationship, boolean inSource, List<KeyColumns> columns) {
            this.relationship = relationship;
            this.inSource = inSource;
            this.columns = columns;
        }

        boolean isPhysical() {
            return attribute != null;
        }

        ConstraintNode keyEnd() {
            return inSource ? relationship.source() : relationship.target();
        }

        ConstraintNode otherEnd() {
            return inSource ? relationship.target() : relationship.source();
        }

        String endName() {
            return inSource ? "source" : "target";
        }
    }

    /** Finds or makes the columns of a navigation property. */
    PropertyMapping map(ClassMapping mapping, PropertyNode property, ColumnAllocator columns, ClassGraph graph) {
        ClassNode relationship = graph.byId(property.typeClassId());
        ForeignKeys keys = relationships.get(relationship);
        if (keys == null) {
            keys = foreignKeys(property, relationship);
            relationships.put(relationship, keys);
        }
        columns.begin(property, mappings, graph);
        try {
            KeyColumns found = columnsOf(keys, mapping, property, columns);
            return new PropertyMapping(
                    property.id(),
                    property.name(),
                    property,
                    List.of(
                            new Leaf(property.name() + ".Id", found.id()),
                            new Leaf(property.name() + ".RelECClassId", found.relationshipClassId())));
        } finally {
            columns.end();
        }
    }

    private ForeignKeys foreignKeys(PropertyNode property, ClassNode relationship) {
        mapper.map(relationship);
        ClassMapping mapping = mappings.required(relationship);
        if (mapping.isNotMapped()) {
            throw Refusal.of("Failed to map navigation property '" + property + "'. Its relationship class '"
                    + relationship.fullName()
                    + "' has the map strategy 'NotMapped'. Therefore the navigation property's class '"
                    + property.owner().name() + "' must also have the strategy 'NotMapped'.");
        }
        if (!mapping.isForeignKey()) {
            throw Refusal.of("Failed to map navigation property '" + property + "'. Its ECRelationshipClass '"
                    + relationship.fullName() + "' is mapped as link table relationship.");
        }
        boolean inSource = mapping.strategy() == Strategy.FOREIGN_KEY_IN_SOURCE;
        return new ForeignKeys(relationship, inSource, new ArrayList<>(store.keyColumns(relationship)));
    }

    private KeyColumns columnsOf(
            ForeignKeys keys, ClassMapping mapping, PropertyNode property, ColumnAllocator columns) {
        check(keys, mapping, property);
        for (KeyColumns existing : keys.columns) {
            if (isUsable(existing, mapping, columns)) {
                columns.scope().take(property.name() + ".Id", existing.id());
                columns.scope().take(property.name() + ".RelECClassId", existing.relationshipClassId());
                return existing;
            }
        }
        DbColumn knownId = columns.scope().tryColumn(property.name() + ".Id");
        DbColumn knownClass = columns.scope().tryColumn(property.name() + ".RelECClassId");
        if (knownId != null && knownClass != null) {
            return new KeyColumns(knownId, knownClass);
        }
        DbColumn id = idColumn(keys, mapping, property, columns);
        DbColumn relationshipClassId = classColumn(keys, id, property, columns);
        KeyColumns made = new KeyColumns(id, relationshipClassId);
        addIndexes(keys, made);
        keys.columns.add(made);
        return made;
    }

    private boolean isUsable(KeyColumns existing, ClassMapping mapping, ColumnAllocator columns) {
        DbTable table = existing.id().table();
        if (!mapping.tables().contains(table)) {
            if (mapping.overflowTable() == null
                    && table.type() == TableType.OVERFLOW
                    && mapping.joinedOrPrimaryTable().overflow() == table) {
                mapper.overflow().use(mapping, table);
                return true;
            }
            return false;
        }
        return !columns.scope().isTaken(existing.id()) && !columns.scope().isTaken(existing.relationshipClassId());
    }

    private void check(ForeignKeys keys, ClassMapping mapping, PropertyNode property) {
        CustomAttributeXml attribute = property.attribute("ForeignKeyConstraint");
        ClassNode owner = property.owner();
        if (!keys.attributeRead) {
            keys.attribute = attribute;
            keys.attributeRead = true;
        } else if (!sameActions(keys.attribute, attribute)) {
            throw Refusal.of("Failed to map ECClass " + owner.fullName() + ". Its navigation property "
                    + property.name()
                    + " has a different ForeignKeyConstraint custom attribute than the navigation properties of the other constraint"
                    + " classes of the relationship '" + keys.relationship.fullName() + "'.");
        }
        if (keys.isPhysical()) {
            if (mapping.strategy() == Strategy.EXISTING_TABLE) {
                throw Refusal.of(
                        "Failed to map ECClass " + mapping.node().fullName()
                                + ". Its navigation property " + property.name()
                                + " has the ForeignKeyConstraint custom attribute which cannot be applied for MapStrategy 'ExistingTable'.");
            }
            policies.checkForeignKey(property);
        }
        if (keys.inSource != property.isForward()) {
            String end = keys.endName();
            throw Refusal.of("Failed to map Navigation property '" + property
                    + "'. Navigation properties can only be defined on the " + end
                    + " constraint ECClass of the respective ECRelationshipClass '" + keys.relationship.fullName()
                    + "'. Reason: The Foreign Key is mapped to the " + end + " end of this ECRelationshipClass.");
        }
    }

    private static boolean sameActions(@Nullable CustomAttributeXml one, @Nullable CustomAttributeXml other) {
        return (one == null) == (other == null)
                && Objects.equals(
                        MapAttributes.text(one, "OnDeleteAction"), MapAttributes.text(other, "OnDeleteAction"))
                && Objects.equals(
                        MapAttributes.text(one, "OnUpdateAction"), MapAttributes.text(other, "OnUpdateAction"));
    }

    private static String idName(PropertyNode property) {
        return MapNames.endsWithId(property.name()) ? property.name() : property.name() + "Id";
    }

    private static String className(PropertyNode property) {
        String id = idName(property);
        return id.substring(0, id.length() - 2) + "RelECClassId";
    }

    private DbColumn idColumn(ForeignKeys keys, ClassMapping mapping, PropertyNode property, ColumnAllocator columns) {
        DbTable table = mapping.joinedOrPrimaryTable();
        boolean required =
                (property.isForward() ? keys.relationship.target() : keys.relationship.source()).lowerLimit() > 0;
        if (table.type() == TableType.EXISTING) {
            return existingIdColumn(keys, table, property, required);
        }
        boolean notNull = keys.isPhysical()
                && required
                && table.exclusiveRootClassId() != 0
                && keys.keyEnd().classes().stream().anyMatch(node -> node.id() == table.exclusiveRootClassId());
        return columns.allocate(
                property,
                ColumnRequest.named(property.name() + ".Id", ColumnType.INTEGER, idName(property), notNull),
                isForcedPhysical(property));
    }

    private static boolean isForcedPhysical(PropertyNode property) {
        return property.attribute("ForeignKeyConstraint") != null;
    }

    private static DbColumn existingIdColumn(ForeignKeys keys, DbTable table, PropertyNode property, boolean required) {
        DbColumn column = table.tryColumn(idName(property));
        if (column == null) {
            throw Refusal.mapRelationship(
                    keys.relationship,
                    "It is mapped to the existing table '" + table.name()
                            + "' not owned by ECDb, but doesn't have a foreign key column called '" + idName(property)
                            + "'.");
        }
        if (column.refusesNull() != required) {
            throw Refusal.mapRelationship(
                    keys.relationship,
                    required
                            ? "It is mapped to an existing foreign key column which is nullable although the relationship's cardinality"
                                    + " implies that the column is not nullable. Either modify the cardinality or mark the property"
                                    + " specified that maps to the foreign key column as not nullable."
                            : "It is mapped to an existing foreign key column which is not nullable although the relationship's"
                                    + " cardinality implies that the column is nullable. Please modify the cardinality accordingly.");
        }
        return column;
    }

    private static DbColumn classColumn(ForeignKeys keys, DbColumn id, PropertyNode property, ColumnAllocator columns) {
        DbTable table = id.table();
        boolean notNull = keys.isPhysical() && id.refusesNull();
        boolean virtual = table.isVirtual() || table.type() == TableType.EXISTING || keys.relationship.isSealed();
        String name = className(property);
        DbColumn column = table.tryColumn(name);
        if (column != null && column.isVirtual() != virtual) {
            name += "Alt";
            column = table.tryColumn(name);
        }
        if (column == null && !virtual) {
            return columns.allocate(
                    property,
                    ColumnRequest.named(property.name() + ".RelECClassId", ColumnType.INTEGER, name, notNull),
                    isForcedPhysical(property));
        }
        if (column == null) {
            column = table.add(name, ColumnType.INTEGER, DbColumn.DATA, true);
        }
        if (notNull) {
            column.makeNotNull();
        }
        return column;
    }

    private static void addIndexes(ForeignKeys keys, KeyColumns made) {
        DbTable table = made.id().table();
        ClassNode relationship = keys.relationship;
        if (!keys.isPhysical()
                || table.type() == TableType.EXISTING
                || made.id().isShared()) {
            return;
        }
        boolean unique =
                !relationship.source().isMany() && !relationship.target().isMany();
        String name = (unique ? "uix_" : "ix_") + table.name() + "_fk_"
                + relationship.schema().alias() + "_" + relationship.name() + "_" + keys.endName();
        table.indexes().add(new DbIndex(name, table, unique, List.of(made.id()), true, true, relationship.id(), true));
        DbColumn classId = made.relationshipClassId();
        if (!classId.isVirtual()) {
            table.indexes()
                    .add(new DbIndex(
                            "ix_" + table.name() + "_" + classId.name(),
                            table,
                            false,
                            List.of(classId),
                            true,
                            true,
                            relationship.id(),
                            true));
        }
    }

    /** Makes the foreign keys of SQLite, once all classes have their tables. */
    void finish() {
        for (ForeignKeys keys : relationships.values()) {
            ClassNode relationship = keys.relationship;
            Set<DbTable> referenced = mapper.primaryTables(keys.otherEnd());
            if (referenced.size() > 1) {
                throw Refusal.mapRelationship(relationship, "The referenced end maps to more than one table.");
            }
            if (!keys.isPhysical()) {
                continue;
            }
            if (referenced.isEmpty()) {
                throw Refusal.mapRelationship(
                        relationship,
                        "It implies a foreign key constraint but its referenced end is not mapped to a physical table.");
            }
            addConstraints(keys, referenced.iterator().next());
        }
    }

    private static void addConstraints(ForeignKeys keys, DbTable referenced) {
        String onDelete = action(keys, "OnDeleteAction");
        if ("CASCADE".equals(onDelete) && !keys.relationship.isEmbedding()) {
            throw Refusal.mapRelationship(
                    keys.relationship,
                    "Its navigation property's ForeignKeyConstraint custom attribute can only define 'Cascade' as OnDeleteAction if the"
                            + " relationship strength is 'Embedding'.");
        }
        if (onDelete == null) {
            onDelete = keys.relationship.isEmbedding() ? "CASCADE" : "SET NULL";
        }
        String onUpdate = action(keys, "OnUpdateAction");
        for (KeyColumns columns : keys.columns) {
            DbTable table = columns.id().table();
            if (table.parent() != null && onDelete.equals("CASCADE")) {
                throw Refusal.of("Failed to map ECRelationshipClass " + keys.relationship.fullName()
                        + ". Its ForeignKeyConstraint custom attribute specifies the OnDelete action 'Cascade'. This is only allowed if"
                        + " the foreign key end of the ECRelationship is not mapped to a joined table.");
            }
            boolean possible = table.type() != TableType.EXISTING
                    && !table.isVirtual()
                    && !referenced.isVirtual()
                    && !columns.id().isShared();
            if (possible) {
                table.add(new ForeignKey(columns.id(), referenced.instanceId(), onDelete, onUpdate));
            }
        }
    }

    private static @Nullable String action(ForeignKeys keys, String name) {
        String action = MapAttributes.text(keys.attribute, name);
        if (action == null) {
            return null;
        }
        return switch (MapNames.key(action)) {
            case "cascade" -> "CASCADE";
            case "setnull", "set null" -> "SET NULL";
            case "setdefault" -> "SET DEFAULT";
            case "restrict" -> "RESTRICT";
            case "noaction", "no action" -> "NO ACTION";
            default ->
                throw Refusal.mapRelationship(
                        keys.relationship,
                        "Its navigation property's ForeignKeyConstraint custom attribute defines an invalid value for "
                                + name + ". See API documentation for valid values.");
        };
    }
}
