package org.imodel4j.ec.map;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where the classes of the file are stored, by the ids of the classes. */
final class Mappings {
    private final Map<Long, ClassMapping> byClass = new TreeMap<>();

    /** Null for a class that is not mapped yet. */
    @Nullable
    ClassMapping of(ClassNode node) {
        return byClass.get(node.id());
    }

    /** Null for a class that is not mapped, or not there any more. */
    @Nullable
    ClassMapping tryById(long classId) {
        return byClass.get(classId);
    }

    ClassMapping required(ClassNode node) {
        ClassMapping mapping = of(node);
        if (mapping == null) {
            throw Refusal.map(node, "It is not mapped.");
        }
        return mapping;
    }

    void add(ClassMapping mapping) {
        byClass.put(mapping.node().id(), mapping);
    }

    /** In the order of the ids of their classes. */
    Collection<ClassMapping> all() {
        return byClass.values();
    }
}
