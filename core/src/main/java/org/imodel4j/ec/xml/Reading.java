package org.imodel4j.ec.xml;

import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ec.schema.ECXmlVersion;
import org.imodel4j.ec.schema.ItemDef;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.error.IModelException;
import org.imodel4j.xml.XmlElement;
import org.jspecify.annotations.Nullable;

/** A document that is being read, as those see it who read its parts. */
record Reading(SchemaHeader header, SchemaScope scope, SchemaLimits limits, Backing backing) {
    /** Tells the type of the values of an enumeration that was found. */
    @FunctionalInterface
    interface Backing {
        PrimitiveType of(ItemName enumeration);
    }

    boolean isBefore(ECXmlVersion version) {
        return header.isBefore(version);
    }

    /** A declared label; in old schemas a name with encoded characters is one too. */
    @Nullable
    String label(XmlElement element, String name) {
        String label = label(element);
        return label != null || !isBefore(ECXmlVersion.V3_1) ? label : ECNames.decode(name);
    }

    /** A declared label; an empty one is none. */
    static @Nullable String label(XmlElement element) {
        String label = element.attribute("displayLabel");
        return label == null || label.isEmpty() ? null : label;
    }

    @Nullable
    String description(XmlElement element) {
        return element.attribute("description");
    }

    /** An attribute that has to be there and not empty. */
    String required(XmlElement element, String attribute, String item) {
        String value = element.attribute(attribute);
        if (value == null || value.isEmpty()) {
            throw problem(element, item, attribute + " is required");
        }
        return value;
    }

    /** The item that a required attribute names. */
    ItemName named(XmlElement element, String attribute, String item, Class<? extends ItemDef> kind) {
        String value = required(element, attribute, item);
        ItemName found = scope.find(value, kind);
        if (found == null) {
            throw notFound(element, item, attribute, value);
        }
        return found;
    }

    IModelException notFound(XmlElement element, String item, String what, String name) {
        return problem(
                element, item, what + " '" + shorten(name) + "' is not found in this schema or those it refers to");
    }

    IModelException problem(XmlElement element, String item, String rule) {
        return header.text().problem(element, item, rule);
    }

    /** Of a text that may be of any length. */
    static String shorten(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }
}
