package org.imodel4j.bis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECProperty;
import org.imodel4j.ec.ECSchemas;
import org.jspecify.annotations.Nullable;

/** Makes and keeps the readers of element classes. */
final class ElementReaders {
    /** In the order in which their members follow each other. */
    private static List<ElementHandler> handlers(boolean withGeometry) {
        return List.of(
                new ElementBase(),
                new DefinitionElementHandler(),
                new CategoryHandler(),
                new SubCategoryHandler(),
                new GeometryPartHandler(withGeometry),
                new ModelSelectorHandler(),
                new CategorySelectorHandler(),
                new ViewDefinitionHandler(),
                new ViewDefinition2dHandler(),
                new ViewDefinition3dHandler(),
                new SpatialViewDefinitionHandler(),
                new UrlLinkHandler(),
                new LineStyleHandler(),
                new RenderMaterialHandler(),
                new RenderTimelineHandler(),
                new GeometricElement3dHandler(withGeometry),
                new GeometricElement2dHandler(withGeometry),
                new TextAnnotationHandler("TextAnnotation2d"),
                new TextAnnotationHandler("TextAnnotation3d"),
                new AnnotationTextStyleHandler());
    }

    private final ECSchemas schemas;
    private final List<ElementHandler> handlers;
    private final Map<Long, InstanceReader> readers = new ConcurrentHashMap<>();

    /** Readers of elements, with their geometry or without it: a stream that is not wanted is not read from the file. */
    ElementReaders(ECSchemas schemas, boolean withGeometry) {
        this.schemas = schemas;
        this.handlers = handlers(withGeometry);
    }

    /** Null for a class that the file does not describe, or that can have no instances. */
    @Nullable
    InstanceReader tryOf(long classId) {
        InstanceReader reader = readers.get(classId);
        if (reader == null) {
            ECClass ecClass = schemas.tryClassById(classId);
            if (ecClass == null || !Selection.isPossible(schemas, ecClass)) {
                return null;
            }
            reader = compile(ecClass);
            readers.put(classId, reader);
        }
        return reader;
    }

    private InstanceReader compile(ECClass ecClass) {
        Selection selection = new Selection(schemas, ecClass);
        ValueReaders values = new ValueReaders(schemas, selection, ValueStyle.ELEMENT);
        List<Part> handled = new ArrayList<>();
        Set<String> handledNames = new HashSet<>();
        for (ElementHandler handler : handlers) {
            ECClass handlerClass = schemas.tryClass("BisCore", handler.className());
            if (handlerClass != null && schemas.isSubclass(ecClass.id(), handlerClass.id())) {
                handledNames.addAll(handler.properties());
                handled.add(handler.part(selection, values));
            }
        }
        List<Part> parts = new ArrayList<>();
        parts.add(jsonProperties(ecClass, selection));
        parts.add(new NamedValue("UserLabel", new ColumnReader.Text(selection.column("UserLabel"))));
        for (ECProperty property : ecClass.properties()) {
            if (!handledNames.contains(property.name())) {
                addSimple(property, values, parts);
            }
        }
        parts.addAll(handled);
        return new InstanceReader(schemas, selection, parts);
    }

    static void addSimple(ECProperty property, ValueReaders values, List<Part> parts) {
        ValueReader value = values.of(property);
        if (value != null) {
            parts.add(new NamedValue(property.name(), value));
        }
    }

    private Part jsonProperties(ECClass ecClass, Selection selection) {
        int column = selection.column("JsonProperties");
        return isA(ecClass, "DisplayStyle")
                ? new DisplayStyleProperties(column)
                : new JsonPart("jsonProperties", column);
    }

    private boolean isA(ECClass ecClass, String bisClassName) {
        @Nullable ECClass base = schemas.tryClass("BisCore", bisClassName);
        return base != null && schemas.isSubclass(ecClass.id(), base.id());
    }
}
