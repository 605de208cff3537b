package org.imodel4j.ec.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.EnumerationDef;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.KindOfQuantityDef;
import org.imodel4j.ec.schema.PropertyDef;
import org.imodel4j.ec.schema.PropertyType;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.ec.schema.UnitDef;
import org.jspecify.annotations.Nullable;

/**
 * Names of properties are unique within a class without regard to case, and an override has the name, the type and the persistence
 * unit of what it overrides.
 */
final class PropertyRules {
    private final SchemaRules rules;
    private final SchemaSet schemas;
    private final SchemaLimits limits;
    private final PropertyTypes types;
    private final Map<ItemName, Map<String, PropertyDef>> ownProperties = new HashMap<>();
    private long steps;

    PropertyRules(SchemaRules rules, SchemaSet schemas, SchemaLimits limits) {
        this.rules = rules;
        this.schemas = schemas;
        this.limits = limits;
        this.types = new PropertyTypes(
                name -> schemas.item(name, EnumerationDef.class).backing());
    }

    void check(ItemName name, ClassDef classDef) {
        Map<String, PropertyDef> own = new HashMap<>();
        Map<ItemName, List<ItemName>> above = above(classDef);
        for (PropertyDef property : classDef.properties()) {
            if (own.putIfAbsent(Declarations.key(property.name()), property) != null) {
                throw rules.problem(item(name, property), "the name is taken by another property of the class");
            }
            checkStruct(name, property);
            for (ItemName base : classDef.bases()) {
                PropertyDef inherited = find(name, above.get(base), property.name());
                String breach = inherited == null ? null : breach(base, inherited, property);
                if (breach != null) {
                    throw rules.problem(item(name, property), "overrides a property of " + base + ": " + breach);
                }
            }
        }
        if (classDef.bases().size() > 1) {
            checkBases(name, classDef.bases());
        }
    }

    /** A struct that derives from the class that has it as a property would contain itself. */
    private void checkStruct(ItemName name, PropertyDef property) {
        if (property.type() instanceof PropertyType.Struct struct && schemas.isSubclass(struct.structClass(), name)) {
            throw rules.problem(item(name, property), "a struct does not contain itself");
        }
    }

    private void checkBases(ItemName name, List<ItemName> bases) {
        Map<String, PropertyDef> inherited = new HashMap<>();
        for (ItemName base : bases) {
            for (PropertyDef property : schemas.propertiesOf(base)) {
                count(name);
                PropertyDef earlier = inherited.putIfAbsent(Declarations.key(property.name()), property);
                String breach = earlier == null ? null : breach(base, property, earlier);
                if (breach != null) {
                    throw rules.problem(
                            name.name(), "the bases have different properties " + property.name() + ": " + breach);
                }
            }
        }
    }

    /** What is wrong with an override; null when nothing is. */
    private @Nullable String breach(ItemName baseClass, PropertyDef base, PropertyDef override) {
        if (base == override) {
            return null;
        }
        if (!base.name().equals(override.name())) {
            return "the name differs by case";
        }
        if (!types.isSame(base.type(), override.type())) {
            return "the type differs";
        }
        ItemName unit = unit(override.kindOfQuantity());
        ItemName inherited = unit == null ? null : unit(kindOfQuantity(baseClass, base));
        return inherited == null || inherited.equals(unit) ? null : "the persistence unit differs";
    }

    /** Its own or the one it inherits. */
    private @Nullable ItemName kindOfQuantity(ItemName owner, PropertyDef property) {
        if (property.kindOfQuantity() != null) {
            return property.kindOfQuantity();
        }
        for (ItemName base : schemas.basesOf(owner)) {
            PropertyDef inherited = own(base).get(Declarations.key(property.name()));
            if (inherited != null && inherited.kindOfQuantity() != null) {
                return inherited.kindOfQuantity();
            }
        }
        return null;
    }

    private @Nullable ItemName unit(@Nullable ItemName kindOfQuantity) {
        if (kindOfQuantity == null) {
            return null;
        }
        String unit = schemas.item(kindOfQuantity, KindOfQuantityDef.class).persistenceUnit();
        return AliasedNames.find(schemas, kindOfQuantity.schema(), unit, UnitDef.class);
    }

    /** By base: itself and all above it, nearest first. */
    private Map<ItemName, List<ItemName>> above(ClassDef classDef) {
        Map<ItemName, List<ItemName>> above = new HashMap<>();
        for (ItemName base : classDef.bases()) {
            List<ItemName> line = new ArrayList<>(List.of(base));
            line.addAll(schemas.basesOf(base));
            above.put(base, line);
        }
        return above;
    }

    /** The nearest property of that name. */
    private @Nullable PropertyDef find(ItemName name, @Nullable List<ItemName> line, String property) {
        String key = Declarations.key(property);
        for (ItemName above : line == null ? List.<ItemName>of() : line) {
            count(name);
            PropertyDef found = own(above).get(key);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private Map<String, PropertyDef> own(ItemName name) {
        return ownProperties.computeIfAbsent(name, missing -> {
            Map<String, PropertyDef> own = new HashMap<>();
            for (PropertyDef property : schemas.classOf(missing).properties()) {
                own.putIfAbsent(Declarations.key(property.name()), property);
            }
            return own;
        });
    }

    private void count(ItemName name) {
        if (++steps > limits.steps()) {
            throw rules.problem(name.name(), "there are too many properties above this class");
        }
    }

    private static String item(ItemName name, PropertyDef property) {
        return Places.property(name.name(), property.name());
    }
}
