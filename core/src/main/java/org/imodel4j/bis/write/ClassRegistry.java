package org.imodel4j.bis.write;

import java.util.HashMap;
import java.util.Map;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECSchemas;
import org.jspecify.annotations.Nullable;

/**
 * The classes for which a domain has callbacks. Instances of a class without any use those of the nearest class above it. It belongs to one open
 * file, whose owner uses it.
 */
public final class ClassRegistry {
    private final Map<String, ElementCallbacks> elements = new HashMap<>();
    private final Map<String, ModelCallbacks> models = new HashMap<>();
    private final Map<String, AspectCallbacks> aspects = new HashMap<>();

    ClassRegistry() {}

    /** @param classFullName {@code Schema:Class}; registered again, the later callbacks hold */
    public void registerElement(String classFullName, ElementCallbacks callbacks) {
        elements.put(classFullName, callbacks);
    }

    /** As {@link #registerElement}. */
    public void registerModel(String classFullName, ModelCallbacks callbacks) {
        models.put(classFullName, callbacks);
    }

    /** As {@link #registerElement}. */
    public void registerAspect(String classFullName, AspectCallbacks callbacks) {
        aspects.put(classFullName, callbacks);
    }

    boolean isEmpty() {
        return elements.isEmpty() && models.isEmpty() && aspects.isEmpty();
    }

    @Nullable
    ElementCallbacks tryElement(ECClass ecClass, ECSchemas schemas) {
        return nearest(elements, ecClass, schemas);
    }

    @Nullable
    ModelCallbacks tryModel(ECClass ecClass, ECSchemas schemas) {
        return nearest(models, ecClass, schemas);
    }

    @Nullable
    AspectCallbacks tryAspect(ECClass ecClass, ECSchemas schemas) {
        return nearest(aspects, ecClass, schemas);
    }

    private static <T> @Nullable T nearest(Map<String, T> registered, ECClass ecClass, ECSchemas schemas) {
        ECClass at = registered.isEmpty() ? null : ecClass;
        while (at != null) {
            T found = registered.get(at.fullName());
            if (found != null) {
                return found;
            }
            at = at.baseClassIds().isEmpty()
                    ? null
                    : schemas.tryClassById(at.baseClassIds().get(0));
        }
        return null;
    }
}
