package org.imodel4j.ec.xml;

import org.imodel4j.ec.schema.ItemDef;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaReference;
import org.imodel4j.ec.schema.SchemaSet;
import org.jspecify.annotations.Nullable;

/** Names that stay texts in the model, such as {@code u:M}: they are read with the aliases of the schema where they stand. */
final class AliasedNames {
    private AliasedNames() {}

    /** Null when there is no such item; the own alias stands for the own schema. */
    static @Nullable ItemName find(SchemaSet schemas, String schemaName, String text, Class<? extends ItemDef> kind) {
        SchemaDef schema = schemas.trySchema(schemaName);
        int colon = text.indexOf(':');
        if (schema != null && colon > 0) {
            schema = schemaOf(schemas, schema, text.substring(0, colon));
        }
        ItemDef found = schema == null ? null : schema.tryItem(text.substring(colon + 1), kind);
        return schema == null || found == null ? null : schema.nameOf(found);
    }

    private static @Nullable SchemaDef schemaOf(SchemaSet schemas, SchemaDef schema, String alias) {
        for (SchemaReference reference : schema.references()) {
            if (reference.alias().equalsIgnoreCase(alias)) {
                return schemas.trySchema(reference.name());
            }
        }
        return schema.alias().equalsIgnoreCase(alias) ? schema : null;
    }
}
