package org.imodel4j.ec.map;

import java.util.List;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.ClassDef.ConstraintDef;
import org.imodel4j.ec.schema.ClassDef.RelationshipDef;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.ec.xml.ConstraintScope;
import org.imodel4j.error.IModelException;

/** Changes of classes apart from their properties. */
final class UpgradeClassRules {
    private final SchemaChanges changes;
    private final SchemaSet stored;
    private final SchemaSet schemas;
    private final UpgradeAttributeRules attributes;

    UpgradeClassRules(SchemaChanges changes, SchemaSet stored, SchemaSet schemas, UpgradeAttributeRules attributes) {
        this.changes = changes;
        this.stored = stored;
        this.schemas = schemas;
        this.attributes = attributes;
    }

    void checkDeleted(ClassDef old) {
        String start = "ECSchema " + changes.old().key() + ": ";
        if (!changes.mayBreak()) {
            throw UpgradeRules.failed(start + "Cannot delete ECClass '" + old.name()
                    + "'. This is a major ECSchema change. " + UpgradeRules.READ_VERSION);
        }
        ItemName name = changes.old().nameOf(old);
        if (isBaseOfAny(stored, name)) {
            throw UpgradeRules.failed(
                    start + "Deleting ECClass '" + old.name() + "' is not supported because it has subclasses.");
        }
        if (old.type() == ECClass.Type.STRUCT) {
            throw UpgradeRules.failed(
                    start + "Deleting ECClass '" + old.name() + "' failed. ECStructClass cannot be deleted");
        }
        if (isAtAnyEnd(name)) {
            throw UpgradeRules.failed(start + "Deleting ECClass '" + old.name()
                    + "' failed. A class which is specified in a relationship constraint cannot be deleted");
        }
    }

    void checkChanged(ClassDef old, ClassDef now) {
        ItemName name = changes.old().nameOf(old);
        if (!old.name().equals(now.name())) {
            throw failed(name, "Changing the name of an ECClass is not supported.");
        }
        new RuleReservedNames(schemas).check(name);
        checkModifier(name, old, now);
        if (old.type() != now.type()) {
            throw failed(name, "Changing the ECClassType of an ECClass is not supported.");
        }
        RelationshipDef oldRelationship = old.relationship();
        RelationshipDef relationship = now.relationship();
        if (oldRelationship != null && relationship != null) {
            checkRelationship(name, oldRelationship, relationship);
        }
        checkBases(name, old.bases(), now.bases());
        attributes.check(name.toString(), old.customAttributes(), now.customAttributes());
    }

    private void checkModifier(ItemName name, ClassDef old, ClassDef now) {
        if (old.modifier() == now.modifier()) {
            return;
        }
        if (old.isAbstract() && hasAbstractSubclass(name)) {
            throw failed(
                    name,
                    "Changing the ECClassModifier from 'Abstract' requires the class to not have any abstract derived classes.");
        }
        if (now.isSealed() && isBaseOfAny(schemas, name)) {
            throw failed(
                    name,
                    "Changing the ECClassModifier to 'Sealed' is only valid if the class does not have derived classes.");
        }
        if (now.isAbstract()) {
            throw failed(name, "Changing the ECClassModifier to 'Abstract' is not supported.");
        }
    }

