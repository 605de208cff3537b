package org.imodel4j.ec.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.imodel4j.ec.CustomAttributeXml;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.CustomAttributeDef;
import org.imodel4j.ec.schema.ECXmlVersion;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaKey;
import org.imodel4j.ec.schema.SchemaReference;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.ec.schema.SchemaVersion;
import org.imodel4j.xml.XmlElement;
import org.jspecify.annotations.Nullable;

/** The custom attributes of one container after the other. In ECXML 2.0 those that are not right are left out. */
final class AttributeElements {
    private static final String ECXML = "http://www.bentley.com/schemas/Bentley.ECXML";

    private final Reading reading;
    private final SchemaDef own;
    private final SchemaSet schemas;
    private final InstanceElements instances;

    /** @param own with all classes, those of custom attributes included; {@code schemas} contains it and what it refers to */
    AttributeElements(Reading reading, SchemaDef own, SchemaSet schemas) {
        this.reading = reading;
        this.own = own;
        this.schemas = schemas;
        this.instances = new InstanceElements(schemas, reading.limits().members());
    }

    /** The attributes of an element in their order; one that comes again replaces the earlier one. */
    List<CustomAttributeDef> read(XmlElement container, String item, int containerBit) {
        List<CustomAttributeDef> attributes = new ArrayList<>();
        for (XmlElement child : container.children()) {
            if (child.name().equals("ECCustomAttributes")) {
                for (XmlElement element : child.children()) {
                    add(element, item, containerBit, attributes);
                }
            }
        }
        return attributes;
    }

    private void add(XmlElement element, String item, int containerBit, List<CustomAttributeDef> into) {
        ItemName type = find(element);
        String breach = type == null ? "the class is not found" : breach(type, containerBit);
        CustomAttributeXml value =
                type == null || breach != null ? null : instances.tryInstance(type, name(type, element), element);
        if (type == null || value == null) {
            if (reading.header().ecXml().major() == 2) {
                return;
            }
            String rule = breach == null ? "the value is too large" : breach;
            throw reading.problem(element, item, "custom attribute " + element.name() + ": " + rule);
        }
        into.removeIf(earlier -> earlier.type().equals(type));
        into.add(new CustomAttributeDef(type, value));
    }

    /** As the class spells it. */
    private static String name(ItemName type, XmlElement element) {
        return type.name().equalsIgnoreCase(element.name()) ? type.name() : element.name();
    }

    private @Nullable String breach(ItemName type, int containerBit) {
        ClassDef found = schemas.classOf(type);
        if (found.type() != ECClass.Type.CUSTOM_ATTRIBUTE) {
            return "the class is none for custom attributes";
        }
        if (found.isAbstract()) {
            return "the class is abstract";
        }
        int appliesTo = found.appliesTo() == null ? Containers.ANY : found.appliesTo();
        return (appliesTo & containerBit) == 0 ? "it is not meant for this place" : null;
    }

    /** Without a namespace the class is looked for in the own schema and then in those that it refers to. */
    private @Nullable ItemName find(XmlElement element) {
        String namespace = namespace(element);
        if (namespace == null) {
            String declared = element.attribute("xmlns");
            if (declared != null && !declared.isEmpty() && !reading.isBefore(ECXmlVersion.V3_2)) {
                return null;
            }
            ItemName found = find(own, element.name());
            for (SchemaReference reference : own.references()) {
                SchemaDef referenced = schemas.trySchema(reference.name());
                found = found == null && referenced != null ? find(referenced, element.name()) : found;
            }
            return found;
        }
        SchemaKey wanted = SchemaVersions.tryParseFullName(namespace, !reading.isBefore(ECXmlVersion.V3_2));
        if (wanted == null) {
            return null;
        }
        SchemaDef schema = wanted.name().equals(own.name()) ? own : referenced(wanted.name());
        boolean fits = schema != null && isReadable(schema.version(), wanted.version());
        return schema == null || !fits ? null : find(schema, element.name());
    }

    private @Nullable SchemaDef referenced(String name) {
        for (SchemaReference reference : own.references()) {
            if (reference.name().equals(name)) {
                return schemas.trySchema(name);
            }
        }
        return null;
    }

    private static @Nullable ItemName find(SchemaDef schema, String name) {
        ClassDef found = schema.tryItem(OldUnitAttributes.className(schema.name(), name), ClassDef.class);
        return found == null ? null : schema.nameOf(found);
    }

    /** Null for none, and for that of the document itself. */
    static @Nullable String namespace(XmlElement element) {
        String namespace = element.attribute("xmlns");
        boolean none = namespace == null
                || namespace.isEmpty()
                || namespace.toLowerCase(Locale.ROOT).startsWith(ECXML.toLowerCase(Locale.ROOT));
        return none ? null : namespace;
    }

    /** Whether what was written for a version can be read by another one. */
    static boolean isReadable(SchemaVersion by, SchemaVersion wanted) {
        return by.read() == wanted.read()
                && (by.write() > wanted.write() || (by.write() == wanted.write() && by.minor() >= wanted.minor()));
    }
}
