package org.imodel4j.ec.map;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.imodel4j.ec.CustomAttributeXml;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.CustomAttributeDef;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.ec.xml.Mixins;
import org.imodel4j.error.IModelException;
import org.jspecify.annotations.Nullable;

/**
 * Changes of custom attributes: most are free, but those that say how classes are mapped hardly change any more once there are
 * tables.
 */
final class UpgradeAttributeRules {
    private static final String MAP = "ECDbMap";

    private final SchemaChanges changes;
    private final SchemaSet stored;
    private final SchemaSet schemas;

    UpgradeAttributeRules(SchemaChanges changes, SchemaSet stored, SchemaSet schemas) {
        this.changes = changes;
        this.stored = stored;
        this.schemas = schemas;
    }

    /** @param container as messages name it */
    void check(String container, List<CustomAttributeDef> old, List<CustomAttributeDef> now) {
        Map<ItemName, CustomAttributeXml> oldValues = ItemComparison.values(old);
        Map<ItemName, CustomAttributeXml> left = new HashMap<>(oldValues);
        ItemComparison.values(now).forEach((type, value) -> {
            CustomAttributeXml oldValue = left.remove(type);
            if (!value.equals(oldValue) && !isAccepted(container, type, oldValue, value)) {
                throw refused(container, type);
            }
        });
        for (ItemName type : left.keySet()) {
            if (type.schema().equals(MAP) && !isFree(type) || type.equals(ClassDef.IS_MIXIN)) {
                throw refused(container, type);
            }
        }
    }

    /** @param old null for a new one */
    private boolean isAccepted(
            String container, ItemName type, @Nullable CustomAttributeXml old, CustomAttributeXml now) {
        if (type.equals(ClassDef.IS_MIXIN)) {
            return old != null && isWiderMixin(container);
        }
        if (!type.schema().equals(MAP) || isFree(type)) {
            return true;
        }
        return switch (type.name()) {
            case "QueryView" -> old != null;
            case "LinkTableRelationshipMap" ->
                old != null
                        && without(old, "AllowDuplicateRelationships")
                                .equals(without(now, "AllowDuplicateRelationships"));
            case "DbIndexList" -> old == null || isSameIndexes(old, now);
            default -> false;
        };
    }

    /** Requirements of a version say nothing about tables. */
    private static boolean isFree(ItemName type) {
        return type.name().equals("ImportRequiresVersion") || type.name().equals("UseRequiresVersion");
    }

    private boolean isWiderMixin(String container) {
        int colon = container.indexOf(':');
        ItemName name = new ItemName(container.substring(0, colon), container.substring(colon + 1));
        ItemName old = new Mixins(stored).appliesTo(name);
        ItemName now = new Mixins(schemas).appliesTo(name);
        if (old == null
                || now == null
                || schemas.tryItem(old, ClassDef.class) == null
                || schemas.isSubclass(old, now)) {
            return true;
        }
        throw UpgradeRules.failed("MixIn " + name + ": Modifing 'AppliesToEntityClass' from " + old + " to " + now
                + " is only supported " + old + " derived from " + now + ".");
    }

    /** Indexes can be added and get other properties, but the ones that were there keep their names and everything else. */
    private static boolean isSameIndexes(CustomAttributeXml old, CustomAttributeXml now) {
        List<CustomAttributeXml> before = indexes(old);
        List<CustomAttributeXml> after = indexes(now);
        if (before.size() > after.size()) {
            return false;
        }
        for (int i = 0; i < before.size(); i++) {
            if (!without(before.get(i), "Properties").equals(without(after.get(i), "Properties"))) {
                return false;
            }
        }
        return true;
    }

    private static List<CustomAttributeXml> indexes(CustomAttributeXml list) {
        CustomAttributeXml indexes = list.child("Indexes");
        return indexes == null ? List.of() : indexes.children();
    }

    private static List<CustomAttributeXml> without(CustomAttributeXml value, String child) {
        return value.children().stream()
                .filter(member -> !member.name().equals(child))
                .collect(Collectors.toList());
    }

    private IModelException refused(String container, ItemName type) {
        return UpgradeRules.failed("Adding or modifying custom attribute '" + type + "' is not supported. \nContainer: "
                        + container + '.')
                .with("schema", changes.now().key());
    }
}
