package org.imodel4j.ec;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.xml.XmlElement;
import org.imodel4j.xml.XmlLimits;
import org.imodel4j.xml.XmlReader;
import org.jspecify.annotations.Nullable;

/**
 * One element of a custom attribute as {@code ec_CustomAttribute.Instance} stores it: the root is named after the class,
 * child elements after properties, items of arrays after their type.
 *
 * @param namespace the {@code xmlns} of this element, such as {@code ECDbMap.02.04}; null where none is written
 * @param text the text between the tags, without trimming; blank for elements with children
 */
public record CustomAttributeXml(
        String name, @Nullable String namespace, String text, List<CustomAttributeXml> children) {
    public CustomAttributeXml {
        children = List.copyOf(children);
    }

    /**
     * Reads one instance.
     *
     * @throws org.imodel4j.error.IModelException when the text is no well-formed element or has a DTD
     */
    public static CustomAttributeXml parse(String instance) {
        return of(XmlReader.read(instance, XmlLimits.USUAL, (what, line, column) -> MetadataConnection.damaged(
                        "a custom attribute is not readable")
                .with("problem", what)
                .with("at", line + ":" + column)));
    }

    private static CustomAttributeXml of(XmlElement element) {
        List<CustomAttributeXml> children = new ArrayList<>(element.children().size());
        for (XmlElement child : element.children()) {
            children.add(of(child));
        }
        return new CustomAttributeXml(element.name(), element.attribute("xmlns"), element.text(), children);
    }

    /** The first child of that name, null when the property is not set. */
    public @Nullable CustomAttributeXml child(String childName) {
        for (CustomAttributeXml child : children) {
            if (child.name.equals(childName)) {
                return child;
            }
        }
        return null;
    }

    /** Trimmed text of a child, empty when it is not set. */
    public String childText(String childName) {
        CustomAttributeXml child = child(childName);
        return child == null ? "" : child.text.trim();
    }
}
