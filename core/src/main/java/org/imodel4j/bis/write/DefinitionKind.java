package org.imodel4j.bis.write;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.id.IdSet;

/** The definitions whose use can be found out, in the order in which they are deleted. */
enum DefinitionKind {
    SPATIAL_CATEGORY("SpatialCategory"),
    DRAWING_CATEGORY("DrawingCategory"),
    VIEW_DEFINITION("ViewDefinition"),
    GEOMETRY_PART("GeometryPart"),
    LINE_STYLE("LineStyle"),
    RENDER_MATERIAL("RenderMaterial"),
    SUB_CATEGORY("SubCategory"),
    TEXTURE("Texture"),
    DISPLAY_STYLE("DisplayStyle"),
    CATEGORY_SELECTOR("CategorySelector"),
    MODEL_SELECTOR("ModelSelector"),
    OTHER("DefinitionElement");

    private final String className;

    DefinitionKind(String className) {
        this.className = className;
    }

    record Definition(long id, DefinitionKind kind) {}

    /** Those of the ids that are definitions. */
    static List<Definition> sorted(IdSet ids, EditContext context) {
        List<Definition> sorted = new ArrayList<>();
        ids.forEach(id -> {
            for (DefinitionKind kind : values()) {
                if (context.isElement(id, kind.className)) {
                    sorted.add(new Definition(id, kind));
                    break;
                }
            }
        });
        sorted.sort((a, b) -> a.kind().compareTo(b.kind()));
        return sorted;
    }

    boolean isPartOfViews() {
        return this == DISPLAY_STYLE || this == CATEGORY_SELECTOR || this == MODEL_SELECTOR;
    }

    /** Whether only the geometry of the whole file can tell. */
    boolean isUsedInGeometry() {
        return this == GEOMETRY_PART || this == LINE_STYLE || this == RENDER_MATERIAL || this == TEXTURE;
    }
}
