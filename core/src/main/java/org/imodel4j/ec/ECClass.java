package org.imodel4j.ec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One EC class with its own and inherited properties. Immutable and shared by threads; one instance for each id and file. */
public final class ECClass {
    private final long id;
    private final ECSchema schema;
    private final String name;
    private final Type type;
    private final Modifier modifier;
    private final boolean mixin;
    private final @Nullable String displayLabel;
    private final @Nullable String description;
    private final List<Long> baseClassIds;
    private final List<ECProperty> properties;
    private final Map<String, ECProperty> propertiesByName;
    private final @Nullable Relationship relationship;
    private final @Nullable Integer customAttributeContainers;
    private final String fullName;
    private final String dottedName;

    ECClass(Header header, List<Long> baseClassIds, List<ECProperty> properties, @Nullable Relationship relationship) {
        this.id = header.id();
        this.schema = header.schema();
        this.name = header.name();
        this.type = header.type();
        this.modifier = header.modifier();
        this.mixin = header.mixin();
        this.displayLabel = header.displayLabel();
        this.description = header.description();
        this.customAttributeContainers = header.customAttributeContainers();
        this.baseClassIds = List.copyOf(baseClassIds);
        this.properties = List.copyOf(properties);
        this.relationship = relationship;
        this.fullName = schema.name() + ':' + name;
        this.dottedName = schema.name() + '.' + name;
        this.propertiesByName = new HashMap<>(properties.size() * 2);
        for (ECProperty property : properties) {
            propertiesByName.put(Names.key(property.name()), property);
        }
    }

    /** What the row of {@code ec_Class} says. */
    record Header(
            long id,
            ECSchema schema,
            String name,
            Type type,
            Modifier modifier,
            boolean mixin,
            @Nullable String displayLabel,
            @Nullable String description,
            @Nullable Integer customAttributeContainers,
            Strength strength,
            boolean forward) {}

    public enum Type {
        ENTITY,
        RELATIONSHIP,
        STRUCT,
        CUSTOM_ATTRIBUTE
    }

    public enum Modifier {
        NONE,
        ABSTRACT,
        SEALED
    }

    public enum Strength {
        REFERENCING,
        HOLDING,
        EMBEDDING
    }

    /** What only relationship classes have. {@code forward}: the direction of the strength. */
    public record Relationship(Strength strength, boolean forward, Constraint source, Constraint target) {}

    /**
     * One end of a relationship class.
     *
     * @param id of the row of {@code ec_RelationshipConstraint}, the container of its custom attributes
     * @param upperLimit null for unbounded
     * @param abstractClassId only when the schema declares one
     */
    public record Constraint(
            long id,
            int lowerLimit,
            @Nullable Integer upperLimit,
            boolean polymorphic,
            @Nullable String roleLabel,
            List<Long> classIds,
            @Nullable Long abstractClassId) {}

    public long id() {
        return id;
    }

    public ECSchema schema() {
        return schema;
    }

    public String name() {
        return name;
    }

    public Type type() {
        return type;
    }

    public Modifier modifier() {
        return modifier;
    }

    public boolean isAbstract() {
        return modifier == Modifier.ABSTRACT;
    }

    /** An abstract entity class that carries {@code CoreCustomAttributes.IsMixin}. */
    public boolean isMixin() {
        return mixin;
    }

    /** Null when the schema gives none. */
    public @Nullable String displayLabel() {
        return displayLabel;
    }

    public @Nullable String description() {
        return description;
    }

    /** In declared order; the first is the primary base, the others are mixins. */
    public List<Long> baseClassIds() {
        return baseClassIds;
    }

    /**
     * All of them, in the order in which iTwin.js gives the columns of {@code SELECT *}: those of the bases in their
     * order, then the class's own. An override stands among the own ones, not in the place of what it overrides.
     */
    public List<ECProperty> properties() {
        return properties;
    }

    /** By name without regard to case, inherited ones included. */
    public @Nullable ECProperty tryProperty(String propertyName) {
        return propertiesByName.get(Names.key(propertyName));
    }

    /** Null unless this is a relationship class. */
    public @Nullable Relationship relationship() {
        return relationship;
    }

    /** For custom attribute classes: the mask of what they may be put on, null for anything. */
    public @Nullable Integer customAttributeContainers() {
        return customAttributeContainers;
    }

    /** {@code Schema:Class}, the form of element properties. */
    public String fullName() {
        return fullName;
    }

    /** {@code Schema.Class}, the form of query rows. */
    public String dottedName() {
        return dottedName;
    }

    @Override
    public String toString() {
        return fullName;
    }
}
