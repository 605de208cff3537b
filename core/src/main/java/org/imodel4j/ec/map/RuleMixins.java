package org.imodel4j.ec.map;

import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.CustomAttributeDef;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.ec.xml.Mixins;

/** A mixin is for a class that exists: without it iTwin.js could not read the schema back. */
final class RuleMixins {
    private final Mixins mixins;

    RuleMixins(SchemaSet schemas) {
        this.mixins = new Mixins(schemas);
    }

    void check(SchemaDef schema) {
        for (ClassDef classDef : schema.items(ClassDef.class)) {
            CustomAttributeDef attribute = CustomAttributeDef.find(classDef.customAttributes(), ClassDef.IS_MIXIN);
            if (attribute != null
                    && !attribute.value().childText("AppliesToEntityClass").isEmpty()
                    && mixins.appliesTo(schema.nameOf(classDef)) == null) {
                throw Refusal.of(
                        "Schema import failed. Failed to read imported schema '" + schema.name() + "' from ECDb.");
            }
        }
    }
}
