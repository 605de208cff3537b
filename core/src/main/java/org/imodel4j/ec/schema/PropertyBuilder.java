package org.imodel4j.ec.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a property has beside its name and type; see {@link ClassBuilder}. */
public final class PropertyBuilder {
    private final List<CustomAttributeDef> attributes = new ArrayList<>();
    private PropertyType type;
    private boolean readOnly;
    private @Nullable String label;
    private @Nullable String description;
    private @Nullable Integer priority;
    private @Nullable ItemName category;
    private @Nullable ItemName kindOfQuantity;

    private PropertyBuilder(PropertyType type) {
        this.type = type;
    }

    static PropertyDef build(String name, PropertyType type, Consumer<PropertyBuilder> more) {
        PropertyBuilder built = new PropertyBuilder(type);
        more.accept(built);
        return new PropertyDef(
                SchemaCheck.name(name),
                built.type,
                built.label,
                built.description,
                built.readOnly,
                built.priority,
                built.category,
                built.kindOfQuantity,
                built.attributes);
    }

    public PropertyBuilder label(String text) {
        label = text;
        return this;
    }

    public PropertyBuilder description(String text) {
        description = text;
        return this;
    }

    public PropertyBuilder readOnly() {
        readOnly = true;
        return this;
    }

    public PropertyBuilder priority(int wanted) {
        priority = wanted;
        return this;
    }

    public PropertyBuilder category(ItemName wanted) {
        category = wanted;
        return this;
    }

    public PropertyBuilder kindOfQuantity(ItemName wanted) {
        kindOfQuantity = wanted;
        return this;
    }

    /** Such as {@code Json} or {@code BeGuid}; only for primitive properties. */
    public PropertyBuilder extendedType(String wanted) {
        if (!(type instanceof PropertyType.Primitive primitive)) {
            throw SchemaCheck.wrong("only primitive properties have an extended type", wanted);
        }
        type = new PropertyType.Primitive(primitive.type(), wanted, primitive.limits());
        return this;
    }

    public PropertyBuilder attribute(ItemName attributeClass, Consumer<AttributeBuilder> values) {
        attributes.add(AttributeBuilder.build(attributeClass, values));
        return this;
    }
}
