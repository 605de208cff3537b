package org.imodel4j.ec.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imodel4j.ec.CustomAttributeXml;
import org.imodel4j.ec.ECClass;
import org.jspecify.annotations.Nullable;

/** A class as far as mapping needs it, with those it derives from and those that derive from it. */
final class ClassNode {
    private final long id;
    private final String name;
    private final SchemaNode schema;
    private final ECClass.Type type;
    private final ECClass.Modifier modifier;
    private final boolean embedding;
    private final boolean strengthForward;
    private final List<ClassNode> bases = new ArrayList<>(2);
    private final List<ClassNode> derived = new ArrayList<>();
    private final List<PropertyNode> own = new ArrayList<>();
    private final Map<String, CustomAttributeXml> attributes = new HashMap<>(2);
    private @Nullable List<PropertyNode> all;
    private @Nullable Set<ClassNode> ancestors;
    private @Nullable ConstraintNode source;
    private @Nullable ConstraintNode target;

    /** What mapping needs of a schema. */
    record SchemaNode(long id, String name, String alias) {}

    /** One end of a relationship class; {@code upperLimit} is Integer.MAX_VALUE for unbounded. */
    record ConstraintNode(int lowerLimit, int upperLimit, boolean polymorphic, List<ClassNode> classes) {
        boolean isMany() {
            return upperLimit > 1;
        }

        String multiplicity() {
            return "(" + lowerLimit + ".." + (upperLimit == Integer.MAX_VALUE ? "*" : upperLimit) + ")";
        }
    }

    ClassNode(
            long id,
            String name,
            SchemaNode schema,
            ECClass.Type type,
            ECClass.Modifier modifier,
            boolean embedding,
            boolean strengthForward) {
        this.id = id;
        this.name = name;
        this.schema = schema;
        this.type = type;
        this.modifier = modifier;
        this.embedding = embedding;
        this.strengthForward = strengthForward;
    }

    long id() {
        return id;
    }

    String name() {
        return name;
    }

    SchemaNode schema() {
        return schema;
    }

    String fullName() {
        return schema.name() + ':' + name;
    }

    boolean isEntity() {
        return type == ECClass.Type.ENTITY;
    }

    boolean isRelationship() {
        return type == ECClass.Type.RELATIONSHIP;
    }

    boolean isAbstract() {
        return modifier == ECClass.Modifier.ABSTRACT;
    }

    boolean isSealed() {
        return modifier == ECClass.Modifier.SEALED;
    }

    boolean isMixin() {
        return isEntity() && attributes.containsKey("IsMixin");
    }

    boolean isEmbedding() {
        return embedding;
    }

    boolean isStrengthForward() {
        return strengthForward;
    }

    List<ClassNode> bases() {
        return bases;
    }

    /** The direct subclasses in the order in which iTwin.js comes to know them. */
    List<ClassNode> derived() {
        return derived;
    }

    List<PropertyNode> own() {
        return own;
    }

    void put(String attribute, CustomAttributeXml value) {
        attributes.put(attribute, value);
    }

    /** A custom attribute of ECDbMap or CoreCustomAttributes on this class itself, null when it has none. */
    @Nullable
    CustomAttributeXml attribute(String attribute) {
        return attributes.get(attribute);
    }

    void constraints(ConstraintNode newSource, ConstraintNode newTarget) {
        source = newSource;
        target = newTarget;
    }

    ConstraintNode source() {
        return constraint(source);
    }

    ConstraintNode target() {
        return constraint(target);
    }

    private ConstraintNode constraint(@Nullable ConstraintNode end) {
        if (end == null) {
            throw Refusal.mapRelationship(this, "It has no constraints.");
        }
        return end;
    }

    /** Inherited properties in the order of the bases, depth first, then the own ones; overridden ones are left out. */
    List<PropertyNode> properties() {
        List<PropertyNode> known = all;
        if (known == null) {
            Map<String, PropertyNode> inherited = new java.util.LinkedHashMap<>();
            Set<String> names = new java.util.HashSet<>();
            own.forEach(property -> names.add(MapNames.key(property.name())));
            for (ClassNode base : bases) {
                for (PropertyNode property : base.properties()) {
                    String key = MapNames.key(property.name());
                    if (!names.contains(key)) {
                        inherited.putIfAbsent(key, property);
                    }
                }
            }
            known = new ArrayList<>(inherited.values());
            known.addAll(own);
            all = known;
        }
        return known;
    }

    /** An own or inherited property by name without regard to case. */
    @Nullable
    PropertyNode tryProperty(String propertyName) {
        for (PropertyNode property : properties()) {
            if (property.name().equalsIgnoreCase(propertyName)) {
                return property;
            }
        }
        return null;
    }

    /** Whether an own property overrides one of a base class. */
    boolean overrides(PropertyNode property) {
        for (ClassNode base : bases) {
            if (base.tryProperty(property.name()) != null) {
                return true;
            }
        }
        return false;
    }

    /** This class and all it derives from. */
    Set<ClassNode> ancestors() {
        Set<ClassNode> known = ancestors;
        if (known == null) {
            known = new LinkedHashSet<>();
            known.add(this);
            for (ClassNode base : bases) {
                known.addAll(base.ancestors());
            }
            ancestors = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return fullName();
    }
}
