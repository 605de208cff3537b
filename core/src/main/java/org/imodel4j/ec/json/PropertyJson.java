package org.imodel4j.ec.json;

import org.imodel4j.ec.schema.PropertyDef;
import org.imodel4j.ec.schema.PropertyType;
import org.imodel4j.ec.schema.PropertyType.Array;
import org.imodel4j.ec.schema.PropertyType.Enumerated;
import org.imodel4j.ec.schema.PropertyType.Navigation;
import org.imodel4j.ec.schema.PropertyType.Primitive;
import org.imodel4j.ec.schema.PropertyType.Struct;
import org.imodel4j.ec.schema.ValueLimits;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** Writes properties. */
final class PropertyJson {
    private final AttributeJson attributes;
    private final JsonWriter json;

    PropertyJson(AttributeJson attributes, JsonWriter json) {
        this.attributes = attributes;
        this.json = json;
    }

    void write(PropertyDef written) {
        PropertyType type = written.type();
        json.beginObject().name("name").value(written.name());
        json.name("type").value(kind(type));
        Members.optional(json, "description", written.description());
        Members.optional(json, "label", written.displayLabel());
        if (written.readOnly()) {
            json.name("isReadOnly").value(true);
        }
        Members.optional(json, "category", written.category());
        Members.optional(json, "priority", written.priority());
        if (type instanceof Array array) {
            json.name("minOccurs").value(array.minOccurs());
            Members.optional(json, "maxOccurs", array.maxOccurs());
        }
        Members.optional(json, "kindOfQuantity", written.kindOfQuantity());
        attributes.write(written.customAttributes(), null);
        ofType(type);
        json.endObject();
    }

    private static String kind(PropertyType type) {
        return switch (type) {
            case Primitive primitive -> "PrimitiveProperty";
            case Enumerated enumerated -> "PrimitiveProperty";
            case Struct struct -> "StructProperty";
            case Array array -> array.item() instanceof Struct ? "StructArrayProperty" : "PrimitiveArrayProperty";
            case Navigation navigation -> "NavigationProperty";
        };
    }

    private void ofType(PropertyType type) {
        switch (type) {
            case Primitive primitive ->
                typed(primitive.type().typeName(), primitive.extendedType(), primitive.limits());
            case Enumerated enumerated ->
                typed(Members.dotted(enumerated.enumeration()), enumerated.extendedType(), enumerated.limits());
            case Struct struct -> json.name("typeName").value(Members.dotted(struct.structClass()));
            case Array array -> ofType(array.item());
            case Navigation navigation -> {
                json.name("relationshipName").value(Members.dotted(navigation.relationship()));
                json.name("direction").value(navigation.forward() ? "Forward" : "Backward");
            }
        }
    }

    private void typed(String typeName, @Nullable String extendedType, ValueLimits limits) {
        json.name("typeName").value(typeName);
        Members.optional(json, "extendedTypeName", extendedType);
        Members.optional(json, "minLength", limits.minLength());
        Members.optional(json, "maxLength", limits.maxLength());
        Members.optional(json, "minValue", limits.minValue());
        Members.optional(json, "maxValue", limits.maxValue());
    }
}
