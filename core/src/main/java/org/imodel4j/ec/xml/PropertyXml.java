package org.imodel4j.ec.xml;

import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ec.schema.ECXmlVersion;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.PropertyDef;
import org.imodel4j.ec.schema.PropertyType;
import org.imodel4j.ec.schema.PropertyType.Array;
import org.imodel4j.ec.schema.PropertyType.Enumerated;
import org.imodel4j.ec.schema.PropertyType.Navigation;
import org.imodel4j.ec.schema.PropertyType.Primitive;
import org.imodel4j.ec.schema.PropertyType.Struct;
import org.imodel4j.ec.schema.ValueLimits;
import org.jspecify.annotations.Nullable;

/** Writes properties. */
final class PropertyXml {
    private final XmlText xml;
    private final NamesInXml names;
    private final AttributeXml attributes;
    private final boolean before30;
    private final boolean before31;

    PropertyXml(XmlText xml, NamesInXml names, AttributeXml attributes, ECXmlVersion version) {
        this.xml = xml;
        this.names = names;
        this.attributes = attributes;
        this.before30 = version.isBefore(ECXmlVersion.V3_0);
        this.before31 = version.isBefore(ECXmlVersion.V3_1);
    }

    void write(PropertyDef written) {
        PropertyType type = written.type();
        String typeName = typeName(type);
        xml.start(element(type)).attribute("propertyName", written.name());
        xml.optional("typeName", typeName)
                .optional("description", written.description())
                .optional("displayLabel", written.displayLabel())
                .optional("readOnly", written.readOnly() ? "true" : null);
        limits(type);
        ItemName category = written.category();
        if (!before31) {
            xml.optional("category", category == null ? null : names.of(category))
                    .optional("priority", written.priority());
        }
        ofType(type);
        ItemName quantity = written.kindOfQuantity();
        xml.optional("kindOfQuantity", quantity == null ? null : names.of(quantity));
        attributes.write(written.customAttributes());
        xml.end();
    }

    private String element(PropertyType type) {
        return switch (type) {
            case Primitive primitive -> "ECProperty";
            case Enumerated enumerated -> "ECProperty";
            case Struct struct -> "ECStructProperty";
            case Array array ->
                array.item() instanceof Struct && !before30 ? "ECStructArrayProperty" : "ECArrayProperty";
            case Navigation navigation -> before30 ? "ECProperty" : "ECNavigationProperty";
        };
    }

    private @Nullable String typeName(PropertyType type) {
        return switch (type) {
            case Primitive primitive -> primitive.type().typeName();
            case Enumerated enumerated -> names.of(enumerated.enumeration());
            case Struct struct -> names.of(struct.structClass());
            case Array array -> typeName(array.item());
            case Navigation navigation -> before30 ? PrimitiveType.LONG.typeName() : null;
        };
    }

    private void limits(PropertyType type) {
        ValueLimits limits =
                switch (type) {
                    case Primitive primitive -> primitive.limits();
                    case Enumerated enumerated -> enumerated.limits();
                    case Array array when array.item() instanceof Primitive primitive -> primitive.limits();
                    default -> ValueLimits.NONE;
                };
        xml.optional("minimumValue", limits.minValue())
                .optional("maximumValue", limits.maxValue())
                .optional("maximumLength", limits.maxLength())
                .optional("minimumLength", limits.minLength());
    }

    private void ofType(PropertyType type) {
        switch (type) {
            case Primitive primitive -> xml.optional("extendedTypeName", primitive.extendedType());
            case Enumerated enumerated -> xml.optional("extendedTypeName", enumerated.extendedType());
            case Struct struct -> {}
            case Array array -> {
                Integer most = array.maxOccurs();
                xml.attribute("minOccurs", array.minOccurs())
                        .attribute("maxOccurs", most == null ? "unbounded" : most.toString());
                if (before30 && array.item() instanceof Struct) {
                    xml.attribute("isStruct", true);
                }
                ofType(array.item());
            }
            case Navigation navigation -> {
                if (!before30) {
                    xml.attribute("relationshipName", names.of(navigation.relationship()))
                            .attribute("direction", navigation.forward() ? "forward" : "backward");
                }
            }
        }
    }
}
