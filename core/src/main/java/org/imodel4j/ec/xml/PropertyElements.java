package org.imodel4j.ec.xml;

import java.util.List;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ec.schema.ECXmlVersion;
import org.imodel4j.ec.schema.EnumerationDef;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.KindOfQuantityDef;
import org.imodel4j.ec.schema.PropertyCategoryDef;
import org.imodel4j.ec.schema.PropertyDef;
import org.imodel4j.ec.schema.PropertyType;
import org.imodel4j.xml.XmlElement;
import org.jspecify.annotations.Nullable;

/** Properties as they are declared; what they override is looked at later. */
final class PropertyElements {
    private final Reading reading;
    private final LimitAttributes limits;

    PropertyElements(Reading reading) {
        this.reading = reading;
        this.limits = new LimitAttributes(reading);
    }

    static boolean isProperty(XmlElement element) {
        return switch (element.name()) {
            case "ECProperty", "ECArrayProperty", "ECStructProperty", "ECStructArrayProperty", "ECNavigationProperty" ->
                true;
            default -> false;
        };
    }

    /** Without its custom attributes; null for one that is passed over. */
    @Nullable
    PropertyDef property(Declarations.Item owner, XmlElement element) {
        String name = ECNames.check(
                element.attribute("propertyName"), reading.limits().nameLength());
        if (name == null) {
            throw reading.problem(element, owner.name(), "propertyName is required and has to be a name");
        }
        String item = Places.property(owner.name(), name);
        ItemName kindOfQuantity = kindOfQuantity(element, item);
        PropertyType type = type(owner, element, item);
        if (type == null) {
            return null;
        }
        String priority = element.attribute("priority");
        return new PropertyDef(
                name,
                type,
                reading.label(element, name),
                reading.description(element),
                "true".equalsIgnoreCase(element.attribute("readOnly")),
                priority == null ? null : ScannedNumber.tryInt(priority),
                category(element),
                kindOfQuantity,
                List.of());
    }

    private @Nullable ItemName kindOfQuantity(XmlElement element, String item) {
        String name = element.attribute("kindOfQuantity");
        if (name == null) {
            return null;
        }
        ItemName found = reading.scope().find(name, KindOfQuantityDef.class);
        if (found == null) {
            throw reading.notFound(element, item, "kindOfQuantity", name);
        }
        return found;
    }

    /** One that is not found is passed over; so it is by iTwin.js. */
    private @Nullable ItemName category(XmlElement element) {
        String name = element.attribute("category");
        return name == null ? null : reading.scope().find(name, PropertyCategoryDef.class);
    }

    private @Nullable PropertyType type(Declarations.Item owner, XmlElement element, String item) {
        return switch (element.name()) {
            case "ECProperty" -> primitive(element, item);
            case "ECStructProperty" -> struct(owner, element, item);
            case "ECStructArrayProperty" -> structArray(element, item);
            case "ECNavigationProperty" -> navigation(element, item);
            default ->
                reading.header().ecXml().major() == 2
                        ? oldArray(owner, element, item)
                        : array(element, primitive(element, item));
        };
    }

    /** What the old flag for struct arrays says is of no interest: the type tells. An array of the class itself is dropped. */
    private @Nullable PropertyType oldArray(Declarations.Item owner, XmlElement element, String item) {
        String name = reading.required(element, "typeName", item);
        ItemName struct = reading.scope().findClass(name, ECClass.Type.STRUCT);
        if (struct == null) {
            return array(element, primitive(element, item));
        }
        boolean itself = struct.equals(new ItemName(reading.header().key().name(), owner.name()));
        return itself ? null : array(element, new PropertyType.Struct(struct));
    }

    private PropertyType.Item primitive(XmlElement element, String item) {
        String name = reading.required(element, "typeName", item);
        String extendedType = element.attribute("extendedTypeName");
        if (extendedType != null && extendedType.isEmpty()) {
            extendedType = null;
        }
        PrimitiveType type = TypeNames.tryPrimitive(name);
        ItemName enumeration = type == null ? reading.scope().find(name, EnumerationDef.class) : null;
        if (enumeration != null) {
            return new PropertyType.Enumerated(
                    enumeration,
                    extendedType,
                    limits.read(element, item, reading.backing().of(enumeration)));
        }
        if (type == null) {
            boolean strict =
                    !reading.isBefore(ECXmlVersion.V3_2) && !reading.header().isNewer();
            if (strict || name.endsWith(":")) {
                throw reading.notFound(element, item, "typeName", name);
            }
            type = PrimitiveType.STRING;
        }
        return new PropertyType.Primitive(type, extendedType, limits.read(element, item, type));
    }

    private PropertyType struct(Declarations.Item owner, XmlElement element, String item) {
        ItemName struct = structClass(element, item);
        if (struct.equals(new ItemName(reading.header().key().name(), owner.name()))) {
            throw reading.problem(element, item, "a struct does not contain itself");
        }
        return new PropertyType.Struct(struct);
    }

    private PropertyType structArray(XmlElement element, String item) {
        ItemName struct = structClass(element, item);
        limits.read(element, item, null);
        return array(element, new PropertyType.Struct(struct));
    }

    private ItemName structClass(XmlElement element, String item) {
        String name = reading.required(element, "typeName", item);
        ItemName struct = reading.scope().findClass(name, ECClass.Type.STRUCT);
        if (struct == null) {
            throw reading.notFound(element, item, "struct class", name);
        }
        return struct;
    }

    /** Bounds that can not be read or contradict what was set before are passed over. */
    private static PropertyType array(XmlElement element, PropertyType.Item item) {
        Integer least = bound(element, "minOccurs");
        int minOccurs = least == null ? 0 : least;
        Integer most = bound(element, "maxOccurs");
        boolean bounded = most != null && most < Integer.MAX_VALUE && most >= minOccurs;
        return new PropertyType.Array(item, minOccurs, bounded ? most : null);
    }

    private static @Nullable Integer bound(XmlElement element, String attribute) {
        String text = element.attribute(attribute);
        Long bound = text == null ? null : ScannedNumber.tryLong(text);
        return bound == null || bound < 0 || bound > Integer.MAX_VALUE ? null : (Integer) bound.intValue();
    }

    private PropertyType navigation(XmlElement element, String item) {
        String name = reading.required(element, "relationshipName", item);
        ItemName relationship = reading.scope().findClass(name, ECClass.Type.RELATIONSHIP);
        if (relationship == null) {
            throw reading.notFound(element, item, "relationship class", name);
        }
        Boolean forward = ClassElements.forward(reading.required(element, "direction", item));
        if (forward == null) {
            throw reading.problem(element, item, "direction is forward or backward");
        }
        return new PropertyType.Navigation(relationship, forward);
    }
}
