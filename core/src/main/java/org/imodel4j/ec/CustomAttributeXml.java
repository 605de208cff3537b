package org.imodel4j.ec;

import java.util.List;
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
        return new XmlParser(instance).document();
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
