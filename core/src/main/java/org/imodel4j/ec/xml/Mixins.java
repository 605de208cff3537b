package org.imodel4j.ec.xml;

import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.CustomAttributeDef;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.SchemaSet;
import org.jspecify.annotations.Nullable;

/** Where mixins belong to. */
public final class Mixins {
    private final SchemaSet schemas;

    public Mixins(SchemaSet schemas) {
        this.schemas = schemas;
    }

    /** The entity class that a mixin is for; null for what is no mixin, and when there is no such class. */
    public @Nullable ItemName appliesTo(ItemName name) {
        ClassDef classDef = schemas.classOf(name);
        CustomAttributeDef attribute = classDef.type() == ECClass.Type.ENTITY
                ? CustomAttributeDef.find(classDef.customAttributes(), ClassDef.IS_MIXIN)
                : null;
        if (attribute == null) {
            return null;
        }
        String text = attribute.value().childText("AppliesToEntityClass");
        ItemName found = text.isEmpty() ? null : AliasedNames.find(schemas, name.schema(), text, ClassDef.class);
        return found == null || schemas.classOf(found).type() != ECClass.Type.ENTITY ? null : found;
    }

    /** Whether instances of the first can stand where the second is asked for. */
    boolean isOrAppliesTo(ItemName name, ItemName other) {
        if (schemas.isSubclass(name, other)) {
            return true;
        }
        ItemName appliesTo = appliesTo(name);
        return appliesTo != null && schemas.isSubclass(appliesTo, other);
    }
}
