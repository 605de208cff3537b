package org.imodel4j.ec.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ec.schema.ClassDef.ConstraintDef;
import org.imodel4j.ec.schema.ClassDef.RelationshipDef;
import org.jspecify.annotations.Nullable;

/** Defines a class; see {@link SchemaBuilder}. */
public final class ClassBuilder {
    private final List<ItemName> bases = new ArrayList<>();
    private final List<PropertyDef> properties = new ArrayList<>();
    private final List<CustomAttributeDef> attributes = new ArrayList<>();
    private ECClass.Modifier modifier = ECClass.Modifier.NONE;
    private ECClass.Strength strength = ECClass.Strength.REFERENCING;
    private boolean forward = true;
    private @Nullable String label;
    private @Nullable String description;
    private @Nullable ConstraintDef source;
    private @Nullable ConstraintDef target;

    private ClassBuilder() {}

    static ClassDef build(String name, ECClass.Type type, Consumer<ClassBuilder> content) {
        ClassBuilder built = new ClassBuilder();
        content.accept(built);
        RelationshipDef relationship = null;
        if (type == ECClass.Type.RELATIONSHIP) {
            ConstraintDef from = built.source;
            ConstraintDef to = built.target;
            if (from == null || to == null) {
                throw SchemaCheck.wrong("a relationship class has no source or no target", name);
            }
            relationship = new RelationshipDef(built.strength, built.forward, from, to);
        }
        return new ClassDef(
                SchemaCheck.name(name),
                type,
                built.modifier,
                built.label,
                built.description,
                built.bases,
                built.properties,
                built.attributes,
                null,
                relationship);
    }

    public ClassBuilder label(String text) {
        label = text;
        return this;
    }

    public ClassBuilder description(String text) {
        description = text;
        return this;
    }

    public ClassBuilder modifier(ECClass.Modifier wanted) {
        modifier = wanted;
        return this;
    }

    /** A base class; the first one is the primary one, for entity classes the others are mixins. */
    public ClassBuilder base(ItemName base) {
        bases.add(base);
        return this;
    }

    public ClassBuilder attribute(ItemName type, Consumer<AttributeBuilder> values) {
        attributes.add(AttributeBuilder.build(type, values));
        return this;
    }

    /** A property of a primitive type without anything further. */
    public ClassBuilder property(String name, PrimitiveType type) {
        return property(name, type, more -> {});
    }

    public ClassBuilder property(String name, PrimitiveType type, Consumer<PropertyBuilder> more) {
        return add(name, new PropertyType.Primitive(type, null, ValueLimits.NONE), more);
    }

    /** A property whose values are those of an enumeration. */
    public ClassBuilder enumerated(String name, ItemName enumeration, Consumer<PropertyBuilder> more) {
        return add(name, new PropertyType.Enumerated(enumeration, null, ValueLimits.NONE), more);
    }

    public ClassBuilder struct(String name, ItemName structClass, Consumer<PropertyBuilder> more) {
        return add(name, new PropertyType.Struct(structClass), more);
    }

    /** An array of any length. */
    public ClassBuilder array(String name, PropertyType.Item item, Consumer<PropertyBuilder> more) {
        return add(name, new PropertyType.Array(item, 0, null), more);
    }

    /** @param along true when this class is at the source of the relationship */
    public ClassBuilder navigation(String name, ItemName relationship, boolean along, Consumer<PropertyBuilder> more) {
        return add(name, new PropertyType.Navigation(relationship, along), more);
    }

    private ClassBuilder add(String name, PropertyType type, Consumer<PropertyBuilder> more) {
        properties.add(PropertyBuilder.build(name, type, more));
        return this;
    }

    /** For relationship classes. {@code fromSource}: the source holds or embeds the target. */
    public ClassBuilder strength(ECClass.Strength wanted, boolean fromSource) {
        strength = wanted;
        forward = fromSource;
        return this;
    }

    /**
     * Where relationships start.
     *
     * @param most null for any number
     */
    public ClassBuilder source(int least, @Nullable Integer most, String role, ItemName... classes) {
        source = end(least, most, role, classes);
        return this;
    }

    /** Where relationships end; as {@link #source}. */
    public ClassBuilder target(int least, @Nullable Integer most, String role, ItemName... classes) {
        target = end(least, most, role, classes);
        return this;
    }

    private static ConstraintDef end(int least, @Nullable Integer most, String role, ItemName... classes) {
        if (classes.length == 0 || least < 0 || most != null && most < least || role.isEmpty()) {
            throw SchemaCheck.wrong("an end of a relationship needs a class, a role and a range", role);
        }
        return new ConstraintDef(least, most, true, role, List.of(classes), null, List.of());
    }
}
