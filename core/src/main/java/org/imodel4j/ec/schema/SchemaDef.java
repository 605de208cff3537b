package org.imodel4j.ec.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One schema with everything it declares. Names of items are unique without regard to case. Safe for use by several threads.
 */
public final class SchemaDef {
    private final SchemaKey key;
    private final String alias;
    private final @Nullable String displayLabel;
    private final @Nullable String description;
    private final ECXmlVersion ecXml;
    private final List<SchemaReference> references;
    private final List<ItemDef> items;
    private final List<CustomAttributeDef> customAttributes;
    private final Map<String, ItemDef> byName;

    /**
     * @param ecXml the version that the schema was written in first; it decides in which one it is written again
     * @param items in any order; a later one of the same name is not found by name
     */
    public SchemaDef(
            SchemaKey key,
            String alias,
            @Nullable String displayLabel,
            @Nullable String description,
            ECXmlVersion ecXml,
            List<SchemaReference> references,
            List<ItemDef> items,
            List<CustomAttributeDef> customAttributes) {
        this.key = key;
        this.alias = alias;
        this.displayLabel = displayLabel;
        this.description = description;
        this.ecXml = ecXml;
        this.references = List.copyOf(references);
        this.items = List.copyOf(items);
        this.customAttributes = List.copyOf(customAttributes);
        this.byName = new HashMap<>(items.size() * 2);
        for (ItemDef item : this.items) {
            byName.putIfAbsent(lower(item.name()), item);
        }
    }

    public SchemaKey key() {
        return key;
    }

    public String name() {
        return key.name();
    }

    public SchemaVersion version() {
        return key.version();
    }

    public String alias() {
        return alias;
    }

    public @Nullable String displayLabel() {
        return displayLabel;
    }

    public @Nullable String description() {
        return description;
    }

    public ECXmlVersion ecXml() {
        return ecXml;
    }

    public List<SchemaReference> references() {
        return references;
    }

    /** In the order in which they were declared or stored. */
    public List<ItemDef> items() {
        return items;
    }

    public List<CustomAttributeDef> customAttributes() {
        return customAttributes;
    }

    /** Only the items of one kind, in their order. */
    public <T extends ItemDef> List<T> items(Class<T> kind) {
        return items.stream().filter(kind::isInstance).map(kind::cast).collect(Collectors.toList());
    }

    /** By name without regard to case; null when there is none. */
    public @Nullable ItemDef tryItem(String name) {
        return byName.get(lower(name));
    }

    /** An item of one kind by name without regard to case; null when there is none or it is of another kind. */
    public <T extends ItemDef> @Nullable T tryItem(String name, Class<T> kind) {
        ItemDef found = tryItem(name);
        return kind.isInstance(found) ? kind.cast(found) : null;
    }

    /** The full name of an item of this schema. */
    public ItemName nameOf(ItemDef item) {
        return new ItemName(name(), item.name());
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return key.toString();
    }
}
