package org.imodel4j.bis.write;

import org.imodel4j.json.JsonObject;

/** What elements of the plane and of space have in common: a category, a place and geometry. */
interface GeometricWork extends ElementWork {
    GeometricColumns columns();

    @Override
    default GeometricColumns geometricColumns() {
        return columns();
    }

    @Override
    default void take(JsonObject props, ElementDraft draft, EditContext context) {
        columns().take(props, draft, context);
    }

    @Override
    default void checkUpdate(ElementDraft draft, EditContext context) {
        columns().checkUpdate(draft);
    }

    @Override
    default void afterInsert(ElementDraft draft, EditContext context) {
        context.changedModels().geometryChanged(draft.model);
    }

    @Override
    default void afterUpdate(ElementDraft draft, EditContext context) {
        if (columns().changesGeometry(draft)) {
            context.changedModels().geometryChanged(draft.model);
        }
    }
}
