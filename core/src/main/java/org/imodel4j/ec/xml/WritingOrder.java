package org.imodel4j.ec.xml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.ClassDef.RelationshipDef;
import org.imodel4j.ec.schema.CustomAttributeDef;
import org.imodel4j.ec.schema.ItemDef;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.PropertyDef;
import org.imodel4j.ec.schema.PropertyType;
import org.imodel4j.ec.schema.SchemaDef;
import org.jspecify.annotations.Nullable;

/**
 * The order in which items are written: by name in lower case, and before a class what it needs of its own schema, depth first:
 * its bases, the classes at its ends, the structs of its properties with the classes of their attributes, the classes of its own
 * attributes. What attributes of relationship ends need does not count.
 */
final class WritingOrder {
    private final SchemaDef schema;
    private final Set<ClassDef> written = Collections.newSetFromMap(new IdentityHashMap<>());

    WritingOrder(SchemaDef schema) {
        this.schema = schema;
    }

    /** The items of one kind. */
    static <T extends ItemDef> List<T> byName(Collection<T> items) {
        return items.stream()
                .sorted(Comparator.comparing(item -> item.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableList());
    }

    /** The classes that the attributes of the schema itself need; they are not told again by {@link #classes()}. */
    List<ClassDef> classesOfSchemaAttributes() {
        List<ClassDef> ordered = new ArrayList<>();
        for (CustomAttributeDef attribute : schema.customAttributes()) {
            ClassDef needed = own(attribute.type());
            if (needed != null) {
                add(needed, ordered);
            }
        }
        return ordered;
    }

    /** All classes that were not told yet. */
    List<ClassDef> classes() {
        List<ClassDef> ordered = new ArrayList<>();
        byName(schema.items(ClassDef.class)).forEach(each -> add(each, ordered));
        return ordered;
    }

    private void add(ClassDef root, List<ClassDef> ordered) {
        record Visit(ClassDef visited, Iterator<ClassDef> needs) {}
        Deque<Visit> path = new ArrayDeque<>();
        if (written.add(root)) {
            path.push(new Visit(root, needs(root).iterator()));
        }
        while (!path.isEmpty()) {
            Visit visit = path.element();
            if (!visit.needs().hasNext()) {
                ordered.add(path.pop().visited());
            } else {
                ClassDef next = visit.needs().next();
                if (written.add(next)) {
                    path.push(new Visit(next, needs(next).iterator()));
                }
            }
        }
    }

    private List<ClassDef> needs(ClassDef of) {
        List<ItemName> names = new ArrayList<>(of.bases());
        RelationshipDef relationship = of.relationship();
        if (relationship != null) {
            names.addAll(relationship.source().classes());
            names.addAll(relationship.target().classes());
        }
        for (PropertyDef property : of.properties()) {
            PropertyType type = property.type() instanceof PropertyType.Array array ? array.item() : property.type();
            if (type instanceof PropertyType.Struct struct) {
                names.add(struct.structClass());
            }
            property.customAttributes().forEach(attribute -> names.add(attribute.type()));
        }
        of.customAttributes().forEach(attribute -> names.add(attribute.type()));
        List<ClassDef> needs = new ArrayList<>();
        for (ItemName name : names) {
            ClassDef needed = own(name);
            if (needed != null) {
                needs.add(needed);
            }
        }
        return needs;
    }

    private @Nullable ClassDef own(ItemName name) {
        return name.schema().equalsIgnoreCase(schema.name()) ? schema.tryItem(name.name(), ClassDef.class) : null;
    }
}
