package org.imodel4j.ec.json;

import java.util.List;
import org.imodel4j.ec.CustomAttributeXml;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.CustomAttributeDef;
import org.imodel4j.ec.schema.EnumerationDef;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.PropertyDef;
import org.imodel4j.ec.schema.PropertyType;
import org.imodel4j.ec.schema.PropertyType.Array;
import org.imodel4j.ec.schema.PropertyType.Enumerated;
import org.imodel4j.ec.schema.PropertyType.Primitive;
import org.imodel4j.ec.schema.PropertyType.Struct;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** Writes custom attributes, their values in the types that their classes declare. Structs without any value are left out. */
final class AttributeJson {
    private final SchemaSet schemas;
    private final JsonWriter json;

    AttributeJson(SchemaSet schemas, JsonWriter json) {
        this.schemas = schemas;
        this.json = json;
    }

    /** Nothing when there are none; {@code hidden} is told in another way. */
    void write(List<CustomAttributeDef> attributes, @Nullable ItemName hidden) {
        boolean started = false;
        for (CustomAttributeDef attribute : attributes) {
            if (!attribute.type().equals(hidden)) {
                if (!started) {
                    json.name("customAttributes").beginArray();
                    started = true;
                }
                json.beginObject();
                members(attribute.type(), attribute.value());
                json.name("className").value(Members.dotted(attribute.type())).endObject();
            }
        }
        if (started) {
            json.endArray();
        }
    }

    private void members(ItemName type, CustomAttributeXml element) {
        boolean known = schemas.tryItem(type, ClassDef.class) != null;
        for (CustomAttributeXml child : element.children()) {
            PropertyDef property = known ? schemas.tryProperty(type, child.name()) : null;
            PropertyType propertyType = property == null ? AttributeText.TEXT : property.type();
            if (hasValue(propertyType, child)) {
                json.name(child.name());
                value(propertyType, child);
            }
        }
    }

    private boolean hasValue(PropertyType type, CustomAttributeXml element) {
        return switch (type) {
            case Primitive primitive -> AttributeText.isValue(primitive.type(), element.text());
            case Enumerated enumerated -> AttributeText.isValue(backing(enumerated), element.text());
            case Array array -> !element.children().isEmpty();
            case Struct struct -> {
                for (CustomAttributeXml child : element.children()) {
                    PropertyDef property = schemas.tryItem(struct.structClass(), ClassDef.class) == null
                            ? null
                            : schemas.tryProperty(struct.structClass(), child.name());
                    if (hasValue(property == null ? AttributeText.TEXT : property.type(), child)) {
                        yield true;
                    }
                }
                yield false;
            }
            case PropertyType.Navigation navigation -> false;
        };
    }

    private void value(PropertyType type, CustomAttributeXml element) {
        switch (type) {
            case Primitive primitive -> AttributeText.write(primitive.type(), element.text(), json);
            case Enumerated enumerated -> AttributeText.write(backing(enumerated), element.text(), json);
            case Struct struct -> {
                json.beginObject();
                members(struct.structClass(), element);
                json.endObject();
            }
            case Array array -> {
                json.beginArray();
                for (CustomAttributeXml item : element.children()) {
                    if (array.item() instanceof Struct || hasValue(array.item(), item)) {
                        value(array.item(), item);
                    }
                }
                json.endArray();
            }
            case PropertyType.Navigation navigation -> throw new IllegalArgumentException("a navigation property");
        }
    }

    private PrimitiveType backing(Enumerated enumerated) {
        EnumerationDef enumeration = schemas.tryItem(enumerated.enumeration(), EnumerationDef.class);
        return enumeration == null ? PrimitiveType.STRING : enumeration.backing();
    }
}
