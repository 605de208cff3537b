package org.imodel4j.ec.map;

import java.util.List;
import java.util.Objects;
import org.imodel4j.ec.ClassMap.Strategy;
import org.imodel4j.ec.CustomAttribute.Container;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.ClassDef.ConstraintDef;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.PropertyDef;
import org.imodel4j.ec.schema.SchemaSet;
import org.jspecify.annotations.Nullable;

/** Changes the rows of classes, their base classes, properties and constraints. */
final class ClassUpdate {
    private final MapConnection connection;
    private final SchemaIds ids;
    private final ClassRows rows;
    private final AttributeUpdate attributes;
    private final SchemaSet before;
    private final Remap remap;
    private final Deletion deletion;

    ClassUpdate(
            MapConnection connection,
            SchemaIds ids,
            ClassRows rows,
            AttributeUpdate attributes,
            SchemaSet before,
            Remap remap) {
        this.connection = connection;
        this.ids = ids;
        this.rows = rows;
        this.attributes = attributes;
        this.before = before;
        this.remap = remap;
        this.deletion = new Deletion(connection);
    }

    void insert(ItemName name) {
        rows.insert(name);
    }

    void delete(ItemName name) {
        deletion.deleteClass(ids.item("ec_Class", name), name);
        ids.forget("ec_Class", name);
    }

    void update(ItemName name, ClassDef from, ClassDef to) {
        long id = ids.item("ec_Class", name);
        if (from.isAbstract() && !to.isAbstract() && strategy(id) != Strategy.TABLE_PER_HIERARCHY) {
            throw Refusal.of("ECSchema Upgrade failed. ECClass " + name
                    + ": Changing the ECClassModifier from 'Abstract' to another value is requires the map strategy to be"
                    + " 'TablePerHierarchy'.");
        }
        connection.run(
                "UPDATE ec_Class SET DisplayLabel=?,Description=?,Modifier=? WHERE Id=?",
                to.displayLabel(),
                ClassRows.nonEmpty(to.description()),
                to.modifier().ordinal(),
                id);
        if (from.relationship() != null && to.relationship() != null) {
            update(name, id, 0, from.relationship().source(), to.relationship().source());
            update(name, id, 1, from.relationship().target(), to.relationship().target());
        }
        if (!from.bases().equals(to.bases())) {
            updateBases(id, from, to);
        }
        NamedChanges.each(
                from.properties(), to.properties(), PropertyDef::name, (old, fresh) -> update(id, name, old, fresh));
        attributes.update(Container.CLASS, id, from.customAttributes(), to.customAttributes());
    }

    private @Nullable Strategy strategy(long classId) {
        Long code = connection.number("SELECT MapStrategy FROM ec_ClassMap WHERE ClassId=?", classId);
        return code == null ? null : MapStore.strategy(code.intValue());
    }

    private void update(ItemName name, long classId, int end, ConstraintDef from, ConstraintDef to) {
        if (from.equals(to)) {
            return;
        }
        if (!Objects.equals(from.upperLimit(), to.upperLimit())) {
            checkKeyEnd(name, classId, end);
        }
        long id = Objects.requireNonNull(connection.number(
                "SELECT Id FROM ec_RelationshipConstraint WHERE RelationshipClassId=? AND RelationshipEnd=?",
                classId,
                end));
        connection.run(
                "UPDATE ec_RelationshipConstraint SET MultiplicityUpperLimit=?,IsPolymorphic=?,RoleLabel=? WHERE Id=?",
                to.upperLimit(),
                to.polymorphic(),
                ClassRows.nonEmpty(to.roleLabel()),
                id);
        if (!from.classes().equals(to.classes())) {
            updateConstraintClasses(id, to.classes());
        }
        attributes.update(
                end == 0 ? Container.SOURCE_CONSTRAINT : Container.TARGET_CONSTRAINT,
                id,
                from.customAttributes(),
                to.customAttributes());
    }

