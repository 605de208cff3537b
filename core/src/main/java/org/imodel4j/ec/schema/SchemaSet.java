package org.imodel4j.ec.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.jspecify.annotations.Nullable;

/**
 * Schemas with everything they refer to: every name in one of them is found in one of them. Safe for use by several threads.
 */
public final class SchemaSet {
    private final Map<String, SchemaDef> byName = new LinkedHashMap<>();

    /** @param schemas each one behind those it refers to */
    public SchemaSet(Collection<SchemaDef> schemas) {
        for (SchemaDef schema : schemas) {
            byName.put(SchemaDef.lower(schema.name()), schema);
        }
    }

    /** Each one behind those it refers to. */
    public List<SchemaDef> schemas() {
        return List.copyOf(byName.values());
    }

    /** By name without regard to case; null when there is none. */
    public @Nullable SchemaDef trySchema(String name) {
        return byName.get(SchemaDef.lower(name));
    }

    /** An item of one kind; null when there is none of that name and kind. */
    public <T extends ItemDef> @Nullable T tryItem(ItemName name, Class<T> kind) {
        SchemaDef schema = trySchema(name.schema());
        return schema == null ? null : schema.tryItem(name.name(), kind);
    }

    /**
     * The item of a name.
     *
     * @throws IModelException NotFound when there is none of that name and kind
     */
    public <T extends ItemDef> T item(ItemName name, Class<T> kind) {
        T found = tryItem(name, kind);
        if (found == null) {
            throw new IModelException(Status.NOT_FOUND, "schema item not found").with("item", name);
        }
        return found;
    }

    /** As {@link #item} for classes. */
    public ClassDef classOf(ItemName name) {
        return item(name, ClassDef.class);
    }

    /** All that a class derives from, nearest first, bases in their order and depth first; without the class itself. */
    public Set<ItemName> basesOf(ItemName name) {
        Set<ItemName> found = new LinkedHashSet<>();
        collectBases(name, found);
        return found;
    }

    private void collectBases(ItemName name, Set<ItemName> into) {
        for (ItemName base : classOf(name).bases()) {
            if (into.add(base)) {
                collectBases(base, into);
            }
        }
    }

    /** True also for a class and itself. */
    public boolean isSubclass(ItemName name, ItemName base) {
        return name.equals(base) || basesOf(name).contains(base);
    }

    /** Own and inherited properties: those of the bases in their order, depth first, an override in the place of its own class. */
    public List<PropertyDef> propertiesOf(ItemName name) {
        Map<String, PropertyDef> properties = new LinkedHashMap<>();
        collectProperties(name, properties, new HashSet<>());
        return new ArrayList<>(properties.values());
    }

    private void collectProperties(ItemName name, Map<String, PropertyDef> into, Set<ItemName> seen) {
        if (!seen.add(name)) {
            return;
        }
        ClassDef classDef = classOf(name);
        classDef.bases().forEach(base -> collectProperties(base, into, seen));
        for (PropertyDef property : classDef.properties()) {
            String key = SchemaDef.lower(property.name());
            into.remove(key);
            into.put(key, property);
        }
    }

    /** An own or the nearest inherited property by name without regard to case. */
    public @Nullable PropertyDef tryProperty(ItemName name, String property) {
        PropertyDef own = classOf(name).tryProperty(property);
        if (own != null) {
            return own;
        }
        for (ItemName base : basesOf(name)) {
            PropertyDef inherited = classOf(base).tryProperty(property);
            if (inherited != null) {
                return inherited;
            }
        }
        return null;
    }
}