    private boolean hasAbstractSubclass(ItemName name) {
        for (SchemaDef schema : schemas.schemas()) {
            for (ClassDef classDef : schema.items(ClassDef.class)) {
                if (classDef.isAbstract() && classDef.bases().contains(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isBaseOfAny(SchemaSet schemas, ItemName name) {
        for (SchemaDef schema : schemas.schemas()) {
            for (ClassDef classDef : schema.items(ClassDef.class)) {
                if (classDef.bases().contains(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isAtAnyEnd(ItemName name) {
        for (SchemaDef schema : stored.schemas()) {
            for (ClassDef classDef : schema.items(ClassDef.class)) {
                RelationshipDef relationship = classDef.relationship();
                if (relationship != null
                        && (relationship.source().classes().contains(name)
                                || relationship.target().classes().contains(name))) {
                    return true;
                }
            }
        }
        return false;
    }

    private void checkRelationship(ItemName name, RelationshipDef old, RelationshipDef now) {
        if (old.strength() != now.strength()) {
            throw UpgradeRules.failed("ECRelationshipClass " + name
                    + ": Changing the 'Strength' of an ECRelationshipClass is not supported.");
        }
        if (old.forward() != now.forward()) {
            throw UpgradeRules.failed("ECRelationshipClass " + name
                    + ": Changing the 'StrengthDirection' of an ECRelationshipClass is not supported.");
        }
        checkEnd("ECRelationshipClass " + name + " - Constraint: Source: ", old.source(), now.source());
        checkEnd("ECRelationshipClass " + name + " - Constraint: Target: ", old.target(), now.target());
    }

    private void checkEnd(String start, ConstraintDef old, ConstraintDef now) {
        if (old.lowerLimit() != now.lowerLimit()) {
            throw UpgradeRules.failed(
                    start + "Changing 'Multiplicity' lower limit of an ECRelationshipConstraint is not supported");
        }
        if (upper(old) > upper(now)) {
            throw UpgradeRules.failed(
                    start + "Changing 'Multiplicity' upper limit to be less than its current value is not supported.");
        }
        if (old.polymorphic() && !now.polymorphic()) {
            throw UpgradeRules.failed(
                    start + "Changing flag 'IsPolymorphic' of  from 'true' to 'false' is not supported.");
        }
        if (!ItemComparison.isSameClasses(old, now)) {
            ConstraintScope scope = new ConstraintScope(schemas);
            for (ItemName oldClass : old.classes()) {
                if (schemas.tryItem(oldClass, ClassDef.class) == null) {
                    throw UpgradeRules.failed(
                            start + "Old constraint class '" + oldClass + "' not found in updated schema.");
                }
                if (!scope.supports(now, oldClass)) {
                    throw UpgradeRules.failed(
                            start + "New constraints must support Old constraint class '" + oldClass + "'.");
                }
            }
        }
    }

    private static int upper(ConstraintDef end) {
        return end.upperLimit() == null ? Integer.MAX_VALUE : end.upperLimit();
    }

    /** Mixins come and go; another base takes the place of one that it derives from. */
    private void checkBases(ItemName name, List<ItemName> old, List<ItemName> now) {
        for (ItemName base : old) {
            if (!now.contains(base) && !isMixin(stored, base) && !isReplaced(old, now, base)) {
                throw UpgradeRules.failed("ECClass " + name + ", BaseClass " + base
                        + ": Removing a base class from an ECClass is not supported.");
            }
        }
        for (ItemName base : now) {
            if (!old.contains(base) && !isMixin(schemas, base) && !isReplacing(old, now, base)) {
                throw UpgradeRules.failed("ECClass " + name + ", BaseClass " + base
                        + ": Adding a new base class to an ECClass is not supported.");
            }
        }
    }

    private boolean isReplaced(List<ItemName> old, List<ItemName> now, ItemName base) {
        return now.stream().anyMatch(other -> !old.contains(other) && isBelow(other, base));
    }

    private boolean isReplacing(List<ItemName> old, List<ItemName> now, ItemName base) {
        return old.stream().anyMatch(other -> !now.contains(other) && isBelow(base, other));
    }

    private boolean isBelow(ItemName name, ItemName base) {
        return schemas.tryItem(name, ClassDef.class) != null && schemas.isSubclass(name, base);
    }

    private static boolean isMixin(SchemaSet schemas, ItemName name) {
        ClassDef found = schemas.tryItem(name, ClassDef.class);
        return found != null && found.isMixin();
    }

    private static IModelException failed(ItemName name, String reason) {
        return UpgradeRules.failed("ECClass " + name + ": " + reason);
    }
}
