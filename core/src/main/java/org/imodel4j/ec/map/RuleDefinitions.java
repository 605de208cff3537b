package org.imodel4j.ec.map;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.ClassDef.ConstraintDef;
import org.imodel4j.ec.schema.ECXmlVersion;
import org.imodel4j.ec.schema.FormatDef;
import org.imodel4j.ec.schema.ItemDef;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.PhenomenonDef;
import org.imodel4j.ec.schema.PropertyDef;
import org.imodel4j.ec.schema.PropertyType;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.ec.schema.UnitDef;
import org.imodel4j.ec.schema.UnitSystemDef;
import org.jspecify.annotations.Nullable;

/** Rules about single definitions. All of them are looked at, and of all breaches the last one is told. */
final class RuleDefinitions {
    private static final Set<String> SYSTEM_NAMES = Set.of("ecinstanceid", "id", "ecclassid");
    private static final Set<String> END_NAMES = Set.of(
            "sourceecinstanceid", "sourceid", "sourceecclassid", "targetecinstanceid", "targetid", "targetecclassid");

    private final SchemaSet schemas;
    private @Nullable String last;

    RuleDefinitions(SchemaSet schemas) {
        this.schemas = schemas;
    }

    /** Fails when there was a breach. */
    void refuse() {
        if (last != null) {
            throw Refusal.of(last);
        }
    }

    void check(SchemaDef schema) {
        if (schema.ecXml().isBefore(ECXmlVersion.V3_2)
                && schema.items().stream().anyMatch(RuleDefinitions::isOfUnits)) {
            last = "ECSchema '" + schema.key()
                    + "' defines units, formats, unit systems, or phenomena which requires its original XML version to be at least 3.2."
                    + " It is " + schema.ecXml() + " though.";
        }
        if (schema.name().equals("ECDbSystem")) {
            return;
        }
        for (ClassDef classDef : ItemRows.sorted(schema, ClassDef.class)) {
            ItemName name = schema.nameOf(classDef);
            checkBases(name, classDef);
            if (classDef.relationship() != null) {
                checkEnd(name, classDef.relationship().source(), "source");
                checkEnd(name, classDef.relationship().target(), "target");
            }
            for (PropertyDef property : classDef.properties()) {
                checkProperty(name, classDef, property);
            }
        }
    }

    private static boolean isOfUnits(ItemDef item) {
        return item instanceof UnitSystemDef
                || item instanceof PhenomenonDef
                || item instanceof UnitDef
                || item instanceof FormatDef;
    }

    private void checkBases(ItemName name, ClassDef classDef) {
        List<ItemName> bases = classDef.bases();
        for (int i = 1; i < bases.size(); i++) {
            if (!schemas.classOf(bases.get(i)).isMixin()) {
                last = "ECClass '" + name + "' has multiple base classes. Order is important, only the first base class"
                        + " can be an entity, additional ones must use mixins instead.";
            }
        }
    }

    private void checkEnd(ItemName name, ConstraintDef end, String word) {
        for (ItemName constraintClass : end.classes()) {
            if (constraintClass.name().equalsIgnoreCase("AnyClass")
                    && constraintClass.schema().startsWith("Bentley_")) {
                last = "The relationship class '" + name + "' uses the AnyClass constraint. AnyClass is not supported.";
            }
        }
        if (end.classes().isEmpty()) {
            last = "The relationship class '" + name
                    + "' is not abstract and therefore constraints must be defined. The " + word
                    + " constraint is empty though.";
        }
    }

    private void checkProperty(ItemName name, ClassDef classDef, PropertyDef property) {
        String key = property.name().toLowerCase(Locale.ROOT);
        boolean system = classDef.type() != ECClass.Type.STRUCT && SYSTEM_NAMES.contains(key)
                || classDef.type() == ECClass.Type.RELATIONSHIP && END_NAMES.contains(key);
        if (system) {
            last = "Invalid property in ECClass '" + name + "': The property '" + property.name()
                    + "' has a name of an ECSQL system property which is not allowed.";
        }
        String cyclic = classDef.type() == ECClass.Type.STRUCT ? cyclic(name, property, new HashSet<>()) : null;
        if (cyclic != null) {
            last = "Invalid cyclic struct reference: ECStructClass '" + name + "' contains the property '" + cyclic
                    + "' which is of the same type or a derived type than this ECStructClass.";
        }
    }

    /** The name of the property that leads back to a struct class, through other structs too; null when none does. */
    private @Nullable String cyclic(ItemName owner, PropertyDef property, Set<ItemName> seen) {
        ItemName struct = structClass(property.type());
        if (struct == null) {
            return null;
        }
        if (schemas.isSubclass(struct, owner)) {
            return property.name();
        }
        if (seen.add(struct)) {
            for (PropertyDef member : schemas.classOf(struct).properties()) {
                String found = cyclic(owner, member, seen);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static @Nullable ItemName structClass(PropertyType type) {
        PropertyType item = type instanceof PropertyType.Array array ? array.item() : type;
        return item instanceof PropertyType.Struct struct ? struct.structClass() : null;
    }
}
