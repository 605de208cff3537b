package org.imodel4j.ec.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.ItemDef;
import org.imodel4j.ec.schema.PropertyDef;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaReference;

/**
 * What differs between the stored and the new version of a schema. Items and properties belong together by name without regard to
 * case.
 *
 * @param rules of the file that is to change
 * @param addedReferences and those of another version
 * @param changes by kinds of items in the order in which they are written, within a kind by name: what was there first, then what
 *     is new
 */
public record SchemaChanges(
        FileRules rules,
        SchemaDef old,
        SchemaDef now,
        List<SchemaReference> addedReferences,
        List<SchemaReference> removedReferences,
        List<Change> changes) {
    public SchemaChanges {
        addedReferences = List.copyOf(addedReferences);
        removedReferences = List.copyOf(removedReferences);
        changes = List.copyOf(changes);
    }

    /** Whether there is anything to write. */
    public boolean isEmpty() {
        return changes.isEmpty()
                && addedReferences.isEmpty()
                && removedReferences.isEmpty()
                && old.version().equals(now.version())
                && old.ecXml().equals(now.ecXml())
                && Objects.equals(old.displayLabel(), now.displayLabel())
                && Objects.equals(old.description(), now.description())
                && old.customAttributes().equals(now.customAttributes());
    }

    /** Whether the change may break with what is stored: parts may be deleted, types of values changed. */
    boolean mayBreak() {
        return rules == FileRules.IMODEL
                ? VersionPick.isDynamic(now)
                : old.version().read() < now.version().read();
    }

    /** One difference. */
    public sealed interface Change {}

    public record ItemAdded(ItemDef now) implements Change {}

    public record ItemDeleted(ItemDef old) implements Change {}

    /** An item that is not the same, for classes apart from their properties. */
    public record ItemChanged(ItemDef old, ItemDef now) implements Change {}

    public record PropertyAdded(ClassDef owner, PropertyDef now) implements Change {}

    public record PropertyDeleted(ClassDef oldOwner, ClassDef owner, PropertyDef old) implements Change {}

    public record PropertyChanged(ClassDef oldOwner, ClassDef owner, PropertyDef old, PropertyDef now)
            implements Change {}

    /** Compares two versions of one schema. */
    public static SchemaChanges between(FileRules rules, SchemaDef old, SchemaDef now) {
        List<Change> changes = new ArrayList<>();
        ItemComparison comparison = new ItemComparison(old, now);
        for (Class<? extends ItemDef> kind : ItemComparison.KINDS) {
            compare(comparison, kind, changes);
        }
        return new SchemaChanges(
                rules,
                old,
                now,
                references(now.references(), old.references()),
                references(old.references(), now.references()),
                changes);
    }

    /** Those that have no equal among the others; aliases are not compared. */
    private static List<SchemaReference> references(List<SchemaReference> all, List<SchemaReference> others) {
        List<SchemaReference> left = new ArrayList<>(all);
        left.removeIf(reference -> others.stream()
                .anyMatch(other -> other.name().equalsIgnoreCase(reference.name())
                        && other.version().equals(reference.version())));
        return left;
    }

    private static <T extends ItemDef> void compare(ItemComparison comparison, Class<T> kind, List<Change> changes) {
        Map<String, T> added = new HashMap<>();
        List<T> now = ItemRows.sorted(comparison.now(), kind);
        now.forEach(item -> added.put(MapNames.key(item.name()), item));
        for (T old : ItemRows.sorted(comparison.old(), kind)) {
            T item = added.remove(MapNames.key(old.name()));
            if (item == null) {
                changes.add(new ItemDeleted(old));
            } else if (old instanceof ClassDef oldClass && item instanceof ClassDef newClass) {
                compare(comparison, oldClass, newClass, changes);
            } else if (!comparison.isSame(old, item)) {
                changes.add(new ItemChanged(old, item));
            }
        }
        for (T item : now) {
            if (added.containsKey(MapNames.key(item.name()))) {
                changes.add(new ItemAdded(item));
            }
        }
    }

    private static void compare(ItemComparison comparison, ClassDef old, ClassDef now, List<Change> changes) {
        if (!comparison.isSame(old, now)) {
            changes.add(new ItemChanged(old, now));
        }
        Set<String> known = new HashSet<>();
        for (PropertyDef property : old.properties()) {
            known.add(MapNames.key(property.name()));
            PropertyDef found = now.tryProperty(property.name());
            if (found == null) {
                changes.add(new PropertyDeleted(old, now, property));
            } else if (!comparison.isSame(property, found)) {
                changes.add(new PropertyChanged(old, now, property, found));
            }
        }
        for (PropertyDef property : now.properties()) {
            if (!known.contains(MapNames.key(property.name()))) {
                changes.add(new PropertyAdded(now, property));
            }
        }
    }
}
