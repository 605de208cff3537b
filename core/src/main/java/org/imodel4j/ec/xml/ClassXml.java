package org.imodel4j.ec.xml;

import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.schema.AppliesTo;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.ClassDef.ConstraintDef;
import org.imodel4j.ec.schema.ClassDef.RelationshipDef;
import org.imodel4j.ec.schema.ECXmlVersion;
import org.imodel4j.ec.schema.ItemName;

/** Writes classes. */
final class ClassXml {
    private final XmlText xml;
    private final NamesInXml names;
    private final AttributeXml attributes;
    private final PropertyXml properties;
    private final boolean before30;
    private final boolean before31;

    ClassXml(XmlText xml, NamesInXml names, AttributeXml attributes, ECXmlVersion version) {
        this.xml = xml;
        this.names = names;
        this.attributes = attributes;
        this.properties = new PropertyXml(xml, names, attributes, version);
        this.before30 = version.isBefore(ECXmlVersion.V3_0);
        this.before31 = version.isBefore(ECXmlVersion.V3_1);
    }

    void write(ClassDef written) {
        xml.start(element(written.type()))
                .attribute("typeName", written.name())
                .optional("description", written.description())
                .optional("displayLabel", written.displayLabel());
        if (before30) {
            flags(written);
        } else {
            modifier(written);
        }
        RelationshipDef relationship = written.relationship();
        if (relationship != null) {
            xml.optional("strengthDirection", relationship.forward() ? null : "backward")
                    .attribute("strength", SchemaWords.of(relationship.strength()));
        }
        for (ItemName base : written.bases()) {
            xml.element("BaseClass", names.of(base));
        }
        attributes.write(written.customAttributes());
        written.properties().forEach(properties::write);
        if (relationship != null) {
            end("Source", relationship.source());
            end("Target", relationship.target());
        }
        xml.end();
    }

    private String element(ECClass.Type type) {
        return switch (type) {
            case RELATIONSHIP -> "ECRelationshipClass";
            case ENTITY -> before30 ? "ECClass" : "ECEntityClass";
            case STRUCT -> before30 ? "ECClass" : "ECStructClass";
            case CUSTOM_ATTRIBUTE -> before30 ? "ECClass" : "ECCustomAttributeClass";
        };
    }

    private void modifier(ClassDef written) {
        boolean always = written.type() == ECClass.Type.RELATIONSHIP;
        if (always || written.modifier() != ECClass.Modifier.NONE) {
            xml.attribute("modifier", SchemaWords.of(written.modifier()));
        }
        if (written.type() == ECClass.Type.CUSTOM_ATTRIBUTE) {
            xml.attribute("appliesTo", AppliesTo.text(written.appliesTo()));
        }
    }

    /** What ECXML 2.0 has for the kind and the modifier of a class. */
    private void flags(ClassDef written) {
        boolean domain = written.type() == ECClass.Type.ENTITY || written.type() == ECClass.Type.RELATIONSHIP;
        xml.attribute("isStruct", written.type() == ECClass.Type.STRUCT)
                .attribute("isCustomAttributeClass", written.type() == ECClass.Type.CUSTOM_ATTRIBUTE)
                .attribute("isDomainClass", domain && !written.isAbstract());
    }

    private void end(String name, ConstraintDef end) {
        Integer upper = end.upperLimit();
        xml.start(name);
        if (before31) {
            xml.attribute("cardinality", "(" + end.lowerLimit() + ',' + (upper == null ? "N" : upper) + ')');
        } else {
            xml.attribute("multiplicity", "(" + end.lowerLimit() + ".." + (upper == null ? "*" : upper) + ')');
        }
        xml.optional("roleLabel", end.roleLabel()).attribute("polymorphic", end.polymorphic());
        ItemName common = end.abstractConstraint();
        if (common != null && !before31) {
            xml.attribute("abstractConstraint", names.of(common));
        }
        attributes.write(end.customAttributes());
        for (ItemName each : end.classes()) {
            xml.start("Class").attribute("class", names.of(each)).end();
        }
        xml.end();
    }
}
