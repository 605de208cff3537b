package org.imodel4j.ec.schema;

import java.util.List;
import org.imodel4j.ec.ECClass;
import org.jspecify.annotations.Nullable;

/**
 * A class with what it declares itself; what it inherits is asked from {@link SchemaSet}.
 *
 * @param bases in declared order; the first is the primary one
 * @param properties own ones and overrides, in declared order
 * @param appliesTo for custom attribute classes: the mask of {@code ec_Class.CustomAttributeContainerType}; null for any container
 *     and for other classes
 * @param relationship null unless this is a relationship class
 */
public record ClassDef(
        String name,
        ECClass.Type type,
        ECClass.Modifier modifier,
        @Nullable String displayLabel,
        @Nullable String description,
        List<ItemName> bases,
        List<PropertyDef> properties,
        List<CustomAttributeDef> customAttributes,
        @Nullable Integer appliesTo,
        @Nullable RelationshipDef relationship)
        implements ItemDef {
    /** The attribute that makes an abstract entity class a mixin. */
    public static final ItemName IS_MIXIN = new ItemName("CoreCustomAttributes", "IsMixin");

    public ClassDef {
        bases = List.copyOf(bases);
        properties = List.copyOf(properties);
        customAttributes = List.copyOf(customAttributes);
    }

    public boolean isAbstract() {
        return modifier == ECClass.Modifier.ABSTRACT;
    }

    public boolean isSealed() {
        return modifier == ECClass.Modifier.SEALED;
    }

    /** An entity class that carries {@link #IS_MIXIN}. */
    public boolean isMixin() {
        return type == ECClass.Type.ENTITY && CustomAttributeDef.find(customAttributes, IS_MIXIN) != null;
    }

    /** An own property by name without regard to case. */
    public @Nullable PropertyDef tryProperty(String propertyName) {
        for (PropertyDef property : properties) {
            if (property.name().equalsIgnoreCase(propertyName)) {
                return property;
            }
        }
        return null;
    }

    /** The two ends and the strength of a relationship class. {@code forward}: the direction of the strength. */
    public record RelationshipDef(
            ECClass.Strength strength, boolean forward, ConstraintDef source, ConstraintDef target) {}

    /**
     * One end of a relationship class.
     *
     * @param upperLimit null for unbounded
     * @param abstractConstraint only when declared
     */
    public record ConstraintDef(
            int lowerLimit,
            @Nullable Integer upperLimit,
            boolean polymorphic,
            @Nullable String roleLabel,
            List<ItemName> classes,
            @Nullable ItemName abstractConstraint,
            List<CustomAttributeDef> customAttributes) {
        public ConstraintDef {
            classes = List.copyOf(classes);
            customAttributes = List.copyOf(customAttributes);
        }
    }
}
