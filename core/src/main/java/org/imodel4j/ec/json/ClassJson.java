package org.imodel4j.ec.json;

import java.util.List;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.schema.AppliesTo;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.ClassDef.ConstraintDef;
import org.imodel4j.ec.schema.ClassDef.RelationshipDef;
import org.imodel4j.ec.schema.CustomAttributeDef;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.json.JsonWriter;

/** Writes classes. */
final class ClassJson {
    private final SchemaDef schema;
    private final AttributeJson attributes;
    private final PropertyJson properties;
    private final JsonWriter json;

    ClassJson(SchemaDef schema, AttributeJson attributes, JsonWriter json) {
        this.schema = schema;
        this.attributes = attributes;
        this.properties = new PropertyJson(attributes, json);
        this.json = json;
    }

    void write(ClassDef written) {
        boolean mixin = written.isMixin();
        boolean entity = written.type() == ECClass.Type.ENTITY;
        RelationshipDef relationship = written.relationship();
        json.beginObject().name("schemaItemType").value(itemType(written, mixin));
        Members.labels(json, written);
        if (!mixin && (relationship != null || written.modifier() != ECClass.Modifier.NONE)) {
            json.name("modifier").value(Members.camel(written.modifier()));
        }
        if (!entity) {
            base(written);
        }
        if (!written.properties().isEmpty()) {
            json.name("properties").beginArray();
            written.properties().forEach(properties::write);
            json.endArray();
        }
        attributes.write(written.customAttributes(), mixin ? ClassDef.IS_MIXIN : null);
        if (mixin) {
            appliesTo(written);
        }
        if (entity) {
            base(written);
            mixins(written, mixin);
        }
        if (written.type() == ECClass.Type.CUSTOM_ATTRIBUTE) {
            json.name("appliesTo").value(AppliesTo.text(written.appliesTo()));
        }
        if (relationship != null) {
            json.name("strength").value(Members.camel(relationship.strength()));
            json.name("strengthDirection").value(relationship.forward() ? "Forward" : "Backward");
            end("source", relationship.source());
            end("target", relationship.target());
        }
        json.endObject();
    }

    private static String itemType(ClassDef written, boolean mixin) {
        return switch (written.type()) {
            case ENTITY -> mixin ? "Mixin" : "EntityClass";
            case RELATIONSHIP -> "RelationshipClass";
            case STRUCT -> "StructClass";
            case CUSTOM_ATTRIBUTE -> "CustomAttributeClass";
        };
    }

    private void base(ClassDef written) {
        if (!written.bases().isEmpty()) {
            json.name("baseClass").value(Members.dotted(written.bases().get(0)));
        }
    }

    private void mixins(ClassDef written, boolean mixin) {
        if (!mixin && written.bases().size() > 1) {
            names("mixins", written.bases().subList(1, written.bases().size()));
        }
    }

    private void names(String member, List<ItemName> names) {
        json.name(member).beginArray();
        names.forEach(name -> json.value(Members.dotted(name)));
        json.endArray();
    }

    /** The class that a mixin is for, which its attribute names with an alias. */
    private void appliesTo(ClassDef mixin) {
        CustomAttributeDef attribute = CustomAttributeDef.find(mixin.customAttributes(), ClassDef.IS_MIXIN);
        String text = attribute == null ? "" : attribute.value().childText("AppliesToEntityClass");
        if (!text.isEmpty()) {
            json.name("appliesTo").value(QualifiedNames.dotted(text, schema));
        }
    }

    private void end(String name, ConstraintDef end) {
        Integer upper = end.upperLimit();
        json.name(name).beginObject();
        Members.optional(json, "abstractConstraint", end.abstractConstraint());
        names("constraintClasses", end.classes());
        attributes.write(end.customAttributes(), null);
        json.name("multiplicity").value("(" + end.lowerLimit() + ".." + (upper == null ? "*" : upper) + ')');
        json.name("polymorphic").value(end.polymorphic());
        Members.optional(json, "roleLabel", end.roleLabel());
        json.endObject();
    }
}
