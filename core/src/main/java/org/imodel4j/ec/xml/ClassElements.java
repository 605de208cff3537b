package org.imodel4j.ec.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.ClassDef.RelationshipDef;
import org.imodel4j.ec.schema.ECXmlVersion;
import org.imodel4j.ec.schema.PropertyDef;
import org.imodel4j.xml.XmlElement;
import org.jspecify.annotations.Nullable;

/** Classes with their bases, properties and ends, without custom attributes, as they are declared. */
final class ClassElements {
    private final Reading reading;
    private final BaseClasses bases;
    private final PropertyElements properties;
    private final ConstraintElements constraints;
    private final Places places;

    ClassElements(Reading reading, BaseClasses bases, Places places) {
        this.reading = reading;
        this.bases = bases;
        this.properties = new PropertyElements(reading);
        this.constraints = new ConstraintElements(reading);
        this.places = places;
    }

    ClassDef classDef(Declarations.Item item) {
        ECClass.Type type = type(item);
        XmlElement element = item.element();
        places.put(item.name(), element);
        return new ClassDef(
                item.name(),
                type,
                modifier(reading, item),
                reading.label(element, item.name()),
                reading.description(element),
                bases.read(item),
                properties(item),
                List.of(),
                type == ECClass.Type.CUSTOM_ATTRIBUTE ? appliesTo(item) : null,
                type == ECClass.Type.RELATIONSHIP ? relationship(item) : null);
    }

    private static ECClass.Type type(Declarations.Item item) {
        ECClass.Type type = item.classType();
        if (type == null) {
            throw new IllegalArgumentException(item.name() + " is no class");
        }
        return type;
    }

    static ECClass.Modifier modifier(Reading reading, Declarations.Item item) {
        XmlElement element = item.element();
        if (reading.header().ecXml().major() == 2 && element.attribute("modifier") == null) {
            return OldClass.modifier(element);
        }
        String text = element.attribute("modifier");
        if (text == null) {
            if (item.classType() == ECClass.Type.RELATIONSHIP && !reading.isBefore(ECXmlVersion.V3_1)) {
                throw reading.problem(element, item.name(), "modifier is required for relationship classes");
            }
            return ECClass.Modifier.NONE;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "none" -> ECClass.Modifier.NONE;
            case "abstract" -> ECClass.Modifier.ABSTRACT;
            case "sealed" -> ECClass.Modifier.SEALED;
            default -> {
                if (!reading.header().isNewer()) {
                    throw reading.problem(element, item.name(), "modifier is None, Abstract or Sealed");
                }
                yield ECClass.Modifier.NONE;
            }
        };
    }

    private List<PropertyDef> properties(Declarations.Item item) {
        List<PropertyDef> found = new ArrayList<>();
        for (XmlElement child : item.element().children()) {
            if (PropertyElements.isProperty(child)) {
                PropertyDef property = properties.property(item, child);
                if (property != null) {
                    places.put(Places.property(item.name(), property.name()), child);
                    found.add(property);
                }
            }
        }
        return found;
    }

    private @Nullable Integer appliesTo(Declarations.Item item) {
        String text = item.element().attribute("appliesTo");
        if (text == null) {
            return null;
        }
        Integer mask = Containers.tryParse(text);
        if (mask == null) {
            throw reading.problem(item.element(), item.name(), "appliesTo has an unknown word");
        }
        return mask == Containers.ANY ? null : mask;
    }

    private RelationshipDef relationship(Declarations.Item item) {
        XmlElement element = item.element();
        String direction = element.attribute("strengthDirection");
        Boolean forward = direction == null ? Boolean.TRUE : forward(direction);
        if (forward == null) {
            throw reading.problem(element, item.name(), "strengthDirection is forward or backward");
        }
        return new RelationshipDef(strength(item), forward, end(item, true), end(item, false));
    }

    private ClassDef.ConstraintDef end(Declarations.Item item, boolean source) {
        XmlElement element = item.element().child(source ? "Source" : "Target");
        String name = Places.end(item.name(), source);
        places.put(name, element == null ? item.element() : element);
        return constraints.constraint(element, name);
    }

    private ECClass.Strength strength(Declarations.Item item) {
        String text = item.element().attribute("strength");
        if (text == null) {
            return ECClass.Strength.REFERENCING;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "referencing" -> ECClass.Strength.REFERENCING;
            case "holding" -> ECClass.Strength.HOLDING;
            case "embedding" -> ECClass.Strength.EMBEDDING;
            default -> {
                if (!reading.header().isNewer()) {
                    throw reading.problem(item.element(), item.name(), "strength is referencing, holding or embedding");
                }
                yield ECClass.Strength.REFERENCING;
            }
        };
    }

    /** Null for what is no direction. */
    static @Nullable Boolean forward(String direction) {
        if (direction.equalsIgnoreCase("forward")) {
            return true;
        }
        return direction.equalsIgnoreCase("backward") ? Boolean.FALSE : null;
    }
}
