package org.imodel4j.ec.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.ClassDef.ConstraintDef;
import org.imodel4j.ec.schema.ClassDef.RelationshipDef;
import org.imodel4j.ec.schema.ECXmlVersion;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.PropertyDef;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.xml.XmlElement;
import org.jspecify.annotations.Nullable;

/**
 * Makes classes of ECXML before 3.1 keep the rules that came later, as iTwin.js does it when it reads them: properties that collide with
 * inherited ones get the spelling of those or another name (2.0 only), ends of relationships get a role label, and several classes at
 * one end what they have in common.
 */
final class OldSchema {
    private final Reading reading;
    private final SchemaSet referenced;
    private final PropertyTypes types;
    private final Places places;
    private final Map<String, ClassDef> plain = new LinkedHashMap<>();
    private final Map<String, ClassDef> converted = new HashMap<>();
    private final Map<String, Set<ItemName>> above = new HashMap<>();
    private long steps;

    OldSchema(Reading reading, SchemaSet referenced, Places places) {
        this.reading = reading;
        this.referenced = referenced;
        this.places = places;
        this.types = new PropertyTypes(reading.backing());
    }

    /** The same classes in the same order. */
    List<ClassDef> convert(List<ClassDef> classes) {
        classes.forEach(classDef -> plain.put(Declarations.key(classDef.name()), classDef));
        // Relationships come last: they look at the whole hierarchy of what is at their ends.
        for (ClassDef classDef : classes) {
            if (classDef.relationship() == null) {
                convert(classDef, 0);
            }
        }
        List<ClassDef> all = new ArrayList<>();
        classes.forEach(classDef -> all.add(convert(classDef, 0)));
        return all;
    }

    private ClassDef convert(ClassDef classDef, int depth) {
        String key = Declarations.key(classDef.name());
        ClassDef known = converted.get(key);
        if (known != null) {
            return known;
        }
        if (depth > reading.limits().inheritance()) {
            throw reading.problem(
                    places.of(classDef.name()), classDef.name(), "there are too many classes above this one");
        }
        List<ClassDef> bases = new ArrayList<>();
        for (ItemName base : classDef.bases()) {
            ClassDef own = isOwn(base) ? plain.get(Declarations.key(base.name())) : null;
            bases.add(own != null ? convert(own, depth + 1) : referenced.classOf(base));
        }
        ClassDef result = new ClassDef(
                classDef.name(),
                classDef.type(),
                classDef.modifier(),
                classDef.displayLabel(),
                classDef.description(),
                classDef.bases(),
                reading.isBefore(ECXmlVersion.V3_0) ? properties(classDef) : classDef.properties(),
                classDef.customAttributes(),
                classDef.appliesTo(),
                relationship(classDef, bases));
        converted.put(key, result);
        return result;
    }

    private boolean isOwn(ItemName name) {
        return name.schema().equals(reading.header().key().name());
    }

    private ClassDef classOf(ItemName name) {
        ClassDef own = isOwn(name) ? converted.get(Declarations.key(name.name())) : null;
        if (own == null && isOwn(name)) {
            own = plain.get(Declarations.key(name.name()));
        }
        return own != null ? own : referenced.classOf(name);
    }

    private List<PropertyDef> properties(ClassDef classDef) {
        Map<String, PropertyDef> own = new LinkedHashMap<>();
        for (PropertyDef property : classDef.properties()) {
            PropertyDef earlier = own.get(Declarations.key(property.name()));
            if (earlier != null && types.isSame(earlier.type(), property.type())) {
                continue;
            }
            PropertyDef inherited = inherited(classDef, property.name());
            String name = property.name();
            if (earlier != null || (inherited != null && !types.isSame(inherited.type(), property.type()))) {
                name = free(classDef, own, property);
            } else if (inherited != null) {
                name = inherited.name();
            }
            PropertyDef renamed = name.equals(property.name()) ? property : renamed(classDef, property, name);
            own.put(Declarations.key(name), renamed);
        }
        return new ArrayList<>(own.values());
    }

    /** The old name stays as the label. */
    private PropertyDef renamed(ClassDef owner, PropertyDef property, String name) {
        XmlElement element = places.of(Places.property(owner.name(), property.name()));
        places.put(Places.property(owner.name(), name), element);
        return new PropertyDef(
                name,
                property.type(),
                property.name(),
                property.description(),
                property.readOnly(),
                property.priority(),
                property.category(),
                property.kindOfQuantity(),
                property.customAttributes());
    }

    private String free(ClassDef classDef, Map<String, PropertyDef> own, PropertyDef property) {
        StringBuilder name = new StringBuilder(reading.header().alias() + '_' + property.name() + '_');
        while (own.containsKey(Declarations.key(name.toString())) || inherited(classDef, name.toString()) != null) {
            name.append('_');
        }
        return name.toString();
    }

    private @Nullable PropertyDef inherited(ClassDef classDef, String name) {
        for (ItemName base : above(classDef)) {
            PropertyDef found = classOf(base).tryProperty(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** All that a class derives from, nearest first. */
    private Set<ItemName> above(ClassDef classDef) {
        return above.computeIfAbsent(Declarations.key(classDef.name()), key -> {
            Set<ItemName> found = new LinkedHashSet<>();
            collect(classDef, found);
            steps += found.size();
            if (steps > reading.limits().steps()) {
                throw reading.problem(
                        places.of(classDef.name()), classDef.name(), "there are too many classes above this one");
            }
            return found;
        });
    }

    private void collect(ClassDef classDef, Set<ItemName> into) {
        for (ItemName base : classDef.bases()) {
            if (into.add(base)) {
                collect(classOf(base), into);
            }
        }
    }

    private @Nullable RelationshipDef relationship(ClassDef classDef, List<ClassDef> bases) {
        RelationshipDef relationship = classDef.relationship();
        if (relationship == null) {
            return null;
        }
        RelationshipDef base = bases.isEmpty() ? null : bases.get(0).relationship();
        String label = classDef.displayLabel() == null ? classDef.name() : classDef.displayLabel();
        return new RelationshipDef(
                relationship.strength(),
                relationship.forward(),
                end(relationship.source(), base == null ? null : base.source(), label),
                end(relationship.target(), base == null ? null : base.target(), label + " (Reversed)"));
    }

    private ConstraintDef end(ConstraintDef end, @Nullable ConstraintDef base, String label) {
        String roleLabel = end.roleLabel();
        if (roleLabel == null || roleLabel.isEmpty()) {
            boolean inherits = base != null
                    && base.roleLabel() != null
                    && !base.roleLabel().isEmpty();
            roleLabel = base != null && inherits ? base.roleLabel() : label;
        }
        ItemName common = end.classes().size() > 1 ? common(end.classes()) : null;
        return new ConstraintDef(
                end.lowerLimit(),
                end.upperLimit(),
                end.polymorphic(),
                roleLabel,
                end.classes(),
                common == null ? end.abstractConstraint() : common,
                end.customAttributes());
    }

    /** The first class, upwards from one of them, that all are or derive from; null when there is none. */
    private @Nullable ItemName common(List<ItemName> classes) {
        List<ItemName> candidates = new ArrayList<>(List.of(classes.get(0)));
        Set<ItemName> upwards = new LinkedHashSet<>();
        collect(classOf(classes.get(0)), upwards);
        candidates.addAll(upwards);
        for (ItemName other : classes) {
            Set<ItemName> all = new LinkedHashSet<>(List.of(other));
            collect(classOf(other), all);
            candidates.retainAll(all);
        }
        return candidates.isEmpty() ? null : candidates.get(0);
    }
}
