package org.imodel4j.ec.map;

import java.util.Objects;
import org.imodel4j.ec.CustomAttributeXml;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ec.schema.CustomAttributeDef;
import org.imodel4j.ec.schema.EnumerationDef;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.KindOfQuantityDef;
import org.imodel4j.ec.schema.PropertyDef;
import org.imodel4j.ec.schema.PropertyType;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.error.IModelException;
import org.jspecify.annotations.Nullable;

/** Changes of properties. */
final class UpgradePropertyRules {
    private static final ItemName UNIT_CHANGE = new ItemName("SchemaUpgradeCustomAttributes", "AllowUnitChange");

    private final SchemaChanges changes;
    private final SchemaSet stored;
    private final SchemaSet schemas;
    private final UpgradeAttributeRules attributes;

    UpgradePropertyRules(SchemaChanges changes, SchemaSet stored, SchemaSet schemas, UpgradeAttributeRules attributes) {
        this.changes = changes;
        this.stored = stored;
        this.schemas = schemas;
        this.attributes = attributes;
    }

    /** An override can go, what it overrides is still there. */
    void checkDeleted(SchemaChanges.PropertyDeleted deleted) {
        ItemName owner = changes.now().nameOf(deleted.owner());
        boolean override = schemas.tryProperty(owner, deleted.old().name()) != null;
        if (!override && !changes.mayBreak()) {
            throw UpgradeRules.failed("ECSchema " + changes.old().key() + ": Cannot delete ECProperty '"
                    + deleted.oldOwner().name() + '.' + deleted.old().name() + "'. This is a major ECSchema change and "
                    + UpgradeRules.READ_VERSION);
        }
        if (deleted.old().type() instanceof PropertyType.Navigation) {
            throw UpgradeRules.failed("ECClass " + changes.old().nameOf(deleted.oldOwner())
                    + ": Deleting Navigation ECProperty '" + deleted.old().name()
                    + "' from an ECClass is not supported.");
        }
    }

    void checkChanged(SchemaChanges.PropertyChanged change) {
        ItemName owner = changes.old().nameOf(change.oldOwner());
        PropertyDef old = change.old();
        PropertyDef now = change.now();
        if (!old.name().equals(now.name())) {
            throw UpgradeRules.failed("ECProperty: '" + owner + '.' + old.name()
                    + "'. Changing the name of an ECProperty is not supported.");
        }
        checkType(owner, old, now);
        checkKind(owner, old, now);
        if (!Objects.equals(old.kindOfQuantity(), now.kindOfQuantity()) && !isUnitKept(change)) {
            throw failed(
                    owner,
                    old,
                    (now.kindOfQuantity() == null
                                    ? "Removing a KindOfQuantity from"
                                    : "Changing the persistence unit of")
                            + " a property is not supported without an appropriate 'AllowUnitChange' custom attribute applied the property.");
        }
        attributes.check(owner + ":" + old.name(), old.customAttributes(), now.customAttributes());
    }

    private void checkType(ItemName owner, PropertyDef old, PropertyDef now) {
        String oldName = typeName(changes.old(), stored, old.type());
        String newName = typeName(changes.now(), schemas, now.type());
        if (oldName.equals(newName)) {
            return;
        }
        boolean primitive = isPrimitive(old.type()) && isPrimitive(now.type());
        if (!primitive) {
            throw failed(
                    owner,
                    old,
                    "Changing the type of an ECProperty is not supported. Cannot convert from '" + oldName + "' to '"
                            + newName + '\'');
        }
        PrimitiveType oldType = primitive(stored, old.type());
        PrimitiveType newType = primitive(schemas, now.type());
        EnumerationDef enumeration = enumeration(schemas, now.type());
        boolean free = changes.mayBreak() && !isPoint(oldType) && !isPoint(newType);
        boolean lax = enumeration == null || !enumeration.strict();
        boolean wasEnumeration = enumeration(stored, old.type()) != null;
        if (oldType != newType && !(free && lax)) {
            throw failed(owner, old, reason(wasEnumeration, enumeration != null, oldName, newName));
        }
        if (!lax && !wasEnumeration) {
            throw failed(owner, old, "Type change to a Strict ECEnumeration is not supported.");
        }
    }

    private static String reason(boolean wasEnumeration, boolean isEnumeration, String oldName, String newName) {
        if (wasEnumeration) {
            return isEnumeration
                    ? "Existing ECEnumeration has different primitive type from the new ECEnumeration specified"
                    : "ECEnumeration specified for property must have same primitive type as new primitive property type";
        }
        return isEnumeration
                ? "Primitive type change to ECEnumeration which as different type then existing primitive property"
                : "Changing the type of a Primitive ECProperty is not supported. Cannot convert from '" + oldName
                        + "' to '" + newName + '\'';
    }

