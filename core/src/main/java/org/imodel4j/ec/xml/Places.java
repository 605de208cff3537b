package org.imodel4j.ec.xml;

import java.util.HashMap;
import java.util.Map;
import org.imodel4j.xml.XmlElement;

/** Where items stand in their document: {@code Class}, {@code Class.Property}, {@code Class:Source}. */
final class Places {
    private final XmlElement root;
    private final Map<String, XmlElement> elements = new HashMap<>();

    Places(XmlElement root) {
        this.root = root;
    }

    void put(String item, XmlElement element) {
        elements.put(Declarations.key(item), element);
    }

    /** The whole document when the item is not there. */
    XmlElement of(String item) {
        return elements.getOrDefault(Declarations.key(item), root);
    }

    static String property(String className, String property) {
        return className + '.' + property;
    }

    static String end(String className, boolean source) {
        return className + (source ? ":Source" : ":Target");
    }
}
