package org.imodel4j.ec.xml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.imodel4j.ec.schema.ECXmlVersion;
import org.imodel4j.ec.schema.SchemaKey;
import org.imodel4j.ec.schema.SchemaReference;
import org.imodel4j.xml.XmlElement;

/**
 * What a document needs: the schemas that it refers to, those of its custom attributes even where it does not, and, before ECXML
 * 3.2, Units and Formats for its kinds of quantity.
 */
final class Needs {
    private final SchemaHeader header;
    private final Set<String> names = new HashSet<>();
    private final List<Need> needs = new ArrayList<>();

    private Needs(SchemaHeader header) {
        this.header = header;
    }

    static List<Need> of(SchemaHeader header) {
        Needs needs = new Needs(header);
        for (SchemaHeader.Reference reference : header.references()) {
            SchemaReference wanted = reference.wanted();
            needs.needs.add(new Need(wanted.name(), wanted.version(), Need.Match.WRITE, true, reference.element()));
            needs.names.add(Declarations.key(wanted.name()));
        }
        if (header.isBefore(ECXmlVersion.V3_2)) {
            needs.addUnits();
        }
        needs.names.add(Declarations.key(header.key().name()));
        needs.addAttributes(header.text().root(), 0);
        return needs.needs;
    }

    private void addUnits() {
        for (XmlElement element : header.text().root().children()) {
            if (element.name().equals("KindOfQuantity")) {
                add("Units", element);
                String unit = String.valueOf(element.attribute("persistenceUnit"));
                if (element.attribute("presentationUnits") != null || unit.contains("(") || unit.contains("|")) {
                    add("Formats", element);
                }
            }
        }
    }

    private void add(String name, XmlElement element) {
        if (names.add(Declarations.key(name))) {
            needs.add(new Need(name, SchemaVersions.FIRST, Need.Match.ANY, true, element));
        }
    }

    /** They stand on the schema, on its classes, and on what classes have. */
    private void addAttributes(XmlElement container, int depth) {
        for (XmlElement child : container.children()) {
            if (child.name().equals("ECCustomAttributes")) {
                child.children().forEach(this::addAttribute);
            } else if (depth == 1 || (depth == 0 && Declarations.isClass(header, child))) {
                addAttributes(child, depth + 1);
            }
        }
    }

    private void addAttribute(XmlElement element) {
        String namespace = AttributeElements.namespace(element);
        SchemaKey key = namespace == null
                ? null
                : SchemaVersions.tryParseFullName(namespace, !header.isBefore(ECXmlVersion.V3_2));
        if (key != null && names.add(Declarations.key(key.name()))) {
            needs.add(new Need(key.name(), key.version(), Need.Match.READ, false, element));
        }
    }
}
