package org.imodel4j.ec.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.imodel4j.ec.CustomAttributeXml;

/** The values of a custom attribute, in the order of the properties of its class; see {@link SchemaBuilder}. */
public final class AttributeBuilder {
    private final List<CustomAttributeXml> values = new ArrayList<>();

    private AttributeBuilder() {}

    static CustomAttributeDef build(ItemName type, Consumer<AttributeBuilder> content) {
        AttributeBuilder built = new AttributeBuilder();
        content.accept(built);
        return new CustomAttributeDef(type, new CustomAttributeXml(type.name(), null, "", built.values));
    }

    public AttributeBuilder value(String property, String text) {
        values.add(new CustomAttributeXml(SchemaCheck.name(property), null, text, List.of()));
        return this;
    }

    public AttributeBuilder value(String property, boolean truth) {
        return value(property, truth ? "True" : "False");
    }

    public AttributeBuilder value(String property, long number) {
        return value(property, Long.toString(number));
    }

    /** @param itemType {@code string}, {@code int} … as ECXML names the type of the items */
    public AttributeBuilder array(String property, String itemType, String... items) {
        List<CustomAttributeXml> elements = new ArrayList<>();
        for (String item : items) {
            elements.add(new CustomAttributeXml(SchemaCheck.name(itemType), null, item, List.of()));
        }
        values.add(new CustomAttributeXml(SchemaCheck.name(property), null, "", elements));
        return this;
    }

    public AttributeBuilder struct(String property, Consumer<AttributeBuilder> members) {
        AttributeBuilder built = new AttributeBuilder();
        members.accept(built);
        values.add(new CustomAttributeXml(SchemaCheck.name(property), null, "", built.values));
        return this;
    }
}
