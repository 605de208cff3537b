package org.imodel4j.ec.xml;

import java.util.List;
import org.imodel4j.ec.CustomAttributeXml;
import org.imodel4j.ec.schema.CustomAttributeDef;

/** Writes custom attributes. */
final class AttributeXml {
    private final XmlText xml;
    private final NamesInXml names;

    AttributeXml(XmlText xml, NamesInXml names) {
        this.xml = xml;
        this.names = names;
    }

    /** Nothing when there are none. */
    void write(List<CustomAttributeDef> attributes) {
        if (attributes.isEmpty()) {
            return;
        }
        xml.start("ECCustomAttributes");
        for (CustomAttributeDef attribute : attributes) {
            write(xml, attribute.value(), attribute.value().name(), names.namespaceOf(attribute.type()));
        }
        xml.end();
    }

    static void write(XmlText xml, CustomAttributeXml value, String name, String namespace) {
        xml.start(name).attribute("xmlns", namespace);
        content(xml, value);
        xml.end();
    }

    private static void content(XmlText xml, CustomAttributeXml element) {
        if (element.children().isEmpty()) {
            xml.text(element.text());
        }
        for (CustomAttributeXml child : element.children()) {
            xml.start(child.name());
            content(xml, child);
            xml.end();
        }
    }
}