    private void checkKind(ItemName owner, PropertyDef old, PropertyDef now) {
        boolean sameKind = isPrimitive(old.type())
                ? isPrimitive(now.type())
                : old.type().getClass().equals(now.type().getClass());
        if (!sameKind) {
            throw failed(owner, old, "Changing the kind of the ECProperty is not supported.");
        }
        if (old.type() instanceof PropertyType.Array one && now.type() instanceof PropertyType.Array other) {
            if (one.minOccurs() != other.minOccurs() || !Objects.equals(one.maxOccurs(), other.maxOccurs())) {
                throw failed(
                        owner, old, "Changing 'MinOccurs' or 'MaxOccurs' for an Array ECProperty is not supported.");
            }
        }
        if (old.type() instanceof PropertyType.Navigation one && now.type() instanceof PropertyType.Navigation other) {
            if (!one.relationship().equals(other.relationship())) {
                throw failed(owner, old, "Changing the 'Relationship' for a Navigation ECProperty is not supported.");
            }
            if (one.forward() != other.forward()) {
                throw failed(owner, old, "Changing the 'Direction' for a Navigation ECProperty is not supported.");
            }
        }
    }

    private boolean isUnitKept(SchemaChanges.PropertyChanged change) {
        ItemName owner = changes.old().nameOf(change.oldOwner());
        String oldUnit = unit(stored, kindOfQuantity(stored, owner, change.old()));
        if (oldUnit == null) {
            return true;
        }
        ItemName quantity = kindOfQuantity(schemas, owner, change.now());
        String unit = unit(schemas, quantity);
        if (oldUnit.equals(unit)) {
            return true;
        }
        CustomAttributeDef allowed = CustomAttributeDef.find(change.now().customAttributes(), UNIT_CHANGE);
        CustomAttributeXml from = allowed == null ? null : allowed.value().child("From");
        CustomAttributeXml to = allowed == null ? null : allowed.value().child("To");
        if (from == null || to == null || !isUnit(from.text(), oldUnit)) {
            return false;
        }
        return unit == null ? to.text().isEmpty() : isUnit(to.text(), unit);
    }

    /** The attribute names units by an alias. */
    private static boolean isUnit(String named, String full) {
        return named.substring(named.indexOf(':') + 1).equalsIgnoreCase(full.substring(full.indexOf(':') + 1));
    }

    private static @Nullable ItemName kindOfQuantity(SchemaSet set, ItemName owner, PropertyDef property) {
        if (property.kindOfQuantity() != null) {
            return property.kindOfQuantity();
        }
        for (ItemName base : set.basesOf(owner)) {
            PropertyDef inherited = set.classOf(base).tryProperty(property.name());
            if (inherited != null && inherited.kindOfQuantity() != null) {
                return inherited.kindOfQuantity();
            }
        }
        return null;
    }

    private static @Nullable String unit(SchemaSet set, @Nullable ItemName quantity) {
        KindOfQuantityDef found = quantity == null ? null : set.tryItem(quantity, KindOfQuantityDef.class);
        SchemaDef schema = quantity == null ? null : set.trySchema(quantity.schema());
        return found == null || schema == null ? null : QuantityNames.full(schema, found.persistenceUnit());
    }

    /** As the comparison of iTwin.js sees it: an array has the type of its items, a navigation property that of ids. */
    private static String typeName(SchemaDef schema, SchemaSet set, PropertyType type) {
        return switch (type) {
            case PropertyType.Primitive primitive -> primitive.type().typeName();
            case PropertyType.Enumerated enumerated -> qualified(schema, set, enumerated.enumeration());
            case PropertyType.Struct struct -> qualified(schema, set, struct.structClass());
            case PropertyType.Array array -> typeName(schema, set, array.item());
            case PropertyType.Navigation navigation -> PrimitiveType.LONG.typeName();
        };
    }

    private static String qualified(SchemaDef schema, SchemaSet set, ItemName name) {
        SchemaDef owner = set.trySchema(name.schema());
        return owner == null || name.schema().equals(schema.name()) ? name.name() : owner.alias() + ':' + name.name();
    }

    private static boolean isPrimitive(PropertyType type) {
        return type instanceof PropertyType.Primitive || type instanceof PropertyType.Enumerated;
    }

    private static @Nullable EnumerationDef enumeration(SchemaSet set, PropertyType type) {
        return type instanceof PropertyType.Enumerated enumerated
                ? set.tryItem(enumerated.enumeration(), EnumerationDef.class)
                : null;
    }

    private static @Nullable PrimitiveType primitive(SchemaSet set, PropertyType type) {
        EnumerationDef enumeration = enumeration(set, type);
        if (enumeration != null) {
            return enumeration.backing();
        }
        return type instanceof PropertyType.Primitive primitive ? primitive.type() : null;
    }

    private static boolean isPoint(@Nullable PrimitiveType type) {
        return type == PrimitiveType.POINT2D || type == PrimitiveType.POINT3D;
    }

    private static IModelException failed(ItemName owner, PropertyDef property, String reason) {
        return UpgradeRules.failed("ECProperty " + owner + '.' + property.name() + ": " + reason);
    }
}
