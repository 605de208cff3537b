package org.imodel4j.ec.xml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.ItemDef;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaReference;
import org.imodel4j.ec.schema.SchemaSet;
import org.jspecify.annotations.Nullable;

/**
 * What names in a document mean: {@code alias:Name} an item of a referenced schema, {@code Name} one of its own. Case does not
 * matter.
 */
final class SchemaScope {
    private final SchemaHeader header;
    private final Declarations own;
    private final Map<String, SchemaDef> byAlias = new HashMap<>();
    private final Map<String, String> aliases = new HashMap<>();

    SchemaScope(SchemaHeader header, Declarations own, List<SchemaReference> references, SchemaSet referenced) {
        this.header = header;
        this.own = own;
        for (SchemaReference reference : references) {
            SchemaDef schema = referenced.trySchema(reference.name());
            if (schema != null) {
                byAlias.putIfAbsent(Declarations.key(reference.alias()), schema);
                aliases.put(schema.name(), reference.alias());
            }
        }
    }

    /** The full name of an item of a kind; null when there is none. The own alias does not stand for the own schema. */
    @Nullable
    ItemName find(String name, Class<? extends ItemDef> kind) {
        int colon = name.indexOf(':');
        String local = name.substring(colon + 1);
        return colon <= 0 ? own(local, kind) : foreign(name.substring(0, colon), local, kind);
    }

    /** As {@link #find}, but the own alias stands for the own schema; so it is for units and formats of quantities. */
    @Nullable
    ItemName findAlsoByOwnAlias(String name, Class<? extends ItemDef> kind) {
        int colon = name.indexOf(':');
        boolean isOwn = colon > 0 && name.substring(0, colon).equalsIgnoreCase(header.alias());
        return find(isOwn ? name.substring(colon + 1) : name, kind);
    }

    private @Nullable ItemName own(String name, Class<? extends ItemDef> kind) {
        Declarations.Item item = own.find(name);
        return item == null || item.kind() != kind
                ? null
                : new ItemName(header.key().name(), item.name());
    }

    private @Nullable ItemName foreign(String alias, String name, Class<? extends ItemDef> kind) {
        SchemaDef schema = byAlias.get(Declarations.key(alias));
        ItemDef item = schema == null ? null : schema.tryItem(name, kind);
        return schema == null || item == null ? null : schema.nameOf(item);
    }

    /** As this schema spells the name of an item: with the alias of a reference, bare for its own items. */
    String qualified(ItemName name) {
        String alias = aliases.get(name.schema());
        return alias == null ? name.name() : alias + ':' + name.name();
    }

    /** A class of one type; null when there is none or it is of another type. */
    @Nullable
    ItemName findClass(String name, ECClass.Type type) {
        ItemName found = find(name, ClassDef.class);
        return found == null || typeOf(found) != type ? null : found;
    }

    /** The type of a class that was found here. */
    ECClass.@Nullable Type typeOf(ItemName name) {
        if (name.schema().equals(header.key().name())) {
            Declarations.Item item = own.find(name.name());
            return item == null ? null : item.classType();
        }
        for (SchemaDef schema : byAlias.values()) {
            if (schema.name().equals(name.schema())) {
                ClassDef found = schema.tryItem(name.name(), ClassDef.class);
                return found == null ? null : found.type();
            }
        }
        return null;
    }
}
