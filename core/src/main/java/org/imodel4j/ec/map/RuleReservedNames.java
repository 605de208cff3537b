package org.imodel4j.ec.map;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.imodel4j.ec.CustomAttributeXml;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.CustomAttributeDef;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.PropertyDef;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaSet;

/**
 * Names that properties of a hierarchy must not have, by the attribute BisCore:ReservedPropertyNames of a class above. They are the names
 * that members of elements have in JSON.
 */
final class RuleReservedNames {
    private static final ItemName POLICY = new ItemName("BisCore", "ReservedPropertyNames");

    private final SchemaSet schemas;

    RuleReservedNames(SchemaSet schemas) {
        this.schemas = schemas;
    }

    void check(SchemaDef schema) {
        for (ClassDef classDef : ItemRows.sorted(schema, ClassDef.class)) {
            check(schema.nameOf(classDef));
        }
    }

    void check(ItemName name) {
        Set<String> reserved = reserved(name);
        if (!reserved.isEmpty() && hasAny(name, reserved)) {
            throw Refusal.of("Failed to import ECClass '" + name + "'.");
        }
    }

    /** Along the first bases only: mixins have no say. */
    private Set<String> reserved(ItemName name) {
        Set<String> reserved = new HashSet<>();
        ItemName next = name;
        while (next != null) {
            ClassDef classDef = schemas.classOf(next);
            CustomAttributeDef policy = CustomAttributeDef.find(classDef.customAttributes(), POLICY);
            CustomAttributeXml names = policy == null ? null : policy.value().child("PropertyNames");
            if (names != null) {
                names.children().forEach(item -> reserved.add(item.text().trim().toLowerCase(Locale.ROOT)));
            }
            next = classDef.bases().isEmpty() ? null : classDef.bases().get(0);
        }
        return reserved;
    }

    private boolean hasAny(ItemName name, Set<String> reserved) {
        for (PropertyDef property : schemas.propertiesOf(name)) {
            if (reserved.contains(property.name().toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