    /** How many instances may be at the end that a foreign key points to decides where the key is. */
    private void checkKeyEnd(ItemName name, long classId, int end) {
        Strategy strategy = strategy(classId);
        if (end == 0 && strategy == Strategy.FOREIGN_KEY_IN_TARGET
                || end == 1 && strategy == Strategy.FOREIGN_KEY_IN_SOURCE) {
            String shown = end == 0 ? "Source" : "Target";
            throw Refusal.of("ECSchema Upgrade failed. ECRelationshipClass " + name + " - Constraint: " + shown
                    + ": Changing 'Multiplicity' of an " + shown
                    + " ECRelationshipConstraint is not supported if relationship is mapped as 'ForeignKeyRelationshipIn"
                    + (end == 0 ? "Target" : "Source") + "Table'");
        }
    }

    private void updateConstraintClasses(long id, List<ItemName> classes) {
        List<Long> rowIds = connection.rows(
                "SELECT Id FROM ec_RelationshipConstraintClass WHERE ConstraintId=? ORDER BY Id",
                row -> row.columnLong(0),
                id);
        connection.run("DELETE FROM ec_RelationshipConstraintClass WHERE ConstraintId=?", id);
        for (int i = 0; i < classes.size(); i++) {
            long classId = rows.insert(classes.get(i));
            connection.run(
                    "INSERT INTO ec_RelationshipConstraintClass(Id,ConstraintId,ClassId) VALUES(?,?,?)",
                    i < rowIds.size() ? rowIds.get(i) : connection.nextId("ec_RelationshipConstraintClass"),
                    id,
                    classId);
        }
    }

    private void updateBases(long id, ClassDef from, ClassDef to) {
        ItemName oldBase = firstBase(from);
        ItemName newBase = firstBase(to);
        connection.run("DELETE FROM ec_ClassHasBaseClasses WHERE ClassId=?", id);
        int ordinal = 0;
        for (ItemName base : to.bases()) {
            rows.insertBase(id, rows.insert(base), ordinal++);
        }
        if (oldBase != null && newBase != null && !oldBase.equals(newBase)) {
            remap.movedBelow(id, ids.item("ec_Class", newBase));
        }
    }

    private @Nullable ItemName firstBase(ClassDef definition) {
        if (definition.bases().isEmpty()) {
            return null;
        }
        ItemName first = definition.bases().get(0);
        ClassDef base = before.tryItem(first, ClassDef.class);
        return base != null && base.isMixin() ? null : first;
    }

    private void update(long classId, ItemName name, @Nullable PropertyDef from, @Nullable PropertyDef to) {
        if (from == null) {
            PropertyDef added = Objects.requireNonNull(to);
            Long last = connection.number("SELECT max(Ordinal) FROM ec_Property WHERE ClassId=?", classId);
            rows.insert(classId, added, last == null ? 0 : (int) (last + 1));
            remap.added(classId, added.name());
            return;
        }
        long id = Objects.requireNonNull(
                connection.number("SELECT Id FROM ec_Property WHERE ClassId=? AND Name=?", classId, from.name()));
        if (to != null) {
            rows.update(id, to);
            attributes.update(Container.PROPERTY, id, from.customAttributes(), to.customAttributes());
        } else if (inheritsStill(classId, from.name())) {
            remap.noLongerOverridden(id);
            deletion.deleteOverride(id);
        } else {
            deletion.deleteProperty(id, name + "." + from.name());
        }
    }

    /** Whether a base class has a property of that name, so that deleting it only takes an override away. */
    private boolean inheritsStill(long classId, String property) {
        return connection.exists(
                "WITH RECURSIVE b(Id) AS (SELECT BaseClassId FROM ec_ClassHasBaseClasses WHERE ClassId=?1 UNION SELECT h.BaseClassId"
                        + " FROM ec_ClassHasBaseClasses h JOIN b ON h.ClassId=b.Id)"
                        + " SELECT 1 FROM ec_Property p JOIN b ON p.ClassId=b.Id WHERE p.Name=?2",
                classId,
                property);
    }
}
